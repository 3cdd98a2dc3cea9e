package org.lianpian.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One entry of a feature's history; cannot be edited.
 *
 * @param version 1 for the insertion, then counted up
 * @param before the state before, or null for an insertion
 * @param after the state after, or null for a deletion
 */
public record Change(
    String type,
    String id,
    int version,
    ChangeContext context,
    @Nullable State before,
    @Nullable State after) {

  /** A feature's content at one time. */
  public record State(@Nullable Geometry geometry, Row row) {}
}
