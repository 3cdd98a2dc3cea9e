package org.lianpian.model;

/** Which geometries a feature type holds. */
public enum GeometryKind {
  NONE,
  POINT,
  LINE,
  POLYGON,
  /** Points, lines or polygons, for example a river known as a polygon or as a centre line. */
  ANY
}
