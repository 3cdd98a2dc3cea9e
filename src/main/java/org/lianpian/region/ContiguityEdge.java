package org.lianpian.region;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * How two units lie to each other.
 *
 * @param a the smaller id
 * @param b the larger id
 * @param gapMetres shortest distance between them; 0 when they touch or overlap
 * @param connector the shortest connector from a to b: a line, or a point when they meet
 * @param use whether the two may be joined
 * @param cause why
 * @param barrier what the connector crosses, or null; also given when they are too far apart
 * @param roadBlock the road block that makes them neighbours although the gap is larger, or null
 */
public record ContiguityEdge(
    String a,
    String b,
    double gapMetres,
    Geometry connector,
    EdgeUse use,
    EdgeCause cause,
    @Nullable Barrier barrier,
    @Nullable String roadBlock) {

  public boolean joins(String id) {
    return a.equals(id) || b.equals(id);
  }

  /** Returns the end that is not {@code id}. */
  public String other(String id) {
    return a.equals(id) ? b : a;
  }
}
