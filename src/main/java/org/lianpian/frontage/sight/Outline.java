package org.lianpian.frontage.sight;

import java.util.List;

/**
 * The rings of a unit as plain numbers, or its paths when it has no area.
 *
 * <p>Immutable as long as nobody changes the arrays it was made of; thread-safe.
 */
public final class Outline {

  /** What a path is to the unit. */
  public enum Role {
    /** An outer boundary; only these are facades. */
    SHELL,
    /** The edge of a courtyard, which can only stand in the way. */
    HOLE,
    /** A point or a line, which encloses nothing. */
    OPEN
  }

  /**
   * A ring or path.
   *
   * @param coordinates x0, y0, x1, y1, …; a ring repeats its first point
   */
  public record Path(Role role, double[] coordinates) {

    /** Returns 1 when a ring runs anticlockwise, -1 when clockwise, 0 when it encloses nothing. */
    int turn() {
      return (int) Math.signum(signedArea(coordinates));
    }
  }

  private final List<Path> paths;
  private final SegmentIndex edges;
  private final double minX;
  private final double minY;
  private final double maxX;
  private final double maxY;

  /**
   * @param paths at least one, each with at least one point, all numbers finite
   */
  public Outline(List<Path> paths) {
    this.paths = List.copyOf(paths);
    SegmentIndex.Builder builder = SegmentIndex.builder();
    double left = Double.POSITIVE_INFINITY;
    double bottom = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.NEGATIVE_INFINITY;
    for (Path path : paths) {
      builder.addPath(path.coordinates(), 0);
      for (int i = 0; i < path.coordinates().length; i += 2) {
        left = Math.min(left, path.coordinates()[i]);
        right = Math.max(right, path.coordinates()[i]);
        bottom = Math.min(bottom, path.coordinates()[i + 1]);
        top = Math.max(top, path.coordinates()[i + 1]);
      }
    }
    this.edges = builder.build();
    this.minX = left;
    this.minY = bottom;
    this.maxX = right;
    this.maxY = top;
  }

  public List<Path> paths() {
    return paths;
  }

  /** Returns the edges of all paths. */
  public SegmentIndex edges() {
    return edges;
  }

  public double minX() {
    return minX;
  }

  public double minY() {
    return minY;
  }

  public double maxX() {
    return maxX;
  }

  public double maxY() {
    return maxY;
  }

  boolean hasArea() {
    return paths.stream().anyMatch(path -> path.role() == Role.SHELL);
  }

  /** Returns the area a closed ring encloses, positive when it runs anticlockwise. */
  static double signedArea(double[] ring) {
    double twice = 0;
    for (int i = 2; i + 1 < ring.length; i += 2) {
      // relative to the first point, else great coordinates swallow the area
      double x = ring[i - 2] - ring[0];
      double y = ring[i - 1] - ring[1];
      twice += x * (ring[i + 1] - ring[1]) - (ring[i] - ring[0]) * y;
    }
    return twice / 2;
  }
}
