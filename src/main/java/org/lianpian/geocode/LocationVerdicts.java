package org.lianpian.geocode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.geocode.GeocodeResult.Ambiguous;
import org.lianpian.geocode.GeocodeResult.Match;
import org.lianpian.geocode.GeocodeResult.NoMatch;
import org.lianpian.model.Analysis;
import org.lianpian.model.Community;
import org.lianpian.model.EvidenceShape;
import org.lianpian.model.InputHash;
import org.lianpian.model.PositionLevel;
import org.lianpian.model.Subject;
import org.lianpian.model.Verdict;
import org.lianpian.policy.Citation;
import org.lianpian.policy.PolicyProfile;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Turns geocoding answers into verdicts of {@link Analysis#LOCATION}.
 *
 * <p>A position that came with the data, was surveyed or placed by hand always wins ({@code
 * GIVEN}); the geocoder's answer is then only compared with it. Roads and sub-districts are {@code
 * LOCATED_APPROXIMATE}, to be drawn hollow.
 */
public final class LocationVerdicts {
  /** A given position this many standard errors from the address is remarked on. */
  private static final double REMARKABLE_ERRORS = 3;

  private static final List<Citation> CITATIONS =
      List.of(
          new Citation(
              "geocode.level",
              null,
              "GeocodeLevel",
              "US-P02",
              "定位等级与默认误差为本系统取值:楼栋5米、门牌15米、小区50米、道路200米、街道1000米"),
          new Citation(
              "geocode.identity", null, "B-13, B-14", "US-P01", "同名不同区、未写分期、相对位置描述一律交人工判定,不自动落点"));

  private LocationVerdicts() {}

  /**
   * Returns the verdict on where a community is.
   *
   * @param community as it was when it was geocoded: without geometry unless one came with the data
   * @param result the geocoder's answer to {@link GeocodeQuery#of}
   */
  public static Verdict of(Community community, GeocodeResult result, PolicyProfile profile) {
    Geometry given = community.geometry();
    if (given != null && !given.isEmpty()) {
      return given(community, given, result, profile);
    }
    if (result instanceof Match match) {
      return located(community, match, profile);
    }
    if (result instanceof Ambiguous ambiguous) {
      return verdict(
          community,
          LocationStatus.AMBIGUOUS,
          ambiguous.cause().zh(),
          ambiguous.cause().en(),
          result,
          List.of(ambiguous.cause()),
          profile);
    }
    NoMatch none = (NoMatch) result;
    boolean area = none.reasons().stream().anyMatch(r -> r.code().equals("AREA_RELATIVE"));
    return verdict(
        community,
        area ? LocationStatus.AREA_DESCRIPTION : LocationStatus.NOT_FOUND,
        none.reasons().isEmpty() ? "" : none.reasons().get(0).zh(),
        none.reasons().isEmpty() ? "" : none.reasons().get(0).en(),
        result,
        none.reasons(),
        profile);
  }

  private static Verdict located(Community community, Match match, PolicyProfile profile) {
    boolean approximate = match.level().compareTo(PositionLevel.ROAD) >= 0;
    String metres = metres(match.sigmaMetres());
    return verdict(
        community,
        approximate ? LocationStatus.LOCATED_APPROXIMATE : LocationStatus.LOCATED,
        match.level().zh() + "级,“" + match.best().name() + "”,误差约" + metres + "米",
        match.level().en() + " \"" + match.best().name() + "\", about " + metres + " m",
        match,
        match.best().reasons(),
        profile);
  }

  private static Verdict given(
      Community community, Geometry given, GeocodeResult result, PolicyProfile profile) {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(
        Reason.remark(
            "COORDINATES_GIVEN",
            community.positionLevel().zh() + "级坐标,来源 " + community.provenance().source(),
            community.positionLevel().en() + " from " + community.provenance().source()));
    if (result instanceof Match match) {
      double distance = given.distance(match.point());
      double sigma = Math.hypot(community.sigmaMetres(), match.sigmaMetres());
      if (distance > REMARKABLE_ERRORS * sigma) {
        String metres = metres(distance);
        reasons.add(
            Reason.remark(
                "ADDRESS_ELSEWHERE",
                "与按地址定位的“" + match.best().name() + "”相距" + metres + "米,请核对",
                metres + " m from \"" + match.best().name() + "\", where the address leads"));
      }
    }
    Reason last = reasons.get(reasons.size() - 1);
    return verdict(community, LocationStatus.GIVEN, last.zh(), last.en(), result, reasons, profile);
  }

