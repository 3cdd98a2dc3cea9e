package org.lianpian.frontage.sight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connected part of a unit's boundary that is in sight of the bank. */
public final class ExposedRun {

  /** A part of one facade that looks at one bank primitive, or touches the bank (no field). */
  private record Part(
      Facade facade, @Nullable SightField field, double start, double end, double metres) {}

  private double[] path = new double[8];
  private int length;
  private double begin; // where along the ring the run begins
  private double end;
  private double metres;
  private final List<Part> parts = new ArrayList<>(2);

  /** Returns the boundary as x0, y0, x1, y1, …. */
  public double[] path() {
    return Arrays.copyOf(path, length);
  }

  /** Returns its length, weighted by the cosine to the sight lines. */
  public double metres() {
    return metres;
  }

  /** Returns the sight line of its middle by weight: x and y on the boundary, then on the bank. */
  public double[] middleSight() {
    double left = metres / 2;
    for (Part part : parts) {
      if (left <= part.metres || part == parts.get(parts.size() - 1)) {
        return sight(part, Math.min(left, part.metres));
      }
      left -= part.metres;
    }
    throw new IllegalStateException("a run has at least one part");
  }

  private static double[] sight(Part part, double left) {
    Facade facade = part.facade;
    SightField field = part.field;
    double advanced = field == null ? part.start + left : field.advance(part.start, left);
    double t = Math.max(part.start, Math.min(part.end, advanced));
    double targetT = field == null ? t : field.targetT(t);
    double targetH = field == null ? 0 : field.targetH(t);
    return new double[] {
      facade.x(t, 0), facade.y(t, 0), facade.x(targetT, targetH), facade.y(targetT, targetH)
    };
  }

  /** Tells whether the run ends at, or less than the tolerance before, a place along the ring. */
  boolean reaches(double ringMetres) {
    return ringMetres - end <= SightMeter.TOLERANCE_METRES;
  }

  boolean startsRing() {
    return begin <= SightMeter.TOLERANCE_METRES;
  }

  void add(
      Facade facade,
      @Nullable SightField field,
      double start,
      double stop,
      double weight,
      double ringMetres) {
    if (parts.isEmpty()) {
      append(facade.x(start, 0), facade.y(start, 0));
      begin = ringMetres + start;
    }
    append(facade.x(stop, 0), facade.y(stop, 0));
    parts.add(new Part(facade, field == null ? null : field.copy(), start, stop, weight));
    metres += weight;
    end = ringMetres + stop;
  }

  /** Continues with a run that begins where this one ends. */
  void append(ExposedRun other) {
    for (int i = 2; i < other.length; i += 2) {
      append(other.path[i], other.path[i + 1]);
    }
    parts.addAll(other.parts);
    metres += other.metres;
  }

  /** Adds a point; a straight continuation needs no vertex of its own. */
  private void append(double x, double y) {
    if (length >= 4 && isStraight(x, y)) {
      length -= 2;
    }
    if (length + 2 > path.length) {
      path = Arrays.copyOf(path, 2 * path.length);
    }
    path[length++] = x;
    path[length++] = y;
  }

  private boolean isStraight(double x, double y) {
    double baseX = x - path[length - 4];
    double baseY = y - path[length - 3];
    double toX = path[length - 2] - path[length - 4];
    double toY = path[length - 1] - path[length - 3];
    double base = Math.sqrt(baseX * baseX + baseY * baseY);
    return Math.abs(baseX * toY - baseY * toX) <= SightMeter.TOLERANCE_METRES * base
        && baseX * toX + baseY * toY >= 0;
  }
}
