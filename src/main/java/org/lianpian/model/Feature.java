package org.lianpian.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A thing with identity in a dataset (ISO 19101 feature); geometry in the dataset's CRS, metres.
 */
public interface Feature {
  /** Returns the id, unique within the feature type, never reused. */
  String id();

  /** Returns the geometry, valid and read-only, or null when none is known. */
  @Nullable Geometry geometry();

  /** Tells where the feature came from. */
  Provenance provenance();
}
