package org.lianpian.geo;

import org.locationtech.jts.geom.Coordinate;

/**
 * The Gauss-Krüger projection (transverse Mercator) of the CGCS2000 ellipsoid, scale 1 at the
 * central meridian, with its series to the fourth order of the third flattening.
 *
 * <p>Defined within {@value #REACH_METRES} m of the central meridian on its side of the globe,
 * where both directions agree to a micrometre. Constant time.
 *
 * <p>Source: C. F. F. Karney, 2011, Transverse Mercator with an accuracy of a few nanometers,
 * Journal of Geodesy 85, equations 7 to 12, 35 and 36, cut after n⁴.
 */
final class GaussKruger implements Projection {
  /** About 15° at the equator; what lies beyond was meant for another zone. */
  static final double REACH_METRES = 1_700_000;

  private static final double SEMI_MAJOR_METRES = 6378137;
  private static final double FLATTENING = 1 / 298.257222101;
  private static final double ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING));
  private static final double N = FLATTENING / (2 - FLATTENING);
  private static final double N2 = N * N;
  private static final double N3 = N2 * N;
  private static final double N4 = N2 * N2;

  /** A quarter meridian by π/2. */
  private static final double RADIUS_METRES = SEMI_MAJOR_METRES / (1 + N) * (1 + N2 / 4 + N4 / 64);

  private static final double[] ALPHA = {
    N / 2 - N2 * 2 / 3 + N3 * 5 / 16 + N4 * 41 / 180,
    N2 * 13 / 48 - N3 * 3 / 5 + N4 * 557 / 1440,
    N3 * 61 / 240 - N4 * 103 / 140,
    N4 * 49561 / 161280
  };
  private static final double[] BETA = {
    N / 2 - N2 * 2 / 3 + N3 * 37 / 96 - N4 / 360,
    N2 / 48 + N3 / 15 - N4 * 437 / 1440,
    N3 * 17 / 480 - N4 * 37 / 840,
    N4 * 4397 / 161280
  };

  /** Newton's step squares the error; from the conformal latitude three leave rounding only. */
  private static final int NEWTON_STEPS = 3;

  private final double centralMeridian;
  private final double falseEastingMetres;

  GaussKruger(MetricCrs system) {
    this.centralMeridian = system.centralMeridian();
    this.falseEastingMetres = 500_000 + 1_000_000.0 * system.prefix();
  }

  @Override
  public void project(Coordinate position) throws PositionException {
    double lambda = Math.toRadians(position.x - centralMeridian);
    double conformal = conformal(Math.tan(Math.toRadians(position.y)));
    double cosLambda = Math.cos(lambda);
    double xi = Math.atan2(conformal, cosLambda);
    double eta = asinh(Math.sin(lambda) / Math.hypot(conformal, cosLambda));
    if (!(Math.abs(position.y) <= 90)) {
      throw new PositionException("latitude must be in [-90, 90], was " + position.y);
    }
    requireReach(xi, eta);
    double northing = xi;
    double easting = eta;
    for (int j = 0; j < ALPHA.length; j++) {
      int k = 2 * (j + 1);
      northing += ALPHA[j] * Math.sin(k * xi) * Math.cosh(k * eta);
      easting += ALPHA[j] * Math.cos(k * xi) * Math.sinh(k * eta);
    }
    position.x = falseEastingMetres + RADIUS_METRES * easting;
    position.y = RADIUS_METRES * northing;
  }

  @Override
  public void unproject(Coordinate position) throws PositionException {
    double northing = position.y / RADIUS_METRES;
    double easting = (position.x - falseEastingMetres) / RADIUS_METRES;
    requireReach(northing, easting);
    double xi = northing;
    double eta = easting;
    for (int j = 0; j < BETA.length; j++) {
      int k = 2 * (j + 1);
      xi -= BETA[j] * Math.sin(k * northing) * Math.cosh(k * easting);
      eta -= BETA[j] * Math.cos(k * northing) * Math.sinh(k * easting);
    }
    double sinhEta = Math.sinh(eta);
    double cosXi = Math.cos(xi);
    double conformal = Math.sin(xi) / Math.hypot(sinhEta, cosXi);
    position.x = centralMeridian + Math.toDegrees(Math.atan2(sinhEta, cosXi));
    position.y = Math.toDegrees(Math.atan(geographic(conformal)));
  }

  /** Takes northing and easting in radii, which the series changes by less than a kilometre. */
  private static void requireReach(double northing, double easting) throws PositionException {
    if (!(Math.abs(northing) <= Math.PI / 2 && Math.abs(easting) * RADIUS_METRES <= REACH_METRES)) {
      throw new PositionException(
          "more than " + REACH_METRES + " m from the central meridian, or beyond a pole");
    }
  }

  /** Returns the tangent of the conformal latitude, from that of the geographic one. */
  private static double conformal(double tau) {
    double secant = Math.hypot(1, tau);
    double sigma = Math.sinh(ECCENTRICITY * atanh(ECCENTRICITY * tau / secant));
    return Math.hypot(1, sigma) * tau - sigma * secant;
  }

  /** Returns the tangent of the geographic latitude, from that of the conformal one. */
  private static double geographic(double conformal) {
    double squared = 1 - ECCENTRICITY * ECCENTRICITY;
    double tau = conformal / squared;
    for (int i = 0; i < NEWTON_STEPS; i++) {
      double found = conformal(tau);
      tau +=
          (conformal - found)
              / Math.hypot(1, found)
              * (1 + squared * tau * tau)
              / (squared * Math.hypot(1, tau));
    }
    return tau;
  }

  private static double asinh(double x) {
    double size = Math.abs(x);
    return Math.copySign(Math.log1p(size + size * size / (1 + Math.hypot(1, size))), x);
  }

  private static double atanh(double x) {
    return Math.log1p(2 * x / (1 - x)) / 2;
  }
}
