package org.lianpian.sewer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.lianpian.model.BalconyRiser;
import org.lianpian.model.BuildPeriod;
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.Community;
import org.lianpian.model.ConnectionEvidence;
import org.lianpian.model.FacilityCondition;
import org.lianpian.model.FlowDirection;
import org.lianpian.model.FlowRegime;
import org.lianpian.model.Manhole;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;
import org.lianpian.model.OriginType;
import org.lianpian.model.PositionLevel;
import org.lianpian.model.Progress;
import org.lianpian.model.Provenance;
import org.lianpian.model.Reach;
import org.lianpian.model.ReachLevel;
import org.lianpian.model.ReachState;
import org.lianpian.model.ServiceConnection;
import org.lianpian.model.StructuralGrade;
import org.lianpian.model.Willingness;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Networks written as text. A line {@code M1 (18, 0) 10.50} places a node with its invert; a line
 * {@code W1 -> M1 -> M2} lays pipes, {@code R1 -storm-> O1} with properties between the dashes:
 * storm, combined, intercepting, overflow, abandoned, planned, municipal, surveyed, backward.
 *
 * <p>The first letter of a node tells its kind: W well, M manhole, R storm manhole, I interceptor,
 * C capped stub, P pump, O outfall, and WWTP the plant. The pipe from A to B is called A-B.
 */
@NullUnmarked
final class Networks {
  static final SewerParameters RULE = new SewerParameters(0.05, 0.5, 50, 3, 3);

  private static final Pattern NODE =
      Pattern.compile("(\\w+) *\\((-?[\\d.]+), *(-?[\\d.]+)\\) *(-?[\\d.]+)?");
  private static final Pattern ARROW = Pattern.compile("\\s*-(?:([a-z,]+)-)?>\\s*");
  private static final GeometryFactory FACTORY = new GeometryFactory();

  final Map<String, Manhole> nodes = new TreeMap<>();
  final Map<String, Reach> reaches = new TreeMap<>();
  final List<Community> communities = new ArrayList<>();
  final List<Building> buildings = new ArrayList<>();
  final List<ServiceConnection> connections = new ArrayList<>();

  static Networks parse(String text) {
    Networks networks = new Networks();
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    for (String line : lines) {
      Matcher node = NODE.matcher(line);
      if (node.matches()) {
        Geometry point =
            FACTORY.createPoint(
                new Coordinate(
                    Double.parseDouble(node.group(2)), Double.parseDouble(node.group(3))));
        Double invert = node.group(4) == null ? null : Double.valueOf(node.group(4));
        networks.add(node(node.group(1), point, invert));
      }
    }
    lines.stream().filter(line -> !NODE.matcher(line).matches()).forEach(networks::lay);
    return networks;
  }

  private void lay(String line) {
    Matcher arrow = ARROW.matcher(line);
    int start = 0;
    String from = null;
    String properties = "";
    while (arrow.find()) {
      from = pipe(from, properties, line.substring(start, arrow.start()));
      properties = arrow.group(1) == null ? "" : arrow.group(1);
      start = arrow.end();
    }
    pipe(from, properties, line.substring(start));
  }

  private String pipe(String from, String properties, String to) {
    nodes.computeIfAbsent(to, id -> node(id, null, null));
    if (from != null) {
      add(reach(from + "-" + to, from, to, line(from, to), List.of(properties.split(","))));
    }
    return to;
  }

  Geometry line(String from, String to) {
    Geometry start = nodes.get(from).geometry();
    Geometry end = nodes.get(to).geometry();
    return start == null || end == null
        ? null
        : FACTORY.createLineString(new Coordinate[] {start.getCoordinate(), end.getCoordinate()});
  }

  static Manhole node(String id, Geometry point, Double invert) {
    ManholeKind kind =
        id.startsWith("WWTP")
            ? ManholeKind.WWTP
            : switch (id.charAt(0)) {
              case 'W' -> ManholeKind.PRIVATE_WELL;
              case 'I' -> ManholeKind.INTERCEPTOR;
              case 'C' -> ManholeKind.CAPPED_STUB;
              case 'P' -> ManholeKind.PUMP;
              case 'O' -> ManholeKind.OUTFALL;
              default -> ManholeKind.MANHOLE;
            };
    Medium medium = id.startsWith("R") ? Medium.STORM : Medium.UNKNOWN;
    return new Manhole(id, point, Provenance.of("test"), kind, medium, null, invert, false);
  }

