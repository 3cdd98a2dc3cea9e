package org.lianpian.tiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts lines and rings to a square, on flat coordinate arrays x0, y0, x1, y1 …
 *
 * <p>Rings follow Sutherland and Hodgman (1974): a ring that leaves and re-enters gets edges along
 * the square's border, which lies outside the visible tile. Lines follow Liang and Barsky (1984).
 */
final class Clip {
  private final double min;
  private final double max;

  Clip(double min, double max) {
    this.min = min;
    this.max = max;
  }

  boolean contains(double[] xy) {
    for (double value : xy) {
      if (value < min || value > max) {
        return false;
      }
    }
    return true;
  }

  /** Returns the part of a closed ring within the square, not closed; empty when there is none. */
  double[] ring(double[] ring) {
    double[] result = ring;
    for (int side = 0; side < 4 && result.length > 0; side++) {
      result = half(result, side);
    }
    return result;
  }

  private double[] half(double[] ring, int side) {
    double[] out = new double[ring.length * 2 + 4];
    int size = 0;
    int n = ring.length / 2;
    double previousX = ring[2 * (n - 1)];
    double previousY = ring[2 * (n - 1) + 1];
    boolean previousInside = inside(previousX, previousY, side);
    for (int i = 0; i < n; i++) {
      double x = ring[2 * i];
      double y = ring[2 * i + 1];
      boolean inside = inside(x, y, side);
      if (inside != previousInside) {
        double bound = (side & 1) == 0 ? min : max;
        if (side < 2) {
          out[size++] = bound;
          out[size++] = previousY + (y - previousY) * (bound - previousX) / (x - previousX);
        } else {
          out[size++] = previousX + (x - previousX) * (bound - previousY) / (y - previousY);
          out[size++] = bound;
        }
      }
      if (inside) {
        out[size++] = x;
        out[size++] = y;
      }
      previousX = x;
      previousY = y;
      previousInside = inside;
    }
    return Arrays.copyOf(out, size);
  }

  private boolean inside(double x, double y, int side) {
    return switch (side) {
      case 0 -> x >= min;
      case 1 -> x <= max;
      case 2 -> y >= min;
      default -> y <= max;
    };
  }

  /** Returns the parts of a line within the square, in order. */
  List<double[]> line(double[] line) {
    List<double[]> parts = new ArrayList<>();
    double[] part = new double[line.length + 2];
    int size = 0;
    for (int i = 0; i + 3 < line.length; i += 2) {
      double[] cut = segment(line[i], line[i + 1], line[i + 2], line[i + 3]);
      if (cut.length == 0) {
        continue;
      }
      boolean continues = size > 0 && part[size - 2] == cut[0] && part[size - 1] == cut[1];
      if (!continues) {
        if (size > 2) {
          parts.add(Arrays.copyOf(part, size));
        }
        part[0] = cut[0];
        part[1] = cut[1];
        size = 2;
      }
      part[size++] = cut[2];
      part[size++] = cut[3];
    }
    if (size > 2) {
      parts.add(Arrays.copyOf(part, size));
    }
    return parts;
  }

  private double[] segment(double x0, double y0, double x1, double y1) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double[] range = {0, 1};
    if (narrow(-dx, x0 - min, range)
        && narrow(dx, max - x0, range)
        && narrow(-dy, y0 - min, range)
        && narrow(dy, max - y0, range)) {
      double[] cut = {x0, y0, x1, y1};
      if (range[0] > 0) {
        cut[0] = x0 + range[0] * dx;
        cut[1] = y0 + range[0] * dy;
      }
      if (range[1] < 1) {
        cut[2] = x0 + range[1] * dx;
        cut[3] = y0 + range[1] * dy;
      }
      return cut;
    }
    return new double[0];
  }

  private static boolean narrow(double p, double q, double[] range) {
    if (p == 0) {
      return q >= 0;
    }
    double t = q / p;
    if (p < 0) {
      range[0] = Math.max(range[0], t);
    } else {
      range[1] = Math.min(range[1], t);
    }
    return range[0] <= range[1];
  }
}
