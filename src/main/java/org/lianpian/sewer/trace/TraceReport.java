package org.lianpian.sewer.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.EvidenceShape;
import org.lianpian.model.Labelled;
import org.lianpian.model.Manhole;
import org.lianpian.sewer.NetworkEdge;
import org.lianpian.sewer.SewerTrees;
import org.lianpian.sewer.TraceTerminal;
import org.lianpian.sewer.network.TraceResult;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Words traces: what was found as a tree for documents, where as shapes for maps and as one row per
 * pipe and per end for tables. Lengths in metres, seconds of travel at most; unknown is null.
 */
public final class TraceReport {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final NetworkQueries queries;

  public TraceReport(NetworkQueries queries) {
    this.queries = queries;
  }

  /** One row of a table of a trace. */
  public record Item(
      String id, @Nullable Geometry geometry, Map<String, @Nullable Object> properties) {}

  /** Returns what was found, without the single pipes. */
  public Map<String, @Nullable Object> summary(NetworkTrace trace) {
    Map<String, @Nullable Object> tree = labelled("mode", trace.mode());
    tree.put("from", place(trace.from()));
    tree.put("to", trace.to() == null ? null : place(trace.to()));
    tree.put("found", trace.hasStart());
    tree.put("nodes", trace.nodeIds().size());
    tree.put("pipes", trace.pipes().size());
    tree.put("length_m", SewerTrees.rounded(trace.lengthMetres()));
    long withoutLine =
        trace.pipes().stream().filter(pipe -> pipe.reach().geometry() == null).count();
    tree.put("pipes_without_line", withoutLine);
    tree.put("ends", trace.ends().stream().map(this::end).toList());
    tree.put("heads", trace.heads());
    tree.put("route", route(trace));
    tree.put("breaks", trace.breaks().stream().map(SewerTrees::found).toList());
    tree.put("hookups", trace.hookups().stream().map(SewerTrees::hookup).toList());
    String[] said = said(trace);
    tree.put("zh", said[0]);
    tree.put("en", said[1]);
    return tree;
  }

