package org.lianpian.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * A river that winds from west to east as a sum of sines, with an island in every piece of it.
 *
 * <p>A place is given by {@code u}, metres eastward, and {@code offset}, metres to the left of the
 * centre line as seen downstream. Sines are {@link StrictMath}'s: the same on every machine.
 */
final class Meander {
  /** A piece of water of its own, as surveys cut rivers at sheet lines. */
  static final double PIECE_METRES = 2_000;

  private static final double[] AMPLITUDE = {110, 22};
  private static final double[] WAVELENGTH = {1_700, 430};
  private static final double STEP = 10;
  private static final double ISLAND_REACH = 70;

  private final double east;
  private final double north;
  private final double[] phase = new double[3];
  private final double halfWidth;

  Meander(double east, double north, Dice dice) {
    this.east = east;
    this.north = north;
    for (int i = 0; i < phase.length; i++) {
      phase[i] = dice.between(0, 2 * Math.PI);
    }
    this.halfWidth = dice.between(8.0, 18.0);
  }

  /** Returns a place; offsets are as the crow flies as long as they are below 100 m. */
  Coordinate at(double u, double offset) {
    double angle = angle(u);
    return new Coordinate(
        east + u - offset * StrictMath.sin(angle),
        north + centre(u) + offset * StrictMath.cos(angle));
  }

  /** Returns the northing of the centre line. */
  double northing(double u) {
    return north + centre(u);
  }

  /** Returns the direction downstream, anticlockwise from the east. */
  double angle(double u) {
    double slope = 0;
    for (int i = 0; i < AMPLITUDE.length; i++) {
      double wave = 2 * Math.PI / WAVELENGTH[i];
      slope += AMPLITUDE[i] * wave * StrictMath.cos(wave * u + phase[i]);
    }
    return StrictMath.atan(slope);
  }

  double halfWidth(double u) {
    double away = (u - islandAt(u)) / ISLAND_REACH;
    return halfWidth
        + 3 * StrictMath.sin(2 * Math.PI * u / 900 + phase[2])
        + 14 * StrictMath.exp(-away * away);
  }

  /** Returns the water from 0 to {@code length}, piece by piece. */
  List<Polygon> pieces(double length) {
    List<Polygon> pieces = new ArrayList<>();
    for (double from = 0; from < length; from += PIECE_METRES) {
      List<Coordinate> left = new ArrayList<>();
      List<Coordinate> ring = new ArrayList<>();
      for (int i = 0; i <= PIECE_METRES / STEP; i++) {
        double u = from + i * STEP;
        ring.add(rounded(u, -halfWidth(u)));
        left.add(rounded(u, halfWidth(u)));
      }
      for (int i = left.size() - 1; i >= 0; i--) {
        ring.add(left.get(i));
      }
      pieces.add(Shapes.polygon(ring, List.of(island(islandAt(from)))));
    }
    return pieces;
  }

  private List<Coordinate> island(double middle) {
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      double turn = 2 * Math.PI * i / 24;
      ring.add(rounded(middle + 42 * StrictMath.cos(turn), 9 * StrictMath.sin(turn)));
    }
    return ring;
  }

  private static double islandAt(double u) {
    return (Math.floor(u / PIECE_METRES) + 0.5) * PIECE_METRES;
  }

  private Coordinate rounded(double u, double offset) {
    Coordinate place = at(u, offset);
    return Shapes.rounded(place.x, place.y);
  }

  private double centre(double u) {
    double y = 0;
    for (int i = 0; i < AMPLITUDE.length; i++) {
      y += AMPLITUDE[i] * StrictMath.sin(2 * Math.PI / WAVELENGTH[i] * u + phase[i]);
    }
    return y;
  }
}
