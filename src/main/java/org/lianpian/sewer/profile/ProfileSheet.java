package org.lianpian.sewer.profile;

/** The paper of a drawing, in millimetres; on a screen it is stretched to the room there is. */
public enum ProfileSheet {
  /** Letters stay legible when a panel of 700 pixels shows it. */
  SCREEN(250, 188, 78),
  /** A3 landscape; true to scale when printed without fitting. */
  PRINT(420, 297, 150);

  /** Where the plot begins: row heads stand left of it. */
  static final double LEFT = 34;

  static final double RIGHT = 10;

  /** Room for upright letters at the first station. */
  static final double MARGIN = 5;

  static final double TOP = 26;

  final double width;
  final double height;
  final double plotHeight;

  ProfileSheet(double width, double height, double plotHeight) {
    this.width = width;
    this.height = height;
    this.plotHeight = plotHeight;
  }

  double plotWidth() {
    return width - LEFT - RIGHT - 2 * MARGIN;
  }

  double plotBottom() {
    return TOP + plotHeight;
  }
}
