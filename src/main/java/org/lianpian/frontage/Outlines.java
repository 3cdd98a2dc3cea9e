package org.lianpian.frontage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.frontage.sight.Outline;
import org.lianpian.frontage.sight.SegmentIndex;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Turns geometries into plain numbers. */
final class Outlines {
  private Outlines() {}

  /** Tells whether every coordinate is a finite number. */
  static boolean isFinite(Geometry geometry) {
    for (double[] path : paths(geometry)) {
      for (double number : path) {
        if (!Double.isFinite(number)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Returns the rings or paths of a geometry that is not empty. */
  static Outline of(Geometry geometry) {
    List<Outline.Path> paths = new ArrayList<>();
    collect(geometry, paths);
    return new Outline(paths);
  }

  /** Returns the coordinates of each ring or path; none for null or an empty geometry. */
  static List<double[]> paths(@Nullable Geometry geometry) {
    List<Outline.Path> paths = new ArrayList<>();
    if (geometry != null) {
      collect(geometry, paths);
    }
    return paths.stream().map(Outline.Path::coordinates).toList();
  }

  /** Indexes the segments of a geometry in their order. */
  static SegmentIndex segments(Geometry geometry) {
    SegmentIndex.Builder builder = SegmentIndex.builder();
    List<double[]> paths = paths(geometry);
    for (int i = 0; i < paths.size(); i++) {
      builder.addPath(paths.get(i), i);
    }
    return builder.build();
  }

  private static void collect(Geometry geometry, List<Outline.Path> paths) {
    if (geometry instanceof Polygon polygon) {
      add(Outline.Role.SHELL, polygon.getExteriorRing(), paths);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        add(Outline.Role.HOLE, polygon.getInteriorRingN(i), paths);
      }
    } else if (geometry instanceof LineString line) {
      add(Outline.Role.OPEN, line, paths);
    } else if (geometry instanceof Point point && !point.isEmpty()) {
      paths.add(new Outline.Path(Outline.Role.OPEN, new double[] {point.getX(), point.getY()}));
    } else {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        if (geometry.getGeometryN(i) != geometry) {
          collect(geometry.getGeometryN(i), paths);
        }
      }
    }
  }

  private static void add(Outline.Role role, LineString line, List<Outline.Path> paths) {
    CoordinateSequence points = line.getCoordinateSequence();
    double[] coordinates = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      coordinates[2 * i] = points.getX(i);
      coordinates[2 * i + 1] = points.getY(i);
    }
    if (coordinates.length > 0) {
      paths.add(new Outline.Path(role, coordinates));
    }
  }
}