  static Reach reach(String id, String from, String to, Geometry line, List<String> properties) {
    Medium medium = Medium.SEWAGE;
    if (properties.contains("storm")) {
      medium = Medium.STORM;
    } else if (properties.contains("combined")) {
      medium = Medium.COMBINED;
    } else if (properties.contains("intercepting")) {
      medium = Medium.INTERCEPTING;
    }
    ReachState state = ReachState.IN_USE;
    if (properties.contains("abandoned")) {
      state = ReachState.ABANDONED;
    } else if (properties.contains("planned")) {
      state = ReachState.PLANNED;
    }
    FlowDirection direction = FlowDirection.UNKNOWN;
    if (properties.contains("surveyed")) {
      direction = FlowDirection.FORWARD;
    } else if (properties.contains("backward")) {
      direction = FlowDirection.BACKWARD;
    }
    return new Reach(
        id,
        line,
        Provenance.of("test"),
        from,
        to,
        medium,
        null,
        null,
        null,
        false,
        direction,
        properties.contains("overflow") ? FlowRegime.OVERFLOW : FlowRegime.GRAVITY,
        properties.contains("municipal") ? ReachLevel.MUNICIPAL : ReachLevel.UNKNOWN,
        state,
        "",
        null);
  }

  static Reach withInverts(Reach reach, Double from, Double to, Integer diameter) {
    return new Reach(
        reach.id(),
        reach.geometry(),
        reach.provenance(),
        reach.fromNodeId(),
        reach.toNodeId(),
        reach.medium(),
        diameter,
        from,
        to,
        false,
        reach.flowDirection(),
        reach.regime(),
        reach.level(),
        reach.state(),
        "",
        null);
  }

  Networks add(Manhole node) {
    nodes.put(node.id(), node);
    return this;
  }

  Networks add(Reach reach) {
    reaches.put(reach.id(), reach);
    return this;
  }

  /** Lays a pipe of an existing network the other way round. */
  Networks turn(String reachId) {
    Reach old = reaches.remove(reachId);
    return add(
        reach(
            reachId,
            old.toNodeId(),
            old.fromNodeId(),
            old.geometry() == null ? null : old.geometry().reverse(),
            List.of()));
  }

  /** Adds a community with one surveyed sewage outlet at each node, and one dwelling. */
  Networks community(String id, Medium medium, String... outlets) {
    community(id, null);
    for (String outlet : outlets) {
      outlet(id, medium, outlet);
    }
    return riser(id, id + "-1", BalconyRiser.SEWAGE);
  }

  Networks outlet(String communityId, Medium medium, String nodeId) {
    return outlet(communityId, medium, nodeId, ConnectionEvidence.DYE);
  }

  Networks outlet(String communityId, Medium medium, String nodeId, ConnectionEvidence evidence) {
    connections.add(
        new ServiceConnection(
            communityId + "/" + nodeId,
            null,
            Provenance.of("test"),
            communityId,
            null,
            nodeId,
            medium,
            evidence,
            null));
    return this;
  }

  Networks riser(String communityId, String buildingId, BalconyRiser riser) {
    buildings.add(
        new Building(
            buildingId,
            null,
            Provenance.of("test"),
            communityId,
            "",
            BuildingUse.RESIDENTIAL,
            OriginType.UNKNOWN,
            null,
            null,
            null,
            riser));
    return this;
  }

  Networks community(String id, Integer buildingCount) {
    return community(id, buildingCount, 100, null);
  }

  Networks community(String id, Integer buildingCount, Integer households, Integer renovated) {
    communities.add(
        new Community(
            id,
            null,
            Provenance.of("test"),
            id,
            List.of(),
            "",
            "",
            "",
            "",
            "",
            PositionLevel.SURVEYED,
            0,
            BuildPeriod.UNKNOWN,
            buildingCount,
            households,
            null,
            OriginType.UNKNOWN,
            "",
            null,
            StructuralGrade.UNKNOWN,
            FacilityCondition.UNKNOWN,
            Willingness.UNKNOWN,
            null,
            renovated,
            null,
            ""));
    return this;
  }

  SewerNetwork network() {
    return NetworkBuilder.build(nodes.values(), reaches.values(), RULE);
  }

  NetworkTracer tracer() {
    return new NetworkTracer(network(), RULE.hookupRadiusMetres());
  }

  SewerInput input() {
    return new SewerInput(
        communities,
        buildings,
        List.copyOf(nodes.values()),
        List.copyOf(reaches.values()),
        connections,
        RULE);
  }

  SewerInput shuffled(long seed) {
    return new SewerInput(
        shuffle(communities, seed),
        shuffle(buildings, seed),
        shuffle(nodes.values(), seed),
        shuffle(reaches.values(), seed),
        shuffle(connections, seed),
        RULE);
  }

  private static <T> List<T> shuffle(Iterable<T> items, long seed) {
    List<T> copy = new ArrayList<>();
    items.forEach(copy::add);
    Collections.shuffle(copy, new Random(seed));
    return copy;
  }

  Map<String, SewerResult> assess() {
    return new PlainConnectionAssessor()
        .assess(input(), Progress.NONE).stream()
            .collect(
                Collectors.toMap(SewerResult::communityId, one -> one, (a, b) -> a, TreeMap::new));
  }

  SewerResult assess(String communityId) {
    return assess().get(communityId);
  }
}
