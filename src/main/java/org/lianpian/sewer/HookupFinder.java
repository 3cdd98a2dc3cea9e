package org.lianpian.sewer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Manhole;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Looks around a node for manholes of connected sewers that could take its sewage by gravity. */
final class HookupFinder {
  private static final Set<ManholeKind> TARGETS =
      EnumSet.of(ManholeKind.MANHOLE, ManholeKind.CAPPED_STUB, ManholeKind.UNKNOWN);

  private final SewerNetwork network;
  private final SewerParameters parameters;
  private final Obstacles obstacles;
  private final Predicate<String> isConnected;

  /**
   * @param isConnected tells whether sewage at a node reaches the plant
   */
  HookupFinder(
      SewerNetwork network,
      SewerParameters parameters,
      Obstacles obstacles,
      Predicate<String> isConnected) {
    this.network = network;
    this.parameters = parameters;
    this.obstacles = obstacles;
    this.isConnected = isConnected;
  }

  /** Returns all candidates within the radius, usable or not, nearest first. */
  List<HookupCandidate> find(String nodeId) {
    Coordinate here = network.position(nodeId);
    Manhole well = network.findNode(nodeId);
    List<HookupCandidate> candidates = new ArrayList<>();
    if (here == null || well == null) {
      return candidates;
    }
    for (Manhole node : network.nodesNear(nodeId, parameters.hookupRadiusMetres())) {
      if (TARGETS.contains(node.kind())
          && node.medium() != Medium.STORM
          && isConnected.test(node.id())) {
        candidates.add(candidate(well, here, node));
      }
    }
    return candidates;
  }

  private HookupCandidate candidate(Manhole well, Coordinate here, Manhole node) {
    Coordinate there = Objects.requireNonNull(network.position(node.id()));
    double metres = here.distance(there);
    Double from = well.invertLevelMetres();
    Double to = node.invertLevelMetres();
    Double drop = from == null || to == null ? null : from - to;
    LineString line = new GeometryFactory().createLineString(new Coordinate[] {here, there});
    Double slope = drop == null || metres == 0 ? null : 1000 * drop / metres;
    return new HookupCandidate(
        node.id(), metres, drop, slope, rejection(drop, slope), obstacles.on(line), line);
  }

  private @Nullable HookupRejection rejection(@Nullable Double drop, @Nullable Double slope) {
    if (drop == null) {
      return HookupRejection.INVERT_UNKNOWN;
    }
    if (drop <= 0) {
      return HookupRejection.ADVERSE;
    }
    return slope != null && slope < parameters.minSlopePermille() ? HookupRejection.TOO_FLAT : null;
  }
}
