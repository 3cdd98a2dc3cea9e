package org.lianpian.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Reprojector;
import org.lianpian.model.EvidenceShape;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureType;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Turns geometries and features of a dataset into GeoJSON: longitude before latitude, WGS 84.
 *
 * <p>Eight decimals of a degree (about a millimetre) are written. Thread-safe.
 *
 * <p>Source: RFC 7946.
 */
public final class GeoJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double DECIMALS = 1e8;

  private final Reprojector toLonLat;

  /** Prepares for geometries in the given CRS. */
  public GeoJson(Crs dataset) {
    this.toLonLat = Reprojector.between(dataset, Crs.WGS84);
  }

  /** Returns the geometry as a tree that any JSON writer takes, or null for none. */
  public @Nullable Map<String, Object> geometry(@Nullable Geometry geometry) {
    return geometry == null || geometry.isEmpty() ? null : tree(toLonLat.apply(geometry));
  }

  /** Returns longitude and latitude of a coordinate. */
  public double[] lonLat(Coordinate coordinate) {
    return position(toLonLat.apply(coordinate));
  }

  /** Returns west, south, east and north in degrees, or null for no geometry (clause 5). */
  public double @Nullable [] bbox(@Nullable Geometry geometry) {
    if (geometry == null || geometry.isEmpty()) {
      return null;
    }
    Envelope box = toLonLat.apply(geometry.getEnvelopeInternal());
    return new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
  }

  /**
   * Returns a feature with its id and all its properties but personal ones; unknown values are
   * null.
   */
  public <T extends Feature> Map<String, @Nullable Object> feature(
      FeatureType<T> type, T feature, Map<String, ? extends @Nullable Object> more) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    type.publicProperties()
        .forEach(one -> properties.put(one.name(), plain(one.getter().apply(feature))));
    properties.putAll(more);
    return feature(feature.id(), feature.geometry(), properties);
  }

  /** Returns a feature with the given properties. */
  public Map<String, @Nullable Object> feature(
      String id, @Nullable Geometry geometry, Map<String, ? extends @Nullable Object> properties) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("type", "Feature");
    tree.put("id", id);
    tree.put("geometry", geometry(geometry));
    tree.put("properties", properties);
    return tree;
  }

  /** Returns a shape as a feature with its role and its labels. */
  public Map<String, @Nullable Object> shape(String id, EvidenceShape shape) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("role", shape.role());
    properties.put("zh", shape.zh());
    properties.put("en", shape.en());
    return feature(id, shape.geometry(), properties);
  }

  /** Streams a feature collection; closes neither stream. */
  public void write(Stream<Map<String, @Nullable Object>> features, OutputStream out) {
    try {
      JsonGenerator generator = new JsonFactory().createGenerator(out, JsonEncoding.UTF8);
      generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      generator.setCodec(JSON);
      generator.writeStartObject();
      generator.writeStringField("type", "FeatureCollection");
      generator.writeArrayFieldStart("features");
      for (Iterator<Map<String, @Nullable Object>> i = features.iterator(); i.hasNext(); ) {
        generator.writeRaw('\n');
        generator.writeObject(i.next());
      }
      generator.writeEndArray();
      generator.writeEndObject();
      generator.writeRaw('\n');
      generator.close();
    } catch (IOException e) {
      throw new UncheckedIOException("GeoJSON could not be written", e);
    }
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return value instanceof LocalDate date ? date.toString() : value;
  }

  private static Map<String, Object> tree(Geometry geometry) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (geometry instanceof Point point) {
      tree.put("type", "Point");
      tree.put("coordinates", position(point.getCoordinate()));
    } else if (geometry instanceof LineString line) {
      tree.put("type", "LineString");
      tree.put("coordinates", positions(line));
    } else if (geometry instanceof Polygon polygon) {
      tree.put("type", "Polygon");
      tree.put("coordinates", rings(polygon));
    } else if (geometry instanceof MultiPoint
        || geometry instanceof MultiLineString
        || geometry instanceof MultiPolygon) {
      tree.put("type", geometry.getGeometryType());
      List<Object> parts = new ArrayList<>();
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        parts.add(tree(geometry.getGeometryN(i)).get("coordinates"));
      }
      tree.put("coordinates", parts);
    } else if (geometry instanceof GeometryCollection collection) {
      tree.put("type", "GeometryCollection");
      List<Object> parts = new ArrayList<>();
      for (int i = 0; i < collection.getNumGeometries(); i++) {
        parts.add(tree(collection.getGeometryN(i)));
      }
      tree.put("geometries", parts);
    } else {
      throw new IllegalArgumentException("GeoJSON has no " + geometry.getGeometryType());
    }
    return tree;
  }

  private static List<Object> rings(Polygon polygon) {
    // RFC 7946 asks for shells counter-clockwise; a normalised JTS polygon has them clockwise
    Polygon normal = (Polygon) polygon.norm();
    List<Object> rings = new ArrayList<>();
    rings.add(positions(normal.getExteriorRing().reverse()));
    for (int i = 0; i < normal.getNumInteriorRing(); i++) {
      rings.add(positions(normal.getInteriorRingN(i).reverse()));
    }
    return rings;
  }

  private static List<double[]> positions(LineString line) {
    List<double[]> positions = new ArrayList<>(line.getNumPoints());
    for (Coordinate coordinate : line.getCoordinates()) {
      positions.add(position(coordinate));
    }
    return positions;
  }

  private static double[] position(Coordinate c) {
    return new double[] {
      Math.round(c.x * DECIMALS) / DECIMALS, Math.round(c.y * DECIMALS) / DECIMALS
    };
  }
}
