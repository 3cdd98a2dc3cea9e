package org.lianpian.frontage;

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
    if (Math.abs(y) >= Math.abs(x)) {
      return y >= 0 ? NORTH : SOUTH;
    }
    return x > 0 ? EAST : WEST;
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
