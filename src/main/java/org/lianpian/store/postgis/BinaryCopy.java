package org.lianpian.store.postgis;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.store.FeatureRecord;
import org.lianpian.store.FeatureTable;

/**
 * Writes records in the binary format of PostgreSQL's COPY: id, geometry, provenance, properties.
 *
 * <p>Source: PostgreSQL 15, documentation of COPY, "Binary Format".
 */
final class BinaryCopy {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };
  private static final LocalDate DAY_ZERO = LocalDate.of(2000, 1, 1);

  private BinaryCopy() {}

  static void write(FeatureTable<?> table, List<FeatureRecord> records, OutputStream target)
      throws IOException {
    DataOutputStream out = new DataOutputStream(target);
    out.write(SIGNATURE);
    out.writeInt(0); // no flags
    out.writeInt(0); // no header extension
    int columns = 1 + table.contentColumns().size();
    for (FeatureRecord record : records) {
      out.writeShort(columns);
      writeText(out, record.id());
      if (table.hasGeometry()) {
        writeBytes(out, record.wkb());
      }
      writeText(out, record.provenance());
      for (Object value : record.values()) {
        writeValue(out, value);
      }
    }
    out.writeShort(-1);
    out.flush();
  }

  private static void writeValue(DataOutputStream out, @Nullable Object value) throws IOException {
    if (value == null) {
      out.writeInt(-1);
    } else if (value instanceof String text) {
      writeText(out, text);
    } else if (value instanceof Integer number) {
      out.writeInt(Integer.BYTES);
      out.writeInt(number);
    } else if (value instanceof Double number) {
      out.writeInt(Double.BYTES);
      out.writeDouble(number);
    } else if (value instanceof Boolean flag) {
      out.writeInt(1);
      out.writeByte(flag ? 1 : 0);
    } else if (value instanceof LocalDate date) {
      out.writeInt(Integer.BYTES);
      out.writeInt(Math.toIntExact(date.toEpochDay() - DAY_ZERO.toEpochDay()));
    } else {
      throw new IllegalStateException("No column holds a " + value.getClass().getName());
    }
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void writeBytes(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
    if (bytes == null) {
      out.writeInt(-1);
    } else {
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }
}
