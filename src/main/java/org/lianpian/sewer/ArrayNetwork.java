package org.lianpian.sewer;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Feature;
import org.lianpian.model.Manhole;
import org.lianpian.model.Reach;
import org.lianpian.sewer.network.JoinFault;
import org.lianpian.sewer.network.PipeNetwork;
import org.lianpian.sewer.network.PipeSurvey;
import org.lianpian.sewer.network.SurveyedPipe;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A network in arrays together with the features it was made of. Equal to the {@link PlainNetwork}
 * of the same features. Edges are made when they are asked for. Immutable and thread-safe.
 */
final class ArrayNetwork implements SewerNetwork {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final PipeNetwork pipes;
  private final List<Manhole> manholes;
  private final List<Reach> reaches;
  private final List<TopologyIssue> joinIssues;

  /** Made on first use; whoever comes second may make an equal one. */
  private final @Nullable NetworkEdge[] edges;

  private ArrayNetwork(
      PipeNetwork pipes,
      List<Manhole> manholes,
      List<Reach> reaches,
      List<TopologyIssue> joinIssues) {
    this.pipes = pipes;
    this.manholes = manholes;
    this.reaches = reaches;
    this.joinIssues = joinIssues;
    this.edges = new NetworkEdge[pipes.pipeCount()];
  }

  static ArrayNetwork of(
      Collection<Manhole> manholes, Collection<Reach> reaches, SewerParameters parameters) {
    List<TopologyIssue> issues = new ArrayList<>();
    List<Manhole> nodes = distinct(manholes, "节点", "Node", issues);
    List<Reach> rows = distinct(reaches, "管段", "Pipe", issues);
    PipeNetwork pipes =
        PipeNetwork.join(
            survey(nodes, rows), parameters.exactSnapMetres(), parameters.inferredSnapMetres());
    pipes.faults().forEach(fault -> issues.add(issue(fault, rows.get(fault.row()))));
    return new ArrayNetwork(pipes, nodes, rows, issues.stream().sorted().toList());
  }

  /** Takes features into columns; their ids must be unique. */
  static PipeSurvey survey(Collection<Manhole> manholes, Collection<Reach> reaches) {
    PipeSurvey survey = new PipeSurvey(manholes.size(), reaches.size());
    manholes.forEach(node -> add(node, survey));
    reaches.forEach(reach -> survey.addPipe(surveyed(reach)));
    return survey;
  }

  private static <T extends Feature> List<T> distinct(
      Collection<T> features, String zh, String en, List<TopologyIssue> issues) {
    return SortedFeatures.distinct(
        SortedFeatures.of(features), twin -> issues.add(JoinIssues.duplicateId(twin, zh, en)));
  }

  private static void add(Manhole node, PipeSurvey survey) {
    Geometry point = node.geometry();
    Coordinate place = point == null ? null : point.getCoordinate();
    survey.addNode(
        node.id(),
        place == null ? Double.NaN : place.x,
        place == null ? Double.NaN : place.y,
        number(node.invertLevelMetres()),
        node.kind(),
        node.medium());
  }

  private static SurveyedPipe surveyed(Reach reach) {
    Coordinate start = NetworkBuilder.end(reach, true);
    Coordinate end = NetworkBuilder.end(reach, false);
    Geometry line = reach.geometry();
    return new SurveyedPipe(
        reach.id(),
        reach.fromNodeId(),
        reach.toNodeId(),
        start == null ? Double.NaN : start.x,
        start == null ? Double.NaN : start.y,
        end == null ? Double.NaN : end.x,
        end == null ? Double.NaN : end.y,
        line == null ? 0 : line.getLength(),
        number(reach.invertFromMetres()),
        number(reach.invertToMetres()),
        reach.flowDirection(),
        reach.regime(),
        reach.medium(),
        reach.state(),
        reach.level());
  }

  private static double number(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }

