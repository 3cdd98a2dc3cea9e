package org.lianpian.demo;

import static org.lianpian.demo.Shapes.rounded;

import org.locationtech.jts.geom.Coordinate;

/**
 * Maps a town plan onto a winding valley.
 *
 * <p>A plan position is {@code u}, metres along the valley from its western end, and {@code
 * offset}, metres from the bank (negative in the river). Meanders are sums of sines whose short
 * waves fade with the distance from the river, so that streets near the water follow it and those
 * at the foot of the hills are straighter. The map is one-to-one within 1,000 m of the river.
 * Elevations are metres. Sines are {@link StrictMath}'s: the same on every machine.
 */
final class Valley {
  static final double HILL_OFFSET = 900;
  private static final double EAST = 561_400;
  private static final double NORTH = 2_906_500;
  private static final double VALLEY_SPACING = 2_600;
  private static final double[] AMPLITUDE = {165, 58, 13};
  private static final double[] WAVELENGTH = {2900, 1130, 430};
  private static final double[] REACH = {1500, 520, 190};

  private final int index;
  private final double townLength;
  private final double[] phase = new double[6];
  private final double islandShift;

  Valley(long seed, int index, double townLength) {
    this.index = index;
    this.townLength = townLength;
    Dice dice = new Dice(seed, -1L - index);
    for (int i = 0; i < phase.length; i++) {
      phase[i] = dice.between(0, 2 * Math.PI);
    }
    this.islandShift = dice.between(-0.04, 0.04);
  }

  /** Returns the positions along the valley of the islands in a town; none in a short one. */
  double[] islands(double townStart) {
    double first = townStart + (0.3 + islandShift) * townLength;
    if (townLength < 1000) {
      return new double[0];
    }
    return townLength < 2000
        ? new double[] {first}
        : new double[] {first, townStart + (0.79 + islandShift) * townLength};
  }

  /** Returns half of the river's width in metres, wider around islands. */
  double halfWidth(double u) {
    double width =
        25
            + 6 * StrictMath.sin(u / 610 + phase[3])
            + 4 * StrictMath.sin(u / 233 + phase[4])
            + 1.2 * StrictMath.sin(u / 57 + phase[5]);
    double start = Math.floor(u / townLength) * townLength;
    for (double island : islands(start)) {
      double away = (u - island) / 120;
      width += 16 * StrictMath.exp(-away * away);
    }
    return width;
  }

  Coordinate point(Bank bank, double u, double offset) {
    double stretch = stretch(u);
    double fade = StrictMath.exp(-Math.max(0, offset) / 150);
    double v = halfWidth(u) * stretch + offset * (1 + (stretch - 1) * fade);
    return world(u, bank.sign * v);
  }

  /** Returns a point by its signed distance from the middle of the river. */
  Coordinate fromMiddle(double u, double v) {
    return world(u, v * stretch(u));
  }

  /** Returns the direction of the streets that follow the river, in radians. */
  double direction(Bank bank, double u, double offset) {
    Coordinate west = point(bank, u - 12, offset);
    Coordinate east = point(bank, u + 12, offset);
    return StrictMath.atan2(east.y - west.y, east.x - west.x);
  }

  double waterLevel(double u) {
    return 148 - 0.0008 * u;
  }

  double groundLevel(double u, double offset) {
    return waterLevel(u) + 5.5 + 0.008 * Math.max(0, offset);
  }

  private double stretch(double u) {
    double slope = (meander(u + 5, 0) - meander(u - 5, 0)) / 10;
    return Math.sqrt(1 + slope * slope);
  }

  private double meander(double u, double v) {
    double y = 0;
    for (int i = 0; i < AMPLITUDE.length; i++) {
      double far = v / REACH[i];
      y +=
          AMPLITUDE[i]
              / (1 + far * far)
              * StrictMath.sin(2 * Math.PI * u / WAVELENGTH[i] + phase[i]);
    }
    return y;
  }

  private Coordinate world(double u, double v) {
    double sway = 34 * StrictMath.sin(2 * Math.PI * v / 1700 + u / 1900 + phase[4]);
    return rounded(EAST + u + sway, NORTH + index * VALLEY_SPACING + meander(u, v) + v);
  }
}
