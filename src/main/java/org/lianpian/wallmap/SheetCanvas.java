package org.lianpian.wallmap;

import java.awt.Color;
import java.io.IOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Draws on one page, in millimetres from its lower left corner. Not thread-safe. */
final class SheetCanvas {
  static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

  /** Where a character without a glyph stood. */
  private static final String MISSING = "□";

  private final PDPageContentStream page;
  private final PDFont font;
  private final CmapLookup glyphs;

  SheetCanvas(PDPageContentStream page, PDFont font, CmapLookup glyphs) {
    this.page = page;
    this.font = font;
    this.glyphs = glyphs;
  }

  /** Turns a geometry's coordinates into millimetres. */
  interface Projection {
    double x(Coordinate coordinate);

    double y(Coordinate coordinate);
  }

  void fill(Geometry geometry, Projection projection, Color colour) throws IOException {
    page.setNonStrokingColor(colour);
    if (path(geometry, projection)) {
      page.fillEvenOdd();
    }
  }

  void stroke(Geometry geometry, Projection projection, Color colour, double width)
      throws IOException {
    stroke(geometry, projection, colour, width, new float[0]);
  }

  void stroke(Geometry geometry, Projection projection, Color colour, double width, float[] dashes)
      throws IOException {
    pen(colour, width);
    float[] points = new float[dashes.length];
    for (int i = 0; i < dashes.length; i++) {
      points[i] = points(dashes[i]);
    }
    page.setLineDashPattern(points, 0);
    page.setLineJoinStyle(1);
    page.setLineCapStyle(dashes.length == 0 ? 1 : 0);
    if (path(geometry, projection)) {
      page.stroke();
    }
    page.setLineDashPattern(new float[0], 0);
  }

  /** Draws a pattern within a polygon. */
  void pattern(Geometry geometry, Projection projection, ClassStyle.Pattern pattern, double step)
      throws IOException {
    if (pattern == ClassStyle.Pattern.NONE) {
      return;
    }
    page.saveGraphicsState();
    if (path(geometry, projection)) {
      page.clipEvenOdd();
      Envelope box = new Envelope();
      for (Coordinate coordinate : geometry.getCoordinates()) {
        box.expandToInclude(projection.x(coordinate), projection.y(coordinate));
      }
      pattern(box, pattern, step);
    }
    page.restoreGraphicsState();
  }

  /** Draws a pattern over a box. */
  void pattern(Envelope box, ClassStyle.Pattern pattern, double step) throws IOException {
    switch (pattern) {
      case NONE -> {}
      case DOTS -> dots(box, step);
      case HATCH -> strokes(box, step, false, new Color(90, 90, 90));
      case CROSS -> strokes(box, step, true, Color.WHITE);
    }
  }

  private void strokes(Envelope box, double step, boolean both, Color colour) throws IOException {
    pen(colour, step / 8);
    double height = box.getHeight();
    // on lines that run through all shapes alike
    double first = Math.floor((box.getMinX() - height) / step) * step;
    for (double x = first; x < box.getMaxX(); x += step) {
      move(x, box.getMinY());
      line(x + height, box.getMaxY());
      if (both) {
        move(x, box.getMaxY());
        line(x + height, box.getMinY());
      }
    }
    page.stroke();
  }

  private void dots(Envelope box, double step) throws IOException {
    page.setNonStrokingColor(new Color(90, 90, 90));
    double side = step / 4;
    for (double x = Math.floor(box.getMinX() / step) * step; x < box.getMaxX(); x += step) {
      for (double y = Math.floor(box.getMinY() / step) * step; y < box.getMaxY(); y += step) {
        page.addRect(points(x), points(y), points(side), points(side));
      }
    }
    page.fill();
  }

  void rectangle(Envelope box, Color fill, Color outline, double width) throws IOException {
    rectangle(box);
    page.setNonStrokingColor(fill);
    pen(outline, width);
    page.fillAndStroke();
  }

  void frame(Envelope box, Color colour, double width) throws IOException {
    rectangle(box);
    pen(colour, width);
    page.stroke();
  }

  void fill(Envelope box, Color colour) throws IOException {
    rectangle(box);
    page.setNonStrokingColor(colour);
    page.fill();
  }

  private void rectangle(Envelope box) throws IOException {
    page.addRect(
        points(box.getMinX()),
        points(box.getMinY()),
        points(box.getWidth()),
        points(box.getHeight()));
  }

  void line(double x1, double y1, double x2, double y2, Color colour, double width)
      throws IOException {
    pen(colour, width);
    move(x1, y1);
    line(x2, y2);
    page.stroke();
  }

  /** Fills a polygon given as x, y, x, y … */
  void polygon(Color colour, double... ordinates) throws IOException {
    move(ordinates[0], ordinates[1]);
    for (int i = 2; i < ordinates.length; i += 2) {
      line(ordinates[i], ordinates[i + 1]);
    }
    page.closePath();
    page.setNonStrokingColor(colour);
    page.fill();
  }

  /** Draws only within a box until {@link #unclip}. */
  void clip(Envelope box) throws IOException {
    page.saveGraphicsState();
    rectangle(box);
    page.clip();
  }

  void unclip() throws IOException {
    page.restoreGraphicsState();
  }

  /**
   * Writes a line of text.
   *
   * @param x its left end
   * @param y its base line
   * @param size the height of the font
   */
  void text(String text, double x, double y, double size, Color colour) throws IOException {
    page.beginText();
    page.setFont(font, points(size));
    page.setNonStrokingColor(colour);
    page.newLineAtOffset(points(x), points(y));
    page.showText(printable(text));
    page.endText();
  }

  double width(String text, double size) throws IOException {
    return font.getStringWidth(printable(text)) / 1000 * size;
  }

  /** Returns the text with a mark for each character that the font does not have. */
  private String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              if (glyphs.getGlyphId(character) != 0) {
                printable.appendCodePoint(character);
              } else if (Character.isWhitespace(character)) {
                printable.append(' ');
              } else if (!Character.isISOControl(character)) {
                printable.append(MISSING);
              }
            });
    return printable.toString();
  }

  private boolean path(Geometry geometry, Projection projection) throws IOException {
    boolean any = false;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part.isEmpty() || part instanceof Point) {
        continue;
      }
      if (part instanceof Polygon polygon) {
        ring(polygon.getExteriorRing(), projection, true);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          ring(polygon.getInteriorRingN(hole), projection, true);
        }
        any = true;
      } else if (part instanceof LineString line) {
        ring(line, projection, false);
        any = true;
      } else {
        any |= path(part, projection);
      }
    }
    return any;
  }

  private void ring(LineString line, Projection projection, boolean closed) throws IOException {
    Coordinate[] coordinates = line.getCoordinates();
    move(projection.x(coordinates[0]), projection.y(coordinates[0]));
    for (int i = 1; i < coordinates.length - (closed ? 1 : 0); i++) {
      line(projection.x(coordinates[i]), projection.y(coordinates[i]));
    }
    if (closed) {
      page.closePath();
    }
  }

  private void move(double x, double y) throws IOException {
    page.moveTo(points(x), points(y));
  }

  private void line(double x, double y) throws IOException {
    page.lineTo(points(x), points(y));
  }

  private void pen(Color colour, double width) throws IOException {
    page.setStrokingColor(colour);
    page.setLineWidth(points(width));
  }

  private static float points(double millimetres) {
    return (float) (millimetres * POINTS_PER_MILLIMETRE);
  }
}
