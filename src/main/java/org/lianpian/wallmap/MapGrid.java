package org.lianpian.wallmap;

import java.awt.Color;
import java.io.IOException;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;

/** Ticks of the CRS's grid along the frame, with their coordinates in metres. */
final class MapGrid {
  private static final Color INK = new Color(0x3c4650);
  private static final double DISTANCE_MILLIMETRES = 60;

  private final SheetCanvas canvas;
  private final SheetLayout layout;
  private final double k;

  MapGrid(SheetCanvas canvas, SheetLayout layout, double k) {
    this.canvas = canvas;
    this.layout = layout;
    this.k = k;
  }

  void draw() throws IOException {
    Envelope map = layout.map();
    Envelope world = layout.world();
    double step = RoundNumbers.atMost(DISTANCE_MILLIMETRES * k * layout.scale() / 1000);
    for (double x = Math.ceil(world.getMinX() / step) * step; x < world.getMaxX(); x += step) {
      double at = layout.x(x);
      canvas.line(at, map.getMinY(), at, map.getMinY() + 2 * k, INK, 0.2 * k);
      canvas.line(at, map.getMaxY(), at, map.getMaxY() - 2 * k, INK, 0.2 * k);
      text(x, at + 0.5 * k, map.getMinY() + 0.7 * k);
    }
    for (double y = Math.ceil(world.getMinY() / step) * step; y < world.getMaxY(); y += step) {
      double at = layout.y(y);
      canvas.line(map.getMinX(), at, map.getMinX() + 2 * k, at, INK, 0.2 * k);
      canvas.line(map.getMaxX(), at, map.getMaxX() - 2 * k, at, INK, 0.2 * k);
      text(y, map.getMinX() + 0.6 * k, at + 0.5 * k);
    }
    canvas.frame(map, INK, 0.5 * k);
  }

  private void text(double metres, double x, double y) throws IOException {
    canvas.text(String.format(Locale.ROOT, "%.0f", metres), x, y, 1.5 * k, INK);
  }
}
