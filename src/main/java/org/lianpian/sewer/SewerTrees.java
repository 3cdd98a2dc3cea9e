package org.lianpian.sewer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.EvidenceShape;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/** Branches, breaks and candidates as trees for documents and as shapes for maps. */
public final class SewerTrees {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private SewerTrees() {}

  /** Describes the end of a branch; lengths in metres, unknown ones null. */
  public static Map<String, @Nullable Object> terminal(TraceTerminal terminal) {
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("node", terminal.nodeId());
    item.put("result", terminal.result().name());
    List<Object> marks = new ArrayList<>();
    terminal.marks().forEach(mark -> marks.add(mark.name()));
    item.put("passes", marks);
    item.put("length_m", rounded(terminal.lengthMetres()));
    item.put("drop_m", rounded(terminal.dropMetres()));
    List<Object> route = new ArrayList<>();
    terminal.route().forEach(edge -> route.add(edge.id()));
    item.put("route", route);
    return item;
  }

  public static Map<String, @Nullable Object> found(SewerBreak found) {
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("type", found.type().name());
    item.put("object", found.objectId());
    item.put("node", found.nodeId());
    item.put("length_m", rounded(found.metres()));
    item.put("zh", found.zh());
    item.put("en", found.en());
    return item;
  }

  public static Map<String, @Nullable Object> hookup(HookupCandidate candidate) {
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    HookupRejection rejection = candidate.rejection();
    item.put("node", candidate.nodeId());
    item.put("distance_m", rounded(candidate.metres()));
    item.put("drop_m", rounded(candidate.dropMetres()));
    item.put("slope_permille", rounded(candidate.slopePermille()));
    item.put("accepted", candidate.isAccepted());
    item.put("rejection", rejection == null ? null : rejection.name());
    item.put("crosses", crosses(candidate));
    return item;
  }

  /** Returns what a new pipe would have to cross, or null when nobody knows. */
  private static @Nullable List<Object> crosses(HookupCandidate candidate) {
    List<Crossing> crossings = candidate.crossings();
    if (crossings == null) {
      return null;
    }
    List<Object> crosses = new ArrayList<>();
    for (Crossing crossing : crossings) {
      Map<String, @Nullable Object> item = new LinkedHashMap<>();
      item.put("type", crossing.type());
      item.put("id", crossing.id());
      item.put("name", crossing.name());
      crosses.add(item);
    }
    return crosses;
  }

  /** Rounds to 0.1 mm, which no survey reaches. */
  public static @Nullable Double rounded(@Nullable Double value) {
    return value == null ? null : Math.round(value * 1e4) / 1e4;
  }

  /** Returns the breaks that have a place. */
  public static List<EvidenceShape> shapes(List<SewerBreak> breaks) {
    List<EvidenceShape> shapes = new ArrayList<>();
    for (SewerBreak found : breaks) {
      Geometry geometry = found.geometry();
      if (geometry != null && !geometry.isEmpty()) {
        shapes.add(
            new EvidenceShape(
                "break",
                found.type().zh() + ":" + found.zh(),
                found.type().en() + ": " + found.en(),
                geometry));
      }
    }
    return shapes;
  }

  public static EvidenceShape shape(HookupCandidate one) {
    return new EvidenceShape("hookup", zh(one), en(one), one.line());
  }

  private static String zh(HookupCandidate one) {
    HookupRejection rejection = one.rejection();
    String fall =
        one.dropMetres() == null ? "" : String.format(Locale.ROOT, ",落差 %.2f m", one.dropMetres());
    return String.format(
        Locale.ROOT,
        "%s 接驳候选 %s:%.0f m%s%s",
        rejection == null ? "可行" : "不可行",
        one.nodeId(),
        one.metres(),
        fall,
        rejection == null ? "" : "," + rejection.zh());
  }

  private static String en(HookupCandidate one) {
    HookupRejection rejection = one.rejection();
    String fall =
        one.dropMetres() == null
            ? ""
            : String.format(Locale.ROOT, ", drop %.2f m", one.dropMetres());
    return String.format(
        Locale.ROOT,
        "Hook-up %s: %.0f m%s%s",
        one.nodeId(),
        one.metres(),
        fall,
        rejection == null ? "" : ", rejected: " + rejection.en());
  }

  /** Returns the lines of pipes in their order; pipes without a line leave a gap. */
  public static MultiLineString lines(List<NetworkEdge> pipes) {
    List<LineString> lines = new ArrayList<>();
    for (NetworkEdge pipe : pipes) {
      Geometry line = pipe.reach().geometry();
      if (line != null) {
        for (Object part : LinearComponentExtracter.getLines(line)) {
          lines.add((LineString) part);
        }
      }
    }
    return FACTORY.createMultiLineString(lines.toArray(new LineString[0]));
  }
}
