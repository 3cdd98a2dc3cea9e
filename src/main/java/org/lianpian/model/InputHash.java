package org.lianpian.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Hashes what a verdict depends on: SHA-256 over length-prefixed parts, the first 16 bytes in hex.
 *
 * <p>The caller adds parts in a fixed order (sorted by id), so that the same input gives the same
 * hash whatever order it came in. Not thread-safe.
 */
public final class InputHash {
  private final MessageDigest digest;

  public InputHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  public InputHash add(@Nullable String text) {
    if (text == null) {
      return addLength(-1);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    addLength(bytes.length);
    digest.update(bytes);
    return this;
  }

  public InputHash add(double number) {
    // adding zero makes -0.0 and 0.0 the same input
    digest.update(ByteBuffer.allocate(8).putDouble(number + 0.0).array());
    return this;
  }

  /** Adds type and coordinates (x and y) in their order. */
  public InputHash add(@Nullable Geometry geometry) {
    if (geometry == null) {
      return addLength(-1);
    }
    add(geometry.getGeometryType());
    Coordinate[] coordinates = geometry.getCoordinates();
    addLength(coordinates.length);
    for (Coordinate coordinate : coordinates) {
      add(coordinate.x);
      add(coordinate.y);
    }
    return this;
  }

  /** Adds id, geometry and every property of a feature. */
  public <T extends Feature> InputHash add(FeatureType<T> type, T feature) {
    add(type.name());
    add(feature.id());
    add(feature.geometry());
    for (Object value : type.toRow(feature).values().values()) {
      add(value == null ? null : value.toString());
    }
    return this;
  }

  /** Returns the hash; the object can take no more parts. */
  public String finish() {
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  private InputHash addLength(int length) {
    digest.update(ByteBuffer.allocate(4).putInt(length).array());
    return this;
  }
}
