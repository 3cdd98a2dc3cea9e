package org.lianpian.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Community;
import org.lianpian.model.FeatureStore;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * Draws the outline of an area around its members (an area is an assignment, its outline derived).
 *
 * <p>The members are grown until neighbours within the gap meet, joined, and shrunk again
 * (morphological closing), so that the outline follows the members and leaves out estates between
 * them that belong elsewhere, as a convex hull would not. Members farther apart than the gap give a
 * multipolygon: the planner sees that the area falls apart.
 */
public final class AreaOutline {
  private static final BufferParameters MITRED =
      new BufferParameters(2, BufferParameters.CAP_SQUARE, BufferParameters.JOIN_MITRE, 2.0);

  /** How far the outline stands off its members, so that both lines are seen. */
  private static final double MARGIN_METRES = 3;

  private AreaOutline() {}

  /** Returns the outline of a plan's area in the store's CRS, or null without positions. */
  public static @Nullable Geometry of(PlanArea area, FeatureStore store, double gapMetres) {
    List<@Nullable Geometry> members = new ArrayList<>();
    for (Community community : store.findAll(Community.TYPE, area.members())) {
      members.add(community.geometry());
    }
    return of(members, gapMetres);
  }

  /**
   * Returns the outline, or null when no member has a position.
   *
   * @param gapMetres members this near to each other are drawn as one
   */
  public static @Nullable Geometry of(
      Collection<? extends @Nullable Geometry> members, double gapMetres) {
    double grown = gapMetres / 2 + MARGIN_METRES;
    Geometry[] parts =
        members.stream()
            .filter(Objects::nonNull)
            .map(part -> part instanceof Polygonal ? part : part.buffer(MARGIN_METRES))
            .map(part -> BufferOp.bufferOp(part, grown, MITRED))
            .toArray(Geometry[]::new);
    if (parts.length == 0) {
      return null;
    }
    Geometry joined = UnaryUnionOp.union(parts[0].getFactory().createGeometryCollection(parts));
    Geometry outline = BufferOp.bufferOp(joined, MARGIN_METRES - grown, MITRED);
    return TopologyPreservingSimplifier.simplify(outline, 0.5);
  }
}
