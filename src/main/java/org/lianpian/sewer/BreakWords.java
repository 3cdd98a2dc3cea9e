package org.lianpian.sewer;

import java.util.Locale;
import java.util.Objects;
import org.lianpian.model.Manhole;
import org.lianpian.model.Medium;
import org.lianpian.sewer.network.BreakType;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Words breaks and gives them their shapes. */
final class BreakWords {
  private BreakWords() {}

  static SewerBreak abandoned(NetworkEdge edge) {
    return of(
        BreakType.ABANDONED,
        edge,
        "管段 " + edge.id() + " 为" + edge.reach().state().zh(),
        "Pipe " + edge.id() + " is " + edge.reach().state().en().toLowerCase(Locale.ROOT));
  }

  static SewerBreak capped(NetworkEdge edge) {
    return of(
        BreakType.CAPPED,
        edge,
        "预留口 " + edge.from() + " 未打通",
        "Stub " + edge.from() + " is capped");
  }

  static SewerBreak stormDrain(NetworkEdge edge) {
    return of(
        BreakType.MEDIUM_JUMP,
        edge,
        "管段 " + edge.id() + " 为雨水管",
        "Pipe " + edge.id() + " is a storm drain");
  }

  /** Words a pipe that leads to where the water stands instead of away. */
  static SewerBreak reversed(SewerNetwork network, NetworkEdge edge) {
    Manhole from = network.findNode(edge.from());
    Manhole to = network.findNode(edge.to());
    Double high = from == null ? null : from.invertLevelMetres();
    Double low = to == null ? null : to.invertLevelMetres();
    String levels =
        high == null || low == null ? "" : String.format(Locale.ROOT, ": %.2f→%.2f", high, low);
    return new SewerBreak(
        BreakType.REVERSED,
        edge.id(),
        edge.to(),
        edge.lengthMetres(),
        "疑似反向 " + edge.from() + "→" + edge.to() + levels + (levels.isEmpty() ? "" : " 上坡"),
        "Suspected reversed, " + edge.from() + "→" + edge.to() + levels,
        edge.reach().geometry());
  }

  static SewerBreak gap(SewerNetwork network, String fromId, String toId) {
    Coordinate from = Objects.requireNonNull(network.position(fromId));
    Coordinate to = Objects.requireNonNull(network.position(toId));
    double metres = from.distance(to);
    return new SewerBreak(
        BreakType.GAP,
        fromId,
        fromId,
        metres,
        String.format(Locale.ROOT, "%s 与 %s 之间缺口 %.2f m", fromId, toId, metres),
        String.format(Locale.ROOT, "Gap of %.2f m between %s and %s", metres, fromId, toId),
        new GeometryFactory().createLineString(new Coordinate[] {from, to}));
  }

  static SewerBreak missingPipe(SewerNetwork network, String nodeId) {
    Manhole node = network.findNode(nodeId);
    Geometry point = node == null ? null : node.geometry();
    return new SewerBreak(
        BreakType.MISSING_PIPE,
        nodeId,
        nodeId,
        0,
        "节点 " + nodeId + " 无下游管道",
        "No pipe leads on from " + nodeId,
        point);
  }

  /** Returns the first pipe on the way that is a storm drain, or else the last, into the river. */
  static SewerBreak misconnection(TraceTerminal terminal) {
    for (NetworkEdge edge : terminal.route()) {
      if (edge.medium() == Medium.STORM) {
        return of(
            BreakType.MEDIUM_JUMP,
            edge,
            "污水在 " + edge.from() + " 进入雨水管 " + edge.id(),
            "Sewage enters storm drain " + edge.id() + " at " + edge.from());
      }
    }
    if (terminal.route().isEmpty()) {
      String node = terminal.nodeId();
      return new SewerBreak(
          BreakType.MEDIUM_JUMP, node, node, 0, "出口即排放口或雨水井 " + node, "Drains at " + node, null);
    }
    NetworkEdge last = terminal.route().get(terminal.route().size() - 1);
    return of(
        BreakType.MEDIUM_JUMP,
        last,
        "污水经 " + last.id() + " 进入 " + last.to(),
        "Sewage leaves through " + last.id() + " at " + last.to());
  }

  private static SewerBreak of(BreakType type, NetworkEdge edge, String zh, String en) {
    return new SewerBreak(
        type, edge.id(), edge.from(), edge.lengthMetres(), zh, en, edge.reach().geometry());
  }
}
