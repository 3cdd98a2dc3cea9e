package org.lianpian.geo;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * One defect of a geometry (B-30).
 *
 * @param code a stable code such as {@code geometry.self-intersection}
 * @param zh what is wrong, in Chinese
 * @param en the same in English
 * @param location where, in the geometry's CRS, or null when it has no place
 */
public record GeometryIssue(String code, String zh, String en, @Nullable Coordinate location) {
  public static final String EMPTY = "geometry.empty";
  public static final String INVALID_COORDINATE = "geometry.invalid-coordinate";
  public static final String TOO_FEW_POINTS = "geometry.too-few-points";
  public static final String UNCLOSED_RING = "geometry.unclosed-ring";
  public static final String DUPLICATE_VERTICES = "geometry.duplicate-vertices";
  public static final String SPIKE = "geometry.spike";
  public static final String BOW_TIE = "geometry.bow-tie";
  public static final String SELF_INTERSECTION = "geometry.self-intersection";
  public static final String HOLE_OUTSIDE_SHELL = "geometry.hole-outside-shell";
  public static final String NESTED = "geometry.nested";
  public static final String DISCONNECTED_INTERIOR = "geometry.disconnected-interior";
  public static final String RING_DIRECTION = "geometry.ring-direction";
}