  private static TopologyIssue issue(JoinFault fault, Reach reach) {
    return switch (fault.kind()) {
      case NO_PLACE -> JoinIssues.noPlace(reach);
      case UNSURVEYED -> JoinIssues.unsurveyed(reach, fault.nodeId());
      case UNSURVEYED_PLACE -> JoinIssues.unsurveyedPlace(reach, fault.nodeId());
      case INFERRED -> JoinIssues.inferred(reach, fault.nodeId(), fault.metres());
      case CONFLICT -> JoinIssues.conflict(reach, fault.nodeId(), fault.metres(), fault.otherId());
      case START_EQUALS_END -> JoinIssues.startEqualsEnd(reach, fault.nodeId());
    };
  }

  /** Returns the arrays; surveyed nodes and pipes are numbered in the order of their ids. */
  PipeNetwork pipes() {
    return pipes;
  }

  Manhole node(int number) {
    if (number < manholes.size()) {
      return manholes.get(number);
    }
    double x = pipes.x(number);
    return NetworkBuilder.impliedNode(
        pipes.nodeId(number),
        Double.isNaN(x) ? null : FACTORY.createPoint(new Coordinate(x, pipes.y(number))));
  }

  NetworkEdge edge(int pipe) {
    NetworkEdge known = edges[pipe];
    if (known == null) {
      double drop = pipes.dropMetres(pipe);
      known =
          new NetworkEdge(
              reaches.get(pipes.row(pipe)),
              new Joint(
                  pipes.nodeId(pipes.from(pipe)),
                  pipes.upstreamJoin(pipe),
                  pipes.upstreamJoinMetres(pipe)),
              new Joint(
                  pipes.nodeId(pipes.to(pipe)),
                  pipes.downstreamJoin(pipe),
                  pipes.downstreamJoinMetres(pipe)),
              pipes.isReversed(pipe),
              pipes.direction(pipe),
              pipes.isOverflow(pipe),
              Double.isNaN(drop) ? null : drop);
      edges[pipe] = known;
    }
    return known;
  }

  @Override
  public Collection<Manhole> nodes() {
    List<Manhole> all = new ArrayList<>(manholes);
    for (int node = manholes.size(); node < pipes.nodeCount(); node++) {
      all.add(node(node));
    }
    all.sort(Comparator.comparing(Manhole::id));
    return all;
  }

  @Override
  public List<NetworkEdge> edges() {
    return new AbstractList<>() {
      @Override
      public NetworkEdge get(int index) {
        return edge(index);
      }

      @Override
      public int size() {
        return pipes.pipeCount();
      }
    };
  }

  @Override
  public @Nullable Manhole findNode(String id) {
    int node = pipes.findNode(id);
    return node < 0 ? null : node(node);
  }

  @Override
  public List<NetworkEdge> outgoing(String nodeId) {
    int node = pipes.findNode(nodeId);
    List<NetworkEdge> found = new ArrayList<>(2);
    for (int i = node < 0 ? 0 : pipes.firstOut(node);
        node >= 0 && i < pipes.firstOut(node + 1);
        i++) {
      found.add(edge(pipes.outgoing(i)));
    }
    return found;
  }

  @Override
  public List<NetworkEdge> incoming(String nodeId) {
    int node = pipes.findNode(nodeId);
    List<NetworkEdge> found = new ArrayList<>(2);
    for (int i = node < 0 ? 0 : pipes.firstIn(node);
        node >= 0 && i < pipes.firstIn(node + 1);
        i++) {
      found.add(edge(pipes.incoming(i)));
    }
    return found;
  }

  @Override
  public List<TopologyIssue> joinIssues() {
    return joinIssues;
  }

  @Override
  public List<Manhole> nodesNear(String nodeId, double metres) {
    int here = pipes.findNode(nodeId);
    List<Integer> near = new ArrayList<>();
    if (here >= 0) {
      pipes.visitNear(
          pipes.x(here),
          pipes.y(here),
          metres,
          node -> {
            if (node != here) {
              near.add(node);
            }
          });
    }
    near.sort(
        Comparator.comparingDouble((Integer node) -> pipes.distanceMetres(here, node))
            .thenComparing(pipes::nodeId));
    return near.stream().map(this::node).toList();
  }

  @Override
  public @Nullable Coordinate position(String nodeId) {
    int node = pipes.findNode(nodeId);
    return node < 0 || Double.isNaN(pipes.x(node))
        ? null
        : new Coordinate(pipes.x(node), pipes.y(node));
  }
}
