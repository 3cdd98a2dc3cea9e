package org.lianpian.demo;

import org.lianpian.model.RoadClass;

/**
 * A road along the valley.
 *
 * @param sewered whether public sewers lie in it
 */
record LongRoad(
    Bank bank,
    String name,
    RoadClass roadClass,
    double widthMetres,
    double offset,
    double sway,
    double wavelength,
    double phase,
    boolean sewered) {

  double offsetAt(double u) {
    return offset + sway * StrictMath.sin(2 * Math.PI * u / wavelength + phase);
  }
}
