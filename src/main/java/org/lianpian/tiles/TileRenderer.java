package org.lianpian.tiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Reprojector;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Cuts features to a tile, generalises them for its zoom and encodes them.
 *
 * <p>Vertices closer than a quarter of a screen pixel to the generalised line are dropped; polygons
 * smaller than a pixel become a square of one pixel, so that small estates never vanish. Cost is
 * linear in vertices. Thread-safe.
 */
public final class TileRenderer {

  /** Tile units per screen pixel of a 256-pixel tile. */
  private static final int UNITS_PER_PIXEL = MvtEncoder.EXTENT / 256;

  /** Beyond the tile's edge, so that strokes and hatches do not show the cut. */
  private static final double BUFFER_UNITS = 8.0 * UNITS_PER_PIXEL;

  private static final double TOLERANCE_UNITS = UNITS_PER_PIXEL / 4.0;

  private final Reprojector toMercator;
  private final Reprojector fromMercator;

  public TileRenderer(Crs dataset) {
    this.toMercator = Reprojector.between(dataset, Crs.WEB_MERCATOR);
    this.fromMercator = Reprojector.between(Crs.WEB_MERCATOR, dataset);
  }

  /** Returns the box, in the dataset's CRS, from which features can show in the tile. */
  public Envelope datasetBox(TileCoord tile) {
    Envelope box = tile.mercatorBox();
    box.expandBy(tile.size() * BUFFER_UNITS / MvtEncoder.EXTENT);
    return fromMercator.apply(box);
  }

  /** Returns the bytes of the tile; zero bytes when no feature shows in it. */
  public byte[] render(TileCoord tile, List<TileLayer> layers) {
    MvtEncoder encoder = new MvtEncoder();
    for (TileLayer layer : layers) {
      encoder.beginLayer(layer.name());
      for (TileFeature feature : layer.features()) {
        add(tile, toMercator.apply(feature.geometry()), feature.properties(), encoder);
      }
      encoder.endLayer();
    }
    return encoder.toByteArray();
  }

  private static void add(
      TileCoord tile, Geometry mercator, Map<String, Object> properties, MvtEncoder encoder) {
    Clip clip = new Clip(-BUFFER_UNITS, MvtEncoder.EXTENT + BUFFER_UNITS);
    Geometry simplified =
        mercator.getNumPoints() > 8
            ? DouglasPeuckerSimplifier.simplify(
                mercator, TOLERANCE_UNITS * tile.size() / MvtEncoder.EXTENT)
            : mercator;
    switch (mercator.getDimension()) {
      case 0 -> addPoints(tile, mercator, clip, properties, encoder);
      case 1 -> addLines(tile, simplified, clip, properties, encoder);
      default -> addPolygons(tile, mercator, simplified, clip, properties, encoder);
    }
  }

  private static void addPoints(
      TileCoord tile,
      Geometry points,
      Clip clip,
      Map<String, Object> properties,
      MvtEncoder encoder) {
    List<int[]> visible = new ArrayList<>();
    for (int i = 0; i < points.getNumGeometries(); i++) {
      if (points.getGeometryN(i) instanceof Point point && !point.isEmpty()) {
        double[] xy = toTile(tile, point.getCoordinateSequence());
        if (clip.contains(xy)) {
          visible.add(round(xy));
        }
      }
    }
    if (!visible.isEmpty()) {
      encoder.points(visible, properties);
    }
  }

  private static void addLines(
      TileCoord tile,
      Geometry lines,
      Clip clip,
      Map<String, Object> properties,
      MvtEncoder encoder) {
    List<int[]> visible = new ArrayList<>();
    for (int i = 0; i < lines.getNumGeometries(); i++) {
      if (lines.getGeometryN(i) instanceof LineString line && !line.isEmpty()) {
        for (double[] part : clip.line(toTile(tile, line.getCoordinateSequence()))) {
          int[] rounded = withoutRepeats(round(part), false);
          if (rounded.length >= 4) {
            visible.add(rounded);
          }
        }
      }
    }
    if (!visible.isEmpty()) {
      encoder.lines(visible, properties);
    }
  }

