package org.lianpian.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The blocks between two roads along the valley.
 *
 * @param low the road nearer to the river, or null when the row begins at the bank or railway
 * @param high the road on the far side, or null when the row ends at the railway
 * @param lowOffset edge nearer to the river where {@code low} is null
 * @param highOffset edge on the far side where {@code high} is null
 * @param riverside whether nothing but a promenade lies between it and the river
 * @param cuts from west to east, beginning and ending with an edge of the town
 */
record BlockRow(
    Bank bank,
    int index,
    @Nullable LongRoad low,
    @Nullable LongRoad high,
    double lowOffset,
    double highOffset,
    boolean riverside,
    List<Cut> cuts) {
  private static final double SETBACK = 2.5;

  double lowAt(double u) {
    return low == null ? lowOffset : low.offsetAt(u) + low.widthMetres() / 2 + SETBACK;
  }

  double highAt(double u) {
    return high == null ? highOffset : high.offsetAt(u) - high.widthMetres() / 2 - SETBACK;
  }

  List<Block> blocks(Valley valley) {
    return java.util.stream.IntStream.range(1, cuts.size())
        .mapToObj(i -> new Block(valley, this, cuts.get(i - 1), cuts.get(i)))
        .toList();
  }
}
