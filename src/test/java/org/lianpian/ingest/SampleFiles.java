package org.lianpian.ingest;

import com.linuxense.javadbf.DBFDataType;
import com.linuxense.javadbf.DBFField;
import com.linuxense.javadbf.DBFWriter;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Writes small files of the formats that people send. */
final class SampleFiles {
  static final String CGCS2000_CM_117 =
      "PROJCS[\"CGCS2000_3_Degree_GK_CM_117E\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\","
          + "DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
          + "PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",500000.0],"
          + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",117.0],"
          + "PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";

  private SampleFiles() {}

  /** Fills a sheet. */
  @FunctionalInterface
  interface SheetWriter {
    void write(Worksheet sheet);
  }

  static Path xlsx(Path file, String sheetName, SheetWriter writer) throws IOException {
    return xlsx(file, Map.of(sheetName, writer));
  }

  static Path xlsx(Path file, Map<String, SheetWriter> sheets) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      sheets.forEach((name, writer) -> writer.write(workbook.newWorksheet(name)));
    }
    return file;
  }

  /** Writes rows of texts and numbers from the top left corner on; null leaves a cell empty. */
  static void rows(Worksheet sheet, @Nullable Object[]... rows) {
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < rows[row].length; column++) {
        Object value = rows[row][column];
        if (value instanceof Number number) {
          sheet.value(row, column, number);
        } else if (value != null) {
          sheet.value(row, column, value.toString());
        }
      }
    }
  }

  static Path zip(Path file, Charset names, Map<String, byte[]> entries) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), names)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  /** A shape: its type code, geometry (null for a null shape), and the row of its table. */
  record Shape(int type, @Nullable Geometry geometry, Object... values) {}

  /** Writes a shapefile without .prj and .cpg; the fields are texts of 40 bytes. */
  static Path shapefile(
      Path directory, String name, Charset charset, List<String> fields, List<Shape> shapes)
      throws IOException {
    Path shp = directory.resolve(name + ".shp");
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(records);
    int type = 0;
    for (int i = 0; i < shapes.size(); i++) {
      byte[] content = content(shapes.get(i));
      data.writeInt(i + 1);
      data.writeInt(content.length / 2);
      data.write(content);
      type = Math.max(type, shapes.get(i).type());
    }
    ByteBuffer header = ByteBuffer.allocate(100);
    header.putInt(0, 9994).putInt(24, (100 + records.size()) / 2);
    header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type);
    Files.write(shp, concat(header.array(), records.toByteArray()));
    Files.write(directory.resolve(name + ".shx"), header.array());
    try (OutputStream out = Files.newOutputStream(directory.resolve(name + ".dbf"));
        DBFWriter dbf = new DBFWriter(out, charset)) {
      dbf.setFields(
          fields.stream()
              .map(field -> new DBFField(field, DBFDataType.CHARACTER, 40))
              .toArray(DBFField[]::new));
      for (Shape shape : shapes) {
        dbf.addRecord(shape.values());
      }
    }
    return shp;
  }

  static void prj(Path shp, String wkt) throws IOException {
    Files.writeString(sibling(shp, ".prj"), wkt, StandardCharsets.UTF_8);
  }

  static Path sibling(Path shp, String extension) {
    return shp.resolveSibling(shp.getFileName().toString().replaceAll("\\.shp$", extension));
  }

  private static byte[] content(Shape shape) {
    Geometry geometry = shape.geometry();
    if (geometry == null) {
      return ByteBuffer.allocate(4).array();
    }
    int points = geometry.getNumPoints();
    ByteBuffer buffer =
        ByteBuffer.allocate(500 + points * 32).order(ByteOrder.LITTLE_ENDIAN).putInt(shape.type());
    boolean heights = shape.type() > 10 && shape.type() < 20;
    if (shape.type() % 10 == 1) {
      put(buffer, geometry.getCoordinate());
    } else {
      buffer.putDouble(geometry.getEnvelopeInternal().getMinX());
      buffer.putDouble(geometry.getEnvelopeInternal().getMinY());
      buffer.putDouble(geometry.getEnvelopeInternal().getMaxX());
      buffer.putDouble(geometry.getEnvelopeInternal().getMaxY());
      if (shape.type() % 10 == 8) {
        buffer.putInt(points);
      } else {
        int parts = parts(geometry);
        buffer.putInt(parts).putInt(points);
        putStarts(buffer, geometry);
      }
      for (Coordinate coordinate : geometry.getCoordinates()) {
        put(buffer, coordinate);
      }
    }
    if (heights) {
      buffer.putDouble(1).putDouble(2);
      for (int i = 0; i < points; i++) {
        buffer.putDouble(1.5);
      }
    }
    byte[] content = new byte[buffer.position()];
    buffer.flip();
    buffer.get(content);
    return content;
  }

  private static int parts(Geometry geometry) {
    int parts = 0;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      parts += geometry.getGeometryN(i) instanceof Polygon p ? 1 + p.getNumInteriorRing() : 1;
    }
    return parts;
  }

  private static void putStarts(ByteBuffer buffer, Geometry geometry) {
    int start = 0;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon) {
        buffer.putInt(start);
        start += polygon.getExteriorRing().getNumPoints();
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          buffer.putInt(start);
          start += polygon.getInteriorRingN(hole).getNumPoints();
        }
      } else {
        buffer.putInt(start);
        start += geometry.getGeometryN(i).getNumPoints();
      }
    }
  }

  private static void put(ByteBuffer buffer, Coordinate coordinate) {
    buffer.putDouble(coordinate.x).putDouble(coordinate.y);
  }

  private static byte[] concat(byte[] one, byte[] two) {
    ByteBuffer both = ByteBuffer.allocate(one.length + two.length);
    return both.put(one).put(two).array();
  }
}
