package org.lianpian.tiles;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps the most recently used tiles of one revision of the data, up to a number of bytes.
 *
 * <p>Asking for a newer revision forgets all older tiles. Thread-safe; two threads that miss the
 * same tile may both make it.
 */
public final class TileCache {
  private final long maxBytes;
  private final Map<TileCoord, byte[]> tiles = new LinkedHashMap<>(64, 0.75f, true);
  private long revision = -1;
  private long bytes;

  public TileCache(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  public byte[] get(long wantedRevision, TileCoord coord, Supplier<byte[]> maker) {
    synchronized (this) {
      if (wantedRevision > revision) {
        tiles.clear();
        bytes = 0;
        revision = wantedRevision;
      }
      byte[] known = wantedRevision == revision ? tiles.get(coord) : null;
      if (known != null) {
        return known;
      }
    }
    byte[] made = maker.get();
    synchronized (this) {
      if (wantedRevision == revision && tiles.put(coord, made) == null) {
        bytes += made.length;
        Iterator<byte[]> oldest = tiles.values().iterator();
        while (bytes > maxBytes && oldest.hasNext()) {
          bytes -= oldest.next().length;
          oldest.remove();
        }
      }
    }
    return made;
  }
}