  private static Verdict verdict(
      Community community,
      LocationStatus status,
      String zh,
      String en,
      GeocodeResult result,
      List<Reason> reasons,
      PolicyProfile profile) {
    StringBuilder zhLine = new StringBuilder(status.zh()).append(": ").append(zh);
    StringBuilder enLine = new StringBuilder(status.en()).append(": ").append(en);
    for (Reason note : result.notes()) {
      zhLine.append("; ").append(note.zh());
      enLine.append("; ").append(note.en());
    }
    return new Verdict(
        Subject.community(community.id()),
        Analysis.LOCATION,
        status.name(),
        zhLine.toString(),
        enLine.toString(),
        CITATIONS,
        profile.id(),
        profile.version(),
        hash(community, result),
        evidence(community, status, result, reasons),
        shapes(result));
  }

  private static Map<String, @Nullable Object> evidence(
      Community community, LocationStatus status, GeocodeResult result, List<Reason> reasons) {
    Map<String, @Nullable Object> evidence = new LinkedHashMap<>();
    evidence.put("name", result.query().name());
    evidence.put("address", result.query().address());
    if (status == LocationStatus.GIVEN) {
      evidence.put("level", community.positionLevel().name());
      evidence.put("sigma_m", community.sigmaMetres());
      evidence.put("source", community.provenance().source());
    } else if (result instanceof Match match) {
      evidence.put("level", match.level().name());
      evidence.put("sigma_m", match.sigmaMetres());
      evidence.put("confidence", match.confidence());
      evidence.put("source", match.best().source());
      evidence.put("tokens", match.best().tokens().stream().map(LocationVerdicts::tree).toList());
    }
    evidence.put("reasons", reasons.stream().map(LocationVerdicts::tree).toList());
    evidence.put("notes", result.notes().stream().map(LocationVerdicts::tree).toList());
    if (result instanceof NoMatch none && !none.bounds().isEmpty()) {
      evidence.put(
          "bounds", none.bounds().stream().map(b -> b.reference() + "以" + b.side()).toList());
    }
    evidence.put("candidates", result.candidates().stream().map(LocationVerdicts::tree).toList());
    return evidence;
  }

  private static Map<String, @Nullable Object> tree(Reason reason) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("code", reason.code());
    tree.put("zh", reason.zh());
    tree.put("en", reason.en());
    tree.put("weight", reason.weight());
    return tree;
  }

  private static Map<String, @Nullable Object> tree(MatchedToken token) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("field", token.field());
    tree.put("kind", token.component().kind().name());
    tree.put("text", token.component().text());
    tree.put("start", token.component().start());
    tree.put("end", token.component().end());
    return tree;
  }

  private static Map<String, @Nullable Object> tree(Candidate candidate) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("id", candidate.id());
    tree.put("name", candidate.name());
    tree.put("address", candidate.address());
    tree.put("level", candidate.level().name());
    tree.put("sigma_m", candidate.sigmaMetres());
    tree.put("confidence", candidate.confidence());
    tree.put("reasons", candidate.reasons().stream().map(LocationVerdicts::tree).toList());
    return tree;
  }

  private static List<EvidenceShape> shapes(GeocodeResult result) {
    List<EvidenceShape> shapes = new ArrayList<>();
    for (Candidate candidate : result.candidates()) {
      Point point = candidate.point();
      if (point != null) {
        shapes.add(
            new EvidenceShape(
                "candidate",
                candidate.name() + " (" + candidate.level().zh() + ")",
                candidate.name() + " (" + candidate.level().en() + ")",
                point));
      }
    }
    return shapes;
  }

  private static String hash(Community community, GeocodeResult result) {
    InputHash hash = new InputHash();
    hash.add(Community.TYPE, community);
    hash.add(result.query().on().toString());
    for (Candidate candidate : result.candidates()) {
      hash.add(candidate.id()).add(candidate.geometry()).add(candidate.confidence());
    }
    return hash.finish();
  }

  private static String metres(double metres) {
    return Long.toString(Math.round(metres));
  }
}
