package org.lianpian.frontage;

import org.lianpian.frontage.sight.Quadrant;
import org.lianpian.model.Labelled;

/**
 * On which bank of a river a unit lies, by compass: a unit on the north bank is north of the water.
 */
public enum BankSide implements Labelled {
  NORTH("北岸", "north bank"),
  EAST("东岸", "east bank"),
  SOUTH("南岸", "south bank"),
  WEST("西岸", "west bank");

  private final String zh;
  private final String en;

  BankSide(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /**
   * Returns the side to which a vector from the water to the unit points; diagonals go north or
   * south.
   */
  static BankSide of(double x, double y) {
    return of(Quadrant.of(x, y));
  }

  static BankSide of(Quadrant quadrant) {
    return switch (quadrant) {
      case NORTH -> NORTH;
      case EAST -> EAST;
      case SOUTH -> SOUTH;
      case WEST -> WEST;
    };
  }

  @Override
  public String zh() {
    return zh;
  }

  @Override
  public String en() {
    return en;
  }
}
