package org.lianpian.geocode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lianpian.geocode.match.NameQuery;
import org.lianpian.geocode.match.Ranking;
import org.lianpian.geocode.match.ScoredEstate;
import org.lianpian.geocode.match.ScoredEstate.Contribution;
import org.lianpian.model.Place;
import org.lianpian.model.PositionLevel;
import org.locationtech.jts.geom.Geometry;

/**
 * The estates that a query may mean whose name the gazetteer writes otherwise.
 *
 * <p>The weights of the reasons are log-odds that the names are one estate's; the confidence of the
 * first candidate is calibrated, the others have what is left of it.
 */
final class SimilarNames {
  private static final double SHOWN_FROM_SCORE = -3;
  private static final int REASONS = 8;
  private static final double CERTAIN = 0.99;

  private final ParsedQuery query;
  private final Gazetteer gazetteer;
  private final GeocodeParameters parameters;
  private final Ranking ranking;
  private final List<Candidate> candidates = new ArrayList<>();

  SimilarNames(ParsedQuery query, Gazetteer gazetteer, GeocodeParameters parameters) {
    this.query = query;
    this.gazetteer = gazetteer;
    this.parameters = parameters;
    Set<String> names = query.names();
    this.ranking =
        names.isEmpty() ? Ranking.NONE : gazetteer.findSimilar(asked(names.iterator().next()));
    for (ScoredEstate scored : ranking.candidates()) {
      if (scored.score() < SHOWN_FROM_SCORE) {
        break;
      }
      gazetteer
          .find(scored.estate().id())
          .ifPresent(place -> candidates.add(candidate(scored, place)));
    }
  }

  /**
   * Tells whether the first is the estate, so surely that no person need look.
   *
   * @param judged ids of places of the very name, which were refused for another reason
   */
  boolean isAccepted(Set<String> judged) {
    return !candidates.isEmpty()
        && !judged.contains(candidates.get(0).id())
        && ranking.confidence() >= parameters.acceptSimilar();
  }

  boolean isPartOpen() {
    return ranking.partOpen();
  }

  /** Returns the candidates, best first. */
  List<Candidate> candidates() {
    return candidates;
  }

  /** Returns those that are the estate of the first or a part of it. */
  List<Candidate> parts() {
    List<Candidate> parts = new ArrayList<>();
    int stem = ranking.candidates().get(0).stem();
    for (int i = 0; i < candidates.size(); i++) {
      if (i == 0 || (stem != 0 && ranking.candidates().get(i).stem() == stem)) {
        parts.add(candidates.get(i));
      }
    }
    return parts;
  }

  private NameQuery asked(String name) {
    GeocodeQuery row = query.query();
    return new NameQuery(name, row.district(), row.street() + row.address());
  }

  private Candidate candidate(ScoredEstate scored, Place place) {
    boolean first = candidates.isEmpty();
    double confidence = first ? ranking.confidence() : shareOfRest(scored);
    List<Reason> reasons = new ArrayList<>();
    for (Contribution part : scored.contributions()) {
      if (reasons.size() < REASONS) {
        reasons.add(reason(part));
      }
    }
    Geometry geometry = place.geometry();
    return new Candidate(
        place.id(),
        place.name(),
        place.address().isEmpty() ? place.district() + place.street() : place.address(),
        PositionLevel.COMMUNITY_POI,
        geometry,
        parameters.sigma(PositionLevel.COMMUNITY_POI),
        Math.rint(Math.min(CERTAIN, confidence) * 1000) / 1000,
        place.provenance().source(),
        List.of(),
        reasons);
  }

  private double shareOfRest(ScoredEstate scored) {
    double likely = 1 / (1 + Math.exp(-scored.score()));
    return Math.min(ranking.confidence(), (1 - ranking.confidence()) * likely);
  }

  private static Reason reason(Contribution part) {
    String value = " " + Math.rint(part.value() * 100) / 100;
    return new Reason(
        part.evidence().name(),
        part.evidence().zh() + value,
        part.evidence().en() + value,
        Math.rint(part.weight() * 1000) / 1000);
  }
}
