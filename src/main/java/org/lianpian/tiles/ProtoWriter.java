package org.lianpian.tiles;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the few parts of the protocol buffer wire format that vector tiles use. */
final class ProtoWriter {
  private byte[] buffer = new byte[256];
  private int size;

  void varint(int field, long value) {
    raw((field << 3));
    raw(value);
  }

  void bool(int field, boolean value) {
    varint(field, value ? 1 : 0);
  }

  void fixed64(int field, double value) {
    raw((field << 3) | 1);
    long bits = Double.doubleToLongBits(value);
    reserve(8);
    for (int i = 0; i < 8; i++) {
      buffer[size++] = (byte) (bits >>> (8 * i));
    }
  }

  void string(int field, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    bytes(field, bytes, bytes.length);
  }

  void message(int field, ProtoWriter message) {
    bytes(field, message.buffer, message.size);
  }

  void packed(int field, int[] values, int count) {
    ProtoWriter inner = new ProtoWriter();
    for (int i = 0; i < count; i++) {
      inner.raw(values[i] & 0xffffffffL);
    }
    message(field, inner);
  }

  byte[] toByteArray() {
    return Arrays.copyOf(buffer, size);
  }

  private void bytes(int field, byte[] bytes, int length) {
    raw((field << 3) | 2);
    raw(length);
    reserve(length);
    System.arraycopy(bytes, 0, buffer, size, length);
    size += length;
  }

  private void raw(long value) {
    reserve(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      buffer[size++] = (byte) ((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    buffer[size++] = (byte) rest;
  }

  private void reserve(int more) {
    if (size + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
    }
  }
}
