package org.lianpian.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureType;
import org.lianpian.model.Labelled;
import org.lianpian.model.Property;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Writes features as CSV that Chinese Excel opens by double-click: UTF-8 with a byte order mark,
 * comma, CRLF.
 *
 * <p>Cells that a spreadsheet would run as a formula get a leading apostrophe (B-45). Codes are
 * written as their Chinese labels, unknown values as empty cells, geometry as longitude and
 * latitude of a point inside.
 */
public final class CsvExport {
  private final GeoJson geoJson;

  public CsvExport(GeoJson geoJson) {
    this.geoJson = geoJson;
  }

  /** Streams the features; closes neither stream. */
  public <T extends Feature> void write(
      FeatureType<T> type, Stream<? extends T> features, OutputStream out) {
    try {
      Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      writer.write(CsvText.BYTE_ORDER_MARK);
      writer.write("编号");
      for (Property<T> property : type.publicProperties()) {
        writer.write(',');
        writer.write(CsvText.cell(title(property)));
      }
      writer.write(",经度,纬度,来源" + CsvText.END_OF_ROW);
      for (Iterator<? extends T> i = features.iterator(); i.hasNext(); ) {
        writeRow(type, i.next(), writer);
      }
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("CSV of " + type + " could not be written", e);
    }
  }

  private <T extends Feature> void writeRow(FeatureType<T> type, T feature, Writer writer)
      throws IOException {
    writer.write(CsvText.cell(feature.id()));
    for (Property<T> property : type.publicProperties()) {
      writer.write(',');
      writer.write(CsvText.cell(text(property, property.getter().apply(feature))));
    }
    Geometry geometry = feature.geometry();
    if (geometry == null || geometry.isEmpty()) {
      writer.write(",,");
    } else {
      Point inside = geometry.getInteriorPoint();
      double[] lonLat = geoJson.lonLat(inside.getCoordinate());
      writer.write("," + lonLat[0] + "," + lonLat[1]);
    }
    writer.write(',');
    writer.write(
        CsvText.cell(
            (feature.provenance().source() + " " + feature.provenance().locator()).trim()));
    writer.write(CsvText.END_OF_ROW);
  }

  private static String title(Property<?> property) {
    return property.unit().isEmpty() ? property.zh() : property.zh() + "(" + property.unit() + ")";
  }

  private static String text(Property<?> property, @Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof List<?> list) {
      return String.join("、", list.stream().map(String::valueOf).toList());
    }
    if (value instanceof Boolean flag) {
      return flag ? "是" : "否";
    }
    for (Labelled code : property.codes()) {
      if (code.name().equals(value)) {
        return code.zh();
      }
    }
    return value.toString();
  }
}
