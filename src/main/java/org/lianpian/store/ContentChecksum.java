package org.lianpian.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Feature;

/**
 * Adds up all features of a type, in the order in which a store streams them: id, geometry to the
 * last bit, provenance, all properties. Equal checksums mean equal content, whatever the store.
 *
 * <p>Not thread-safe.
 */
final class ContentChecksum<T extends Feature> {
  private final FeatureTable<T> table;
  private final MessageDigest digest;
  private long count;

  ContentChecksum(FeatureTable<T> table) {
    this.table = table;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  void add(T feature) {
    FeatureRecord record = table.encode(feature);
    add(record.id().getBytes(StandardCharsets.UTF_8));
    add(record.wkb());
    add(record.provenance().getBytes(StandardCharsets.UTF_8));
    add(table.propertiesOf(record).getBytes(StandardCharsets.UTF_8));
    count++;
  }

  private void add(byte @Nullable [] part) {
    digest.update(ByteBuffer.allocate(4).putInt(part == null ? -1 : part.length).array());
    if (part != null) {
      digest.update(part);
    }
  }

  long count() {
    return count;
  }

  /** Returns the checksum in hex; nothing can be added afterwards. */
  String finish() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
