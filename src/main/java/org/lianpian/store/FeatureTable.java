package org.lianpian.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Excerpt;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureType;
import org.lianpian.model.GeometryKind;
import org.lianpian.model.Property;
import org.lianpian.model.Row;
import org.lianpian.model.StoreException;
import org.lianpian.model.ValueType;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * The table of a feature type: its columns, and how features become rows and rows features.
 *
 * <p>Columns are {@value #ID}, {@value #GEOMETRY} (unless the type has none), {@value #PROVENANCE}
 * and one per property, then {@value #VERSION} and {@value #REVISION}. Identifiers in SQL come from
 * here only. Third ordinates are not kept: geometry is planar. Thread-safe.
 */
public final class FeatureTable<T extends Feature> {
  public static final String ID = "id";
  public static final String GEOMETRY = "geom";
  public static final String PROVENANCE = "provenance";

  /** Counts the states of a feature, 1 for its insertion. */
  public static final String VERSION = "row_version";

  /** Refers to the revision that wrote the row. */
  public static final String REVISION = "row_revision";

  private static final Set<String> RESERVED =
      Set.of("fid", ID, GEOMETRY, PROVENANCE, VERSION, REVISION);
  // PostgreSQL cuts names at 63 bytes; some room for rtree_ and _insert
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
  private static final Pattern OURS = Pattern.compile("(gpkg|rtree|sqlite|pg|lianpian|staging)_.*");

  private final FeatureType<T> type;
  private final GeometryFactory geometries;

  private FeatureTable(FeatureType<T> type, int srid) {
    this.type = type;
    this.geometries = new GeometryFactory(new PrecisionModel(), srid);
  }

  /**
   * @throws IllegalArgumentException when a name of the type cannot be an SQL identifier, or is one
   *     that the stores use themselves
   */
  public static <T extends Feature> FeatureTable<T> of(FeatureType<T> type, int srid) {
    if (!NAME.matcher(type.name()).matches() || OURS.matcher(type.name()).matches()) {
      throw new IllegalArgumentException("No table can be named '" + type.name() + "'");
    }
    for (Property<T> property : type.properties()) {
      if (!NAME.matcher(property.name()).matches() || RESERVED.contains(property.name())) {
        throw new IllegalArgumentException(
            "No column of " + type.name() + " can be named '" + property.name() + "'");
      }
    }
    return new FeatureTable<>(type, srid);
  }

  /** Quotes a name that {@link #of} accepted. */
  public static String quote(String name) {
    return '"' + name + '"';
  }

  public FeatureType<T> type() {
    return type;
  }

  /** Returns the table's quoted name. */
  public String sqlName() {
    return quote(type.name());
  }

  public boolean hasGeometry() {
    return type.geometryKind() != GeometryKind.NONE;
  }

  /** Returns the names of the columns that hold the content, geometry first, without the id. */
  public List<String> contentColumns() {
    return Stream.concat(
            hasGeometry() ? Stream.of(GEOMETRY, PROVENANCE) : Stream.of(PROVENANCE),
            type.properties().stream().map(Property::name))
        .toList();
  }

  /** Returns the references to other features; these columns are indexed. */
  public List<String> referenceColumns() {
    return type.properties().stream()
        .filter(p -> p.type() == ValueType.TEXT && p.name().endsWith("_id"))
        .map(Property::name)
        .toList();
  }

  /**
   * @throws IllegalArgumentException when the feature has no id, a geometry of the wrong kind, a
   *     number that is not finite, or text that is no Unicode
   */
  public FeatureRecord encode(T feature) {
    String id = feature.id();
    if (id.isEmpty()) {
      throw new IllegalArgumentException("A " + type.name() + " has an empty id");
    }
    Geometry geometry = feature.geometry();
    if (geometry != null && !fits(geometry)) {
      throw new IllegalArgumentException(
          type.name()
              + " '"
              + id
              + "' has a "
              + geometry.getGeometryType()
              + " where only "
              + type.geometryKind()
              + " is kept");
    }
    try {
      Object[] values =
          type.properties().stream().map(p -> encode(p, p.getter().apply(feature))).toArray();
      return new FeatureRecord(
          storable(id),
          geometry == null ? null : new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry),
          geometry == null ? new Envelope() : geometry.getEnvelopeInternal(),
          storable(JsonCodec.write(feature.provenance())),
          values);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          type.name() + " '" + id + "' cannot be kept: " + e.getMessage(), e);
    }
  }

  private boolean fits(Geometry geometry) {
    String is = geometry.getGeometryType();
    switch (type.geometryKind()) {
      case POINT:
        return is.equals(Geometry.TYPENAME_POINT);
      case LINE:
        return is.equals(Geometry.TYPENAME_LINESTRING)
            || is.equals(Geometry.TYPENAME_LINEARRING)
            || is.equals(Geometry.TYPENAME_MULTILINESTRING);
      case POLYGON:
        return is.equals(Geometry.TYPENAME_POLYGON) || is.equals(Geometry.TYPENAME_MULTIPOLYGON);
      case ANY:
        return true;
      default:
        return false;
    }
  }

  private static @Nullable Object encode(Property<?> property, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    try {
      return switch (property.type()) {
        case TEXT, CODE -> storable((String) value);
        // no column tells an empty list from an unknown one, for a Row does not
        case TEXT_LIST -> ((List<?>) value).isEmpty() ? null : storable(JsonCodec.write(value));
        case JSON -> storable(JsonCodec.write(value));
        case REAL -> finite((Double) value);
        case DATE -> fourDigits((LocalDate) value);
        case INTEGER, BOOLEAN -> value;
      };
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(property.name() + ": " + e.getMessage(), e);
    }
  }

  private static Double finite(Double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("must be a finite number, was " + value);
    }
    return value + 0.0; // SQLite keeps no negative zero
  }

  private static LocalDate fourDigits(LocalDate date) {
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw new IllegalArgumentException("the year must be in [1, 9999], was " + date);
    }
    return date;
  }

  private static String storable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new IllegalArgumentException("text holds the character U+0000");
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          throw new IllegalArgumentException("text holds half a character at " + i);
        }
        i++;
      }
    }
    return text;
  }

  /**
   * Reads a record from a row of id, geometry (when the type has one), provenance and properties.
   *
   * @param first the index of the id column
   * @param toWkb makes WKB of the geometry column's bytes
   */
  public FeatureRecord read(ResultSet row, int first, WkbOf toWkb) throws SQLException {
    int column = first;
    String id = row.getString(column++);
    byte[] stored = hasGeometry() ? row.getBytes(column++) : null;
    String provenance = row.getString(column++);
    @Nullable Object[] values = new @Nullable Object[type.properties().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = read(row, column++, type.properties().get(i).type());
    }
    return new FeatureRecord(
        id, stored == null ? null : toWkb.apply(stored), new Envelope(), provenance, values);
  }

  /** Makes WKB of a geometry as a store holds it. */
  @FunctionalInterface
  public interface WkbOf {
    byte[] apply(byte[] stored);
  }

  /** Reads a feature from a row of id, the excerpt's properties and geometry, if it is wanted. */
  T read(ResultSet row, Excerpt<T> excerpt, boolean withGeometry, WkbOf toWkb) throws SQLException {
    int column = 1;
    String id = row.getString(column++);
    List<@Nullable Object> values = new ArrayList<>();
    for (Property<T> property : excerpt.properties()) {
      values.add(read(row, column++, property.type()));
    }
    byte[] stored = withGeometry ? row.getBytes(column) : null;
    try {
      for (int i = 0; i < values.size(); i++) {
        values.set(i, decode(excerpt.properties().get(i), values.get(i)));
      }
      return excerpt.create(id, geometry(stored == null ? null : toWkb.apply(stored)), values);
    } catch (RuntimeException e) {
      throw damaged(id, e);
    }
  }

  private static @Nullable Object read(ResultSet row, int column, ValueType type)
      throws SQLException {
    Object value =
        switch (type) {
          case TEXT, CODE, TEXT_LIST, JSON -> row.getString(column);
          case INTEGER -> row.getInt(column);
          case REAL -> row.getDouble(column);
          case BOOLEAN -> row.getBoolean(column);
          case DATE -> {
            String date = row.getString(column);
            yield date == null ? null : LocalDate.parse(date);
          }
        };
    return row.wasNull() ? null : value;
  }

  public T decode(FeatureRecord record) {
    try {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (int i = 0; i < record.values().size(); i++) {
        Property<T> property = type.properties().get(i);
        values.put(property.name(), decode(property, record.values().get(i)));
      }
      return type.create(
          record.id(),
          geometry(record.wkb()),
          JsonCodec.parseProvenance(record.provenance()),
          new Row(values));
    } catch (RuntimeException e) {
      throw damaged(record.id(), e);
    }
  }

  private StoreException damaged(String id, RuntimeException cause) {
    return new StoreException("The stored " + type.name() + " '" + id + "' is damaged", cause);
  }

  @Nullable Geometry geometry(byte @Nullable [] wkb) {
    if (wkb == null) {
      return null;
    }
    try {
      return new WKBReader(geometries).read(wkb);
    } catch (ParseException e) {
      throw new IllegalArgumentException("Not WKB", e);
    }
  }

  private static @Nullable Object decode(Property<?> property, @Nullable Object value) {
    if (property.type() == ValueType.TEXT_LIST) {
      return value == null ? List.of() : JsonCodec.parse((String) value);
    }
    return property.type() == ValueType.JSON && value != null
        ? JsonCodec.parse((String) value)
        : value;
  }

  /** Tells whether two records of one id are the same feature; the order of JSON keys is free. */
  public boolean sameContent(FeatureRecord one, FeatureRecord other) {
    if (!Arrays.equals(one.wkb(), other.wkb())
        || !JsonCodec.sameTree(one.provenance(), other.provenance())) {
      return false;
    }
    for (int i = 0; i < one.values().size(); i++) {
      Object left = one.values().get(i);
      Object right = other.values().get(i);
      boolean same =
          type.properties().get(i).type() == ValueType.JSON && left != null && right != null
              ? JsonCodec.sameTree((String) left, (String) right)
              : Objects.equals(left, right);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /** Returns the properties as one JSON object, as the history keeps them. */
  public String propertiesOf(FeatureRecord record) {
    return JsonCodec.text(
        json -> {
          json.writeStartObject();
          for (int i = 0; i < record.values().size(); i++) {
            Property<T> property = type.properties().get(i);
            json.writeFieldName(property.name());
            writeProperty(json, property.type(), record.values().get(i));
          }
          json.writeEndObject();
        });
  }

  private static void writeProperty(
      com.fasterxml.jackson.core.JsonGenerator json, ValueType type, @Nullable Object value)
      throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (type == ValueType.JSON || type == ValueType.TEXT_LIST) {
      json.writeRawValue((String) value);
    } else if (value instanceof LocalDate date) {
      json.writeString(date.toString());
    } else {
      json.writePOJO(value);
    }
  }

  /** Reads what {@link #propertiesOf} wrote; properties that are not in it are unknown. */
  Row rowOf(String properties) {
    if (!(JsonCodec.parse(properties) instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("Not the properties of a " + type.name());
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Property<T> property : type.properties()) {
      Object value = map.get(property.name());
      if (value == null) {
        value = property.type() == ValueType.TEXT_LIST ? List.of() : null;
      } else if (property.type() == ValueType.DATE) {
        value = LocalDate.parse((String) value);
      } else if (property.type() == ValueType.REAL) {
        value = ((Number) value).doubleValue();
      }
      values.put(property.name(), value);
    }
    return new Row(values);
  }

  /** Returns the quoted names, separated by commas. */
  public static String list(List<String> columns) {
    return columns.stream().map(FeatureTable::quote).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return type.name();
  }
}
