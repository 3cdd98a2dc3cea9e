package org.lianpian.geocode;

import java.util.List;
import java.util.Objects;
import org.lianpian.model.PositionLevel;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** The answer to one {@link GeocodeQuery}. */
public sealed interface GeocodeResult {

  GeocodeQuery query();

  /** Returns remarks on the query as a whole, such as {@code 梅列区→三元区(2021)}. */
  List<Reason> notes();

  /** Returns everything considered, best first; the first of a match is the match. */
  List<Candidate> candidates();

  /** One place; {@code best} has a geometry. */
  record Match(GeocodeQuery query, Candidate best, List<Reason> notes, List<Candidate> candidates)
      implements GeocodeResult {

    public Match {
      notes = List.copyOf(notes);
      candidates = List.copyOf(candidates);
      if (best.point() == null) {
        throw new IllegalArgumentException("A match needs a position, " + best.id() + " has none");
      }
    }

    public Geometry geometry() {
      return Objects.requireNonNull(best.geometry());
    }

    public Point point() {
      return Objects.requireNonNull(best.point());
    }

    public PositionLevel level() {
      return best.level();
    }

    public double sigmaMetres() {
      return best.sigmaMetres();
    }

    public double confidence() {
      return best.confidence();
    }
  }

  /** Places that only a person can tell apart, or one of which it is not sure that it is meant. */
  record Ambiguous(GeocodeQuery query, Reason cause, List<Reason> notes, List<Candidate> candidates)
      implements GeocodeResult {

    public Ambiguous {
      notes = List.copyOf(notes);
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * Nothing that may be taken for the place.
   *
   * @param reasons why, the deciding one first
   * @param candidates look-alikes for a person to judge; may be empty
   * @param bounds the sides of a described area, else empty
   */
  record NoMatch(
      GeocodeQuery query,
      List<Reason> reasons,
      List<AreaBound> bounds,
      List<Reason> notes,
      List<Candidate> candidates)
      implements GeocodeResult {

    public NoMatch {
      reasons = List.copyOf(reasons);
      bounds = List.copyOf(bounds);
      notes = List.copyOf(notes);
      candidates = List.copyOf(candidates);
    }
  }
}
