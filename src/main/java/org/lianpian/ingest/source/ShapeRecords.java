package org.lianpian.ingest.source;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;

/**
 * Reads the records of a {@code .shp} in their order. Heights and measures are left out; a null
 * shape has no geometry.
 */
final class ShapeRecords {
  private static final int HEADER_BYTES = 100;
  private static final int BYTES_OF_A_VERTEX = 32;

  /** One record; {@code problem} says why there is no geometry although there should be. */
  record Shape(@Nullable Geometry geometry, @Nullable String problem) {}

  private final DataInputStream in;
  private final String layer;
  private final ImportLimits limits;
  private final GeometryFactory factory = new GeometryFactory();
  private boolean started;
  private long count;

  ShapeRecords(DataInputStream in, String layer, ImportLimits limits) {
    this.in = in;
    this.layer = layer;
    this.limits = limits;
  }

  /** Returns the next record, or null at the end. */
  @Nullable Shape next() throws IOException {
    if (!started) {
      in.readNBytes(HEADER_BYTES);
      started = true;
    }
    byte[] header = in.readNBytes(8);
    if (header.length == 0) {
      return null;
    }
    count++;
    try {
      if (header.length < 8) {
        throw new EOFException();
      }
      long bytes = ByteBuffer.wrap(header).getInt(4) * 2L;
      if (bytes < 4) {
        throw new EOFException();
      }
      limits.checkVertices(layer, "#" + count, (bytes - 56) / BYTES_OF_A_VERTEX);
      byte[] content = in.readNBytes((int) bytes);
      if (content.length < bytes) {
        throw new EOFException();
      }
      return read(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN));
    } catch (EOFException e) {
      throw new SourceException(
          RowIssue.ofLayer(
              "shp.truncated",
              org.lianpian.ingest.value.Severity.ERROR,
              layer,
              layer + "：.shp 文件在第 " + count + " 个图形处中断",
              layer + ": the .shp file breaks off at shape " + count,
              ""),
          e);
    }
  }

  private Shape read(ByteBuffer content) {
    int type = content.getInt();
    try {
      return switch (type) {
        case 0 -> new Shape(null, null);
        case 1, 11, 21 -> new Shape(factory.createPoint(coordinate(content)), null);
        case 8, 18, 28 -> new Shape(multiPoint(content), null);
        case 3, 13, 23 -> new Shape(polyline(content), null);
        case 5, 15, 25 -> polygon(content);
        default -> new Shape(null, "shape type " + type);
      };
    } catch (BufferUnderflowException | IllegalArgumentException | NegativeArraySizeException e) {
      return new Shape(null, "record " + count + " is malformed");
    }
  }

  private Geometry multiPoint(ByteBuffer content) {
    content.position(content.position() + 32);
    Coordinate[] points = coordinates(content, content.getInt());
    return points.length == 1
        ? factory.createPoint(points[0])
        : factory.createMultiPointFromCoords(points);
  }

  private Geometry polyline(ByteBuffer content) {
    List<LineString> lines = new ArrayList<>();
    for (Coordinate[] part : parts(content)) {
      if (part.length >= 2) {
        lines.add(factory.createLineString(part));
      }
    }
    return lines.size() == 1
        ? lines.get(0)
        : factory.createMultiLineString(lines.toArray(LineString[]::new));
  }

  private Shape polygon(ByteBuffer content) {
    List<LinearRing> shells = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    for (Coordinate[] part : parts(content)) {
      Coordinate[] closed = Rings.closed(part);
      if (closed.length < 4) {
        return new Shape(null, "a ring of " + part.length + " vertices");
      }
      LinearRing ring = factory.createLinearRing(closed);
      (Rings.isClockwise(ring) ? shells : holes).add(ring);
    }
    if (shells.isEmpty()) {
      // all rings run the wrong way round: what lies inside another ring is its hole
      Rings.nest(holes, shells);
    }
    return new Shape(Rings.assemble(shells, holes, factory), null);
  }

  private List<Coordinate[]> parts(ByteBuffer content) {
    content.position(content.position() + 32);
    int partCount = content.getInt();
    int pointCount = content.getInt();
    if (partCount < 0 || partCount > pointCount + 1 || pointCount > content.remaining() / 16) {
      throw new IllegalArgumentException("parts");
    }
    int[] starts = new int[partCount + 1];
    for (int i = 0; i < partCount; i++) {
      starts[i] = content.getInt();
    }
    starts[partCount] = pointCount;
    List<Coordinate[]> parts = new ArrayList<>();
    for (int i = 0; i < partCount; i++) {
      parts.add(coordinates(content, starts[i + 1] - starts[i]));
    }
    return parts;
  }

  private static Coordinate[] coordinates(ByteBuffer content, int count) {
    if (count < 0 || count > content.remaining() / 16) {
      throw new IllegalArgumentException("count");
    }
    Coordinate[] coordinates = new Coordinate[count];
    for (int i = 0; i < count; i++) {
      coordinates[i] = coordinate(content);
    }
    return coordinates;
  }

  private static Coordinate coordinate(ByteBuffer content) {
    return new Coordinate(content.getDouble(), content.getDouble());
  }
}
