package org.lianpian.geo;

/**
 * The datum of a column of longitudes and latitudes (坐标基准), which a source must state.
 *
 * <p>WGS 84 and CGCS2000 are one datum here: they differ by less than a decimetre.
 */
public enum Datum {
  CGCS2000("CGCS2000/WGS84", "CGCS2000 or WGS 84"),
  GCJ02("火星坐标 GCJ-02", "GCJ-02 (online maps)"),
  BD09("百度坐标 BD-09", "BD-09 (Baidu)");

  private final String zh;
  private final String en;

  Datum(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** Returns the true position of a position on this datum. */
  public LonLat toCgcs2000(LonLat position) {
    return switch (this) {
      case CGCS2000 -> position;
      case GCJ02 -> Gcj02.toWgs84(position);
      case BD09 -> Gcj02.toWgs84(Bd09.toGcj02(position));
    };
  }

  /** Returns the position on this datum of a true position. */
  public LonLat fromCgcs2000(LonLat position) {
    return switch (this) {
      case CGCS2000 -> position;
      case GCJ02 -> Gcj02.fromWgs84(position);
      case BD09 -> Bd09.fromGcj02(Gcj02.fromWgs84(position));
    };
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
