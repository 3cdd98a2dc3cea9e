package org.lianpian.geo;

/**
 * One way to read a pair of numbers.
 *
 * @param crs the system they are in
 * @param swapped whether northing or latitude stands first
 */
record CoordinateReading(Crs crs, boolean swapped) {
  String zh() {
    return MetricCrs.of(crs).map(MetricCrs::zh).orElse("经纬度") + (swapped ? " 北坐标在前" : "");
  }

  String en() {
    return MetricCrs.of(crs).map(MetricCrs::en).orElse("longitude and latitude")
        + (swapped ? ", north first" : "");
  }
}
