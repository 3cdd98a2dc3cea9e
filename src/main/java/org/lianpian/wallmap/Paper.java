package org.lianpian.wallmap;

/** Sizes of paper (ISO 216, series A), in millimetres, upright. */
public enum Paper {
  A4(210, 297),
  A3(297, 420),
  A2(420, 594),
  A1(594, 841),
  A0(841, 1189);

  private final int shortSide;
  private final int longSide;

  Paper(int shortSide, int longSide) {
    this.shortSide = shortSide;
    this.longSide = longSide;
  }

  int widthMillimetres(boolean landscape) {
    return landscape ? longSide : shortSide;
  }

  int heightMillimetres(boolean landscape) {
    return landscape ? shortSide : longSide;
  }

  /** Returns how much larger than on A4 texts and lines are, as such a sheet is read from afar. */
  double magnification() {
    return Math.sqrt(shortSide / 210.0);
  }
}
