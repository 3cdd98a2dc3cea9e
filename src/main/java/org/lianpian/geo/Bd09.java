package org.lianpian.geo;

/**
 * Converts between GCJ-02 and BD-09, Baidu's second shift on top of it; together about 1.2 km.
 *
 * <p>Where GCJ-02 shifts nothing, BD-09 is taken to shift nothing either. The inverse iterates the
 * forward formula to less than 1 mm, because the usual closed inverse is only near it.
 *
 * <p>Source: the public formula of BD-09.
 */
public final class Bd09 {
  private static final double ANGLE = Math.PI * 3000.0 / 180.0;

  private Bd09() {}

  /** Returns the BD-09 position of a GCJ-02 position. */
  public static LonLat fromGcj02(LonLat gcj02) {
    if (!Gcj02.isShifted(gcj02)) {
      return gcj02;
    }
    double x = gcj02.longitude();
    double y = gcj02.latitude();
    double radius = Math.sqrt(x * x + y * y) + 0.00002 * Math.sin(y * ANGLE);
    double theta = Math.atan2(y, x) + 0.000003 * Math.cos(x * ANGLE);
    return new LonLat(radius * Math.cos(theta) + 0.0065, radius * Math.sin(theta) + 0.006);
  }

  /** Returns the GCJ-02 position that {@link #fromGcj02} maps to the given one, within 1 mm. */
  public static LonLat toGcj02(LonLat bd09) {
    return Gcj02.isShifted(bd09) ? Gcj02.invert(Bd09::fromGcj02, bd09) : bd09;
  }
}
