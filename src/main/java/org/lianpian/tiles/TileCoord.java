package org.lianpian.tiles;

import org.locationtech.jts.geom.Envelope;

/**
 * A tile of the OGC tile matrix set WebMercatorQuad.
 *
 * @param z zoom level, 0 to 24
 * @param x column from the west
 * @param y row from the north
 */
public record TileCoord(int z, int x, int y) {

  private static final double HALF_WORLD = 20037508.342789244;

  public TileCoord {
    if (z < 0 || z > 24) {
      throw new IllegalArgumentException("Tile zoom must be in [0, 24], was " + z);
    }
    int n = 1 << z;
    if (x < 0 || x >= n || y < 0 || y >= n) {
      throw new IllegalArgumentException(
          "Tile column and row must be in [0, " + n + "), were " + x + ", " + y);
    }
  }

  /** Returns the tile's box in EPSG:3857. */
  public Envelope mercatorBox() {
    double size = size();
    double west = -HALF_WORLD + x * size;
    double north = HALF_WORLD - y * size;
    return new Envelope(west, west + size, north - size, north);
  }

  /** Returns the tile's side in EPSG:3857 units. */
  double size() {
    return 2 * HALF_WORLD / (1 << z);
  }

  /** Returns the tile at a zoom that holds a position in EPSG:3857. */
  public static TileCoord at(int z, double mercatorX, double mercatorY) {
    int n = 1 << z;
    double size = 2 * HALF_WORLD / n;
    int x = (int) Math.floor((mercatorX + HALF_WORLD) / size);
    int y = (int) Math.floor((HALF_WORLD - mercatorY) / size);
    return new TileCoord(z, Math.max(0, Math.min(n - 1, x)), Math.max(0, Math.min(n - 1, y)));
  }
}