  private static void addPolygons(
      TileCoord tile,
      Geometry original,
      Geometry simplified,
      Clip clip,
      Map<String, Object> properties,
      MvtEncoder encoder) {
    List<int[]> rings = new ArrayList<>();
    for (int i = 0; i < simplified.getNumGeometries(); i++) {
      if (simplified.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        addPolygon(tile, polygon, clip, rings);
      }
    }
    if (rings.isEmpty()) {
      Envelope box = original.getEnvelopeInternal();
      double pixel = tile.size() / 256;
      if (box.getWidth() < 2 * pixel && box.getHeight() < 2 * pixel) {
        addPixel(tile, original, clip, rings);
      }
    }
    if (!rings.isEmpty()) {
      encoder.polygons(rings, properties);
    }
  }

  private static void addPolygon(TileCoord tile, Polygon polygon, Clip clip, List<int[]> rings) {
    int[] shell = ring(tile, polygon.getExteriorRing(), clip);
    if (shell.length == 0) {
      return;
    }
    rings.add(oriented(shell, true));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      int[] hole = ring(tile, polygon.getInteriorRingN(i), clip);
      if (hole.length > 0) {
        rings.add(oriented(hole, false));
      }
    }
  }

  private static void addPixel(TileCoord tile, Geometry original, Clip clip, List<int[]> rings) {
    Point centre = original.getFactory().createPoint(original.getEnvelopeInternal().centre());
    double[] xy = toTile(tile, centre.getCoordinateSequence());
    if (clip.contains(xy)) {
      int[] at = round(xy);
      int half = UNITS_PER_PIXEL / 2;
      int west = at[0] - half;
      int east = at[0] + half;
      int north = at[1] - half;
      int south = at[1] + half;
      rings.add(new int[] {west, north, east, north, east, south, west, south});
    }
  }

  /** Returns the clipped, rounded, open ring; empty when nothing of it has an area. */
  private static int[] ring(TileCoord tile, LineString line, Clip clip) {
    double[] closed = toTile(tile, line.getCoordinateSequence());
    double[] open = Arrays.copyOf(closed, closed.length - 2);
    double[] visible = clip.contains(open) ? open : clip.ring(open);
    int[] rounded = withoutRepeats(round(visible), true);
    return rounded.length < 6 || doubleArea(rounded) == 0 ? new int[0] : rounded;
  }

  private static double[] toTile(TileCoord tile, CoordinateSequence sequence) {
    Envelope box = tile.mercatorBox();
    double scale = MvtEncoder.EXTENT / tile.size();
    double[] xy = new double[sequence.size() * 2];
    for (int i = 0; i < sequence.size(); i++) {
      xy[2 * i] = (sequence.getX(i) - box.getMinX()) * scale;
      xy[2 * i + 1] = (box.getMaxY() - sequence.getY(i)) * scale;
    }
    return xy;
  }

  private static int[] round(double[] xy) {
    int[] rounded = new int[xy.length];
    for (int i = 0; i < xy.length; i++) {
      rounded[i] = (int) Math.round(xy[i]);
    }
    return rounded;
  }

  private static int[] withoutRepeats(int[] xy, boolean ring) {
    int size = 0;
    for (int i = 0; i < xy.length; i += 2) {
      if (size == 0 || xy[size - 2] != xy[i] || xy[size - 1] != xy[i + 1]) {
        xy[size++] = xy[i];
        xy[size++] = xy[i + 1];
      }
    }
    while (ring && size > 2 && xy[0] == xy[size - 2] && xy[1] == xy[size - 1]) {
      size -= 2;
    }
    return Arrays.copyOf(xy, size);
  }

  private static long doubleArea(int[] ring) {
    long area = 0;
    int n = ring.length;
    for (int i = 0; i < n; i += 2) {
      int next = (i + 2) % n;
      area += (long) ring[i] * ring[next + 1] - (long) ring[next] * ring[i + 1];
    }
    return area;
  }

  private static int[] oriented(int[] ring, boolean shell) {
    if (doubleArea(ring) > 0 == shell) {
      return ring;
    }
    int[] reversed = new int[ring.length];
    for (int i = 0; i < ring.length; i += 2) {
      reversed[i] = ring[ring.length - 2 - i];
      reversed[i + 1] = ring[ring.length - 1 - i];
    }
    return reversed;
  }
}
