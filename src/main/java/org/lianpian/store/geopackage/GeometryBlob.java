package org.lianpian.store.geopackage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.lianpian.model.StoreException;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * The GeoPackage binary geometry: a header with the bounding box, then WKB.
 *
 * <p>Source: OGC 12-128r17, clause 2.1.3.
 */
final class GeometryBlob {
  private static final int ENVELOPE_AT = 8;
  private static final int EMPTY = 0x10;
  private static final int EXTENDED = 0x20;
  // bytes of the envelope by its indicator: none, xy, xyz, xym, xyzm
  private static final int[] ENVELOPE_LENGTHS = {0, 32, 48, 48, 64};

  private GeometryBlob() {}

  /** Puts the header before the WKB; a null envelope marks an empty geometry. */
  static byte[] of(byte[] wkb, Envelope envelope, int srsId) {
    boolean empty = envelope.isNull();
    ByteBuffer blob =
        ByteBuffer.allocate(ENVELOPE_AT + (empty ? 0 : ENVELOPE_LENGTHS[1]) + wkb.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) (empty ? 1 | EMPTY : 1 | 1 << 1));
    blob.putInt(srsId);
    if (!empty) {
      blob.putDouble(envelope.getMinX()).putDouble(envelope.getMaxX());
      blob.putDouble(envelope.getMinY()).putDouble(envelope.getMaxY());
    }
    return blob.put(wkb).array();
  }

  static byte[] wkb(byte[] blob) {
    return Arrays.copyOfRange(blob, wkbAt(blob), blob.length);
  }

  static boolean isEmpty(byte[] blob) {
    return (flags(blob) & EMPTY) != 0;
  }

  /** Returns the box from the header, or from the geometry when the header has none. */
  static Envelope envelope(byte[] blob) {
    if (isEmpty(blob)) {
      return new Envelope();
    }
    if (envelopeIndicator(blob) == 0) {
      try {
        return new WKBReader().read(wkb(blob)).getEnvelopeInternal();
      } catch (ParseException e) {
        throw new StoreException("A geometry of the GeoPackage holds no WKB", e);
      }
    }
    ByteBuffer header =
        ByteBuffer.wrap(blob)
            .order((flags(blob) & 1) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    return new Envelope(
        header.getDouble(ENVELOPE_AT),
        header.getDouble(ENVELOPE_AT + 8),
        header.getDouble(ENVELOPE_AT + 16),
        header.getDouble(ENVELOPE_AT + 24));
  }

  private static int wkbAt(byte[] blob) {
    return ENVELOPE_AT + ENVELOPE_LENGTHS[envelopeIndicator(blob)];
  }

  private static int envelopeIndicator(byte[] blob) {
    return flags(blob) >> 1 & 7;
  }

  private static int flags(byte[] blob) {
    int flags = blob.length < ENVELOPE_AT ? EXTENDED : blob[3];
    if (blob.length < ENVELOPE_AT
        || blob[0] != 'G'
        || blob[1] != 'P'
        || (flags & EXTENDED) != 0
        || (flags >> 1 & 7) >= ENVELOPE_LENGTHS.length) {
      throw new StoreException("A geometry of the GeoPackage has no standard header");
    }
    return flags;
  }
}