  private static Map<String, @Nullable Object> labelled(String key, Labelled code) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put(key, code.name());
    tree.put(key + "_zh", code.zh());
    tree.put(key + "_en", code.en());
    return tree;
  }

  private static Map<String, @Nullable Object> place(NetworkPlace place) {
    Map<String, @Nullable Object> tree = labelled("kind", place.kind());
    tree.put("id", place.id());
    tree.put("name", place.name());
    tree.put("missing_outlets", place.missing());
    return tree;
  }

  private Map<String, @Nullable Object> end(TraceTerminal terminal) {
    Map<String, @Nullable Object> tree = SewerTrees.terminal(terminal);
    tree.put("result_zh", terminal.result().zh());
    tree.put("result_en", terminal.result().en());
    return tree;
  }

  private static @Nullable Map<String, @Nullable Object> route(NetworkTrace trace) {
    NetworkRoute route = trace.route();
    if (route == null) {
      return null;
    }
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("pipes", route.pipes().stream().map(NetworkEdge::id).toList());
    tree.put("length_m", SewerTrees.rounded(route.lengthMetres()));
    tree.put("drop_m", SewerTrees.rounded(route.dropMetres()));
    tree.put("travel_s_at_most", (double) Math.round(route.longestTravelSeconds()));
    tree.put("passes", route.passes().stream().sorted().map(Enum::name).toList());
    tree.put("against", trace.against());
    return tree;
  }

  /** Says the answer in one Chinese and one English sentence. */
  private static String[] said(NetworkTrace trace) {
    String id = trace.from().id();
    if (!trace.hasStart()) {
      return new String[] {
        "无起点:" + id + " 没有已测的出户接驳点,无法追溯", "No start: " + id + " has no surveyed outlet"
      };
    }
    return switch (trace.mode()) {
      case UPSTREAM ->
          new String[] {
            id + " 上游 " + count(trace) + ",源头 " + trace.heads().size() + " 处",
            "Upstream of " + id + ": " + counted(trace) + ", " + trace.heads().size() + " heads"
          };
      case DOWNSTREAM ->
          new String[] {
            id + " 下游 " + count(trace) + ",去向:" + ends(trace, true),
            "Downstream of " + id + ": " + counted(trace) + ", ends: " + ends(trace, false)
          };
      case TO_PLANT -> toPlant(trace);
      case BETWEEN -> between(trace);
    };
  }

  private static String[] toPlant(NetworkTrace trace) {
    NetworkRoute route = trace.route();
    String id = trace.from().id();
    if (route != null) {
      String metres = Math.round(route.lengthMetres()) + " m";
      return new String[] {
        id + " 可至污水厂,经 " + route.pipes().size() + " 段管道 " + metres,
        id + " reaches the plant through " + route.pipes().size() + " pipes, " + metres
      };
    }
    boolean broken = !trace.breaks().isEmpty();
    return new String[] {
      id + " 不能到达污水厂,去向:" + ends(trace, true) + (broken ? ";" + trace.breaks().get(0).zh() : ""),
      id
          + " does not reach a plant; ends: "
          + ends(trace, false)
          + (broken ? "; " + trace.breaks().get(0).en() : "")
    };
  }

  private static String[] between(NetworkTrace trace) {
    NetworkRoute route = trace.route();
    NetworkPlace other = trace.to();
    String from = trace.from().id();
    String to = other == null ? "" : other.id();
    if (route == null) {
      return new String[] {
        from + " 与 " + to + " 之间无水路相通", "No water gets between " + from + " and " + to
      };
    }
    String above = trace.against() ? to : from;
    String below = trace.against() ? from : to;
    String size = route.pipes().size() + " 段 " + Math.round(route.lengthMetres()) + " m";
    return new String[] {
      "水由 " + above + " 流向 " + below + ",经 " + size,
      "Water runs from "
          + above
          + " to "
          + below
          + " through "
          + route.pipes().size()
          + " pipes, "
          + Math.round(route.lengthMetres())
          + " m"
    };
  }

  private static String count(NetworkTrace trace) {
    return trace.pipes().size() + " 段管道 " + Math.round(trace.lengthMetres()) + " m";
  }

  private static String counted(NetworkTrace trace) {
    return trace.pipes().size() + " pipes, " + Math.round(trace.lengthMetres()) + " m";
  }

  private static String ends(NetworkTrace trace, boolean chinese) {
    Set<String> words = new LinkedHashSet<>();
    for (TraceTerminal end : trace.ends()) {
      TraceResult result = end.result();
      words.add((chinese ? result.zh() : result.en()) + " " + end.nodeId());
    }
    return String.join(chinese ? "、" : ", ", words);
  }

  /**
   * Returns what to draw: the route apart from the other pipes, ends, breaks and candidates.
   *
   * @param maxPipes at most this many pipes, those nearest upstream; the summary counts all
   */
  public List<EvidenceShape> shapes(NetworkTrace trace, int maxPipes) {
    List<EvidenceShape> shapes = new ArrayList<>();
    Set<NetworkEdge> onRoute = new HashSet<>();
    NetworkRoute route = trace.route();
    if (route != null) {
      onRoute.addAll(route.pipes());
      add(shapes, "route", "路径", "Route", SewerTrees.lines(route.pipes()));
    }
    boolean up = trace.mode() == TraceMode.UPSTREAM;
    List<NetworkEdge> others =
        trace.pipes().stream().filter(pipe -> !onRoute.contains(pipe)).limit(maxPipes).toList();
    add(
        shapes,
        up ? "upstream" : "downstream",
        up ? "上游" : "下游",
        up ? "Upstream" : "Downstream",
        SewerTrees.lines(others));
    Map<String, Coordinate> places =
        queries.positions(trace.ends().stream().map(TraceTerminal::nodeId).toList());
    Set<String> drawn = new HashSet<>();
    for (TraceTerminal end : trace.ends()) {
      Coordinate at = places.get(end.nodeId());
      if (at != null && drawn.add(end.nodeId() + end.result())) {
        add(
            shapes,
            end.result() == TraceResult.LOOP ? "loop" : "end",
            end.result().zh() + " " + end.nodeId(),
            end.result().en() + " " + end.nodeId(),
            FACTORY.createPoint(at));
      }
    }
    shapes.addAll(SewerTrees.shapes(trace.breaks()));
    trace.hookups().forEach(one -> shapes.add(SewerTrees.shape(one)));
    return shapes;
  }

  private static void add(
      List<EvidenceShape> shapes, String role, String zh, String en, Geometry geometry) {
    if (!geometry.isEmpty()) {
      shapes.add(new EvidenceShape(role, zh, en, geometry));
    }
  }

  /** Returns the place, each pipe passed, then each end of the trace as one row. */
  public List<Item> items(NetworkTrace trace) {
    List<Item> items = new ArrayList<>();
    NetworkRoute route = trace.route();
    Set<NetworkEdge> onRoute = route == null ? Set.of() : new HashSet<>(route.pipes());
    for (NetworkEdge pipe : trace.pipes()) {
      items.add(item(pipe, trace.mode(), onRoute.contains(pipe)));
    }
    Map<String, Coordinate> places =
        queries.positions(trace.ends().stream().map(TraceTerminal::nodeId).toList());
    for (TraceTerminal end : trace.ends()) {
      Map<String, @Nullable Object> properties = end(end);
      properties.put("kind", "end");
      Coordinate at = places.get(end.nodeId());
      items.add(new Item(end.nodeId(), at == null ? null : FACTORY.createPoint(at), properties));
    }
    for (String head : trace.heads()) {
      Map<String, @Nullable Object> properties = new LinkedHashMap<>();
      properties.put("kind", "head");
      Manhole node = queries.findNode(head);
      items.add(new Item(head, node == null ? null : node.geometry(), properties));
    }
    return items;
  }

  private static Item item(NetworkEdge pipe, TraceMode mode, boolean onRoute) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("kind", "pipe");
    properties.put("mode", mode.name());
    properties.put("from", pipe.from());
    properties.put("to", pipe.to());
    properties.put("medium", pipe.medium().name());
    properties.put("diameter_mm", pipe.reach().diameterMillimetres());
    properties.put("length_m", SewerTrees.rounded(lengthOf(pipe)));
    properties.put("drop_m", SewerTrees.rounded(pipe.dropMetres()));
    properties.put("direction", pipe.direction().name());
    properties.put("against_digitised", pipe.reversed());
    properties.put("joins", List.of(pipe.upstream().method(), pipe.downstream().method()));
    properties.put("overflow", pipe.overflow());
    properties.put("on_route", onRoute);
    return new Item(pipe.id(), pipe.reach().geometry(), properties);
  }

  private static @Nullable Double lengthOf(NetworkEdge pipe) {
    return pipe.reach().geometry() == null ? null : Double.valueOf(pipe.lengthMetres());
  }
}
