package org.lianpian.demo;

import org.jspecify.annotations.Nullable;
import org.lianpian.model.RoadClass;

/**
 * What separates two blocks of a row: a street up the slope, a stream, or the edge of the town.
 *
 * @param u its position where the offset is {@code reference}
 * @param slant metres along the valley per metre of offset
 * @param halfWidth metres from its middle to the blocks' edge
 * @param roadClass class of the street, or null when it is none
 */
record Cut(
    Kind kind,
    String name,
    @Nullable RoadClass roadClass,
    double u,
    double reference,
    double slant,
    double wave,
    double halfWidth) {

  enum Kind {
    THROUGH,
    LOCAL,
    STREAM,
    EDGE
  }

  double uAt(double offset) {
    double curve = wave * StrictMath.sin(offset / 130);
    return u + slant * (offset - reference) + curve;
  }
}
