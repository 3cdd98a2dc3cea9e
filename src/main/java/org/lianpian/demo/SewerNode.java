package org.lianpian.demo;

import org.jspecify.annotations.Nullable;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;
import org.locationtech.jts.geom.Coordinate;

/** A node of the drains while a town is being built; levels in metres. */
final class SewerNode {
  final String id;
  final Coordinate at;
  final ManholeKind kind;
  final Medium medium;
  final double ground;
  final double invert;

  /** Where its water really goes, and through which pipe; null at an outfall or the plant. */
  @Nullable SewerNode next;

  @Nullable String pipeId;

  SewerNode(
      String id, Coordinate at, ManholeKind kind, Medium medium, double ground, double invert) {
    this.id = id;
    this.at = at;
    this.kind = kind;
    this.medium = medium;
    this.ground = Math.round(ground * 1000) / 1000.0;
    this.invert = Math.round(invert * 1000) / 1000.0;
  }
}
