package org.lianpian.wallmap;

import java.awt.Color;

/** How a class of a theme is drawn: colour, and a pattern where colour must not stand alone. */
record ClassStyle(Color fill, Pattern pattern) {

  enum Pattern {
    NONE,
    HATCH,
    DOTS,
    CROSS
  }
}
