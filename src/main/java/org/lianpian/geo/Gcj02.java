package org.lianpian.geo;

import java.util.function.UnaryOperator;

/**
 * Converts between WGS 84 and GCJ-02 (火星坐标), the obfuscated datum of Chinese online maps.
 *
 * <p>The shift is about 500 to 620 m in our cities. Outside the rectangle 72.004-137.8347 E,
 * 0.8293-55.8271 N nothing is shifted. The inverse iterates the forward formula to less than 1 mm;
 * a single step would leave 1 to 2.5 m. Converting back is a decision of the user: callers do it
 * only when told to, and keep the original.
 *
 * <p>Source: the public approximation of GCJ-02 (wgtochina_lb, "eviltransform"), on the Krasovsky
 * ellipsoid. How near it is to the official algorithm is not published.
 */
public final class Gcj02 {
  private static final double SEMI_MAJOR_AXIS_METRES = 6378245.0;
  private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;

  private static final double MIN_LONGITUDE = 72.004;
  private static final double MAX_LONGITUDE = 137.8347;
  private static final double MIN_LATITUDE = 0.8293;
  private static final double MAX_LATITUDE = 55.8271;

  private Gcj02() {}

  /** Returns the GCJ-02 position of a WGS 84 position. */
  public static LonLat fromWgs84(LonLat wgs84) {
    if (!isShifted(wgs84)) {
      return wgs84;
    }
    double x = wgs84.longitude() - 105.0;
    double y = wgs84.latitude() - 35.0;
    double latitude = Math.toRadians(wgs84.latitude());
    double sine = Math.sin(latitude);
    double magic = 1 - ECCENTRICITY_SQUARED * sine * sine;
    double root = Math.sqrt(magic);
    double northRadius = SEMI_MAJOR_AXIS_METRES * (1 - ECCENTRICITY_SQUARED) / (magic * root);
    double eastRadius = SEMI_MAJOR_AXIS_METRES / root * Math.cos(latitude);
    return new LonLat(
        wgs84.longitude() + Math.toDegrees(eastMetres(x, y) / eastRadius),
        wgs84.latitude() + Math.toDegrees(northMetres(x, y) / northRadius));
  }

  /** Returns the WGS 84 position that {@link #fromWgs84} maps to the given one, within 1 mm. */
  public static LonLat toWgs84(LonLat gcj02) {
    return isShifted(gcj02) ? invert(Gcj02::fromWgs84, gcj02) : gcj02;
  }

  static boolean isShifted(LonLat position) {
    return position.longitude() >= MIN_LONGITUDE
        && position.longitude() <= MAX_LONGITUDE
        && position.latitude() >= MIN_LATITUDE
        && position.latitude() <= MAX_LATITUDE;
  }

  /**
   * Inverts a shift that varies slowly (Lipschitz constant about 0.01) by fixed-point iteration;
   * each step gains two digits, so the cap is never reached away from the edge of the rectangle.
   */
  static LonLat invert(UnaryOperator<LonLat> forward, LonLat shifted) {
    LonLat guess = shifted;
    for (int step = 0; step < 10; step++) {
      LonLat image = forward.apply(guess);
      double east = image.longitude() - shifted.longitude();
      double north = image.latitude() - shifted.latitude();
      guess = new LonLat(guess.longitude() - east, guess.latitude() - north);
      if (Math.abs(east) < 1e-11 && Math.abs(north) < 1e-11) {
        break;
      }
    }
    return guess;
  }

  private static double eastMetres(double x, double y) {
    return 300.0
        + x
        + 2.0 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * Math.sqrt(Math.abs(x))
        + (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2 / 3
        + (20 * Math.sin(x * Math.PI) + 40 * Math.sin(x / 3 * Math.PI)) * 2 / 3
        + (150 * Math.sin(x / 12 * Math.PI) + 300 * Math.sin(x / 30 * Math.PI)) * 2 / 3;
  }

  private static double northMetres(double x, double y) {
    return -100.0
        + 2.0 * x
        + 3.0 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * Math.sqrt(Math.abs(x))
        + (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2 / 3
        + (20 * Math.sin(y * Math.PI) + 40 * Math.sin(y / 3 * Math.PI)) * 2 / 3
        + (160 * Math.sin(y / 12 * Math.PI) + 320 * Math.sin(y * Math.PI / 30)) * 2 / 3;
  }
}
