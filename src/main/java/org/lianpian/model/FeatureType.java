package org.lianpian.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Describes one kind of feature: its name, its geometry and its properties (ISO 19109 feature
 * type).
 *
 * <p>The one list from which table columns, import mappings, exports and API documents are made.
 * Immutable and thread-safe.
 */
public final class FeatureType<T extends Feature> {

  /** Makes a feature from its parts; must accept every row that {@link #toRow} gives. */
  @FunctionalInterface
  public interface Factory<T> {
    T create(String id, @Nullable Geometry geometry, Provenance provenance, Row row);
  }

  private final String name;
  private final String zh;
  private final String en;
  private final GeometryKind geometryKind;
  private final List<Property<T>> properties;
  private final Factory<T> factory;

  private FeatureType(Builder<T> builder) {
    this.name = builder.name;
    this.zh = builder.zh;
    this.en = builder.en;
    this.geometryKind = builder.geometryKind;
    this.properties = List.copyOf(builder.properties);
    this.factory = builder.factory;
    Set<String> names = new LinkedHashSet<>();
    for (Property<T> property : properties) {
      if (!names.add(property.name())) {
        throw new IllegalArgumentException(name + " has property " + property.name() + " twice");
      }
    }
  }

  /** Starts the description of a type; {@code name} is the table name. */
  public static <T extends Feature> Builder<T> named(
      String name, String zh, String en, GeometryKind kind, Factory<T> factory) {
    return new Builder<>(name, zh, en, kind, factory);
  }

  public String name() {
    return name;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  public GeometryKind geometryKind() {
    return geometryKind;
  }

  public List<Property<T>> properties() {
    return properties;
  }

  public Optional<Property<T>> findProperty(String propertyName) {
    return properties.stream().filter(p -> p.name().equals(propertyName)).findFirst();
  }

  public T create(String id, @Nullable Geometry geometry, Provenance provenance, Row row) {
    return factory.create(id, geometry, provenance, row);
  }

  /** Returns the values of all properties in the order of {@link #properties}. */
  public Row toRow(T feature) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Property<T> property : properties) {
      values.put(property.name(), property.getter().apply(feature));
    }
    return new Row(values);
  }

  /** Returns the properties that may leave the store. */
  public List<Property<T>> publicProperties() {
    return properties.stream().filter(property -> !property.personal()).toList();
  }

  /** Returns the feature without what names a person; the same one when it has nothing of that. */
  public T withoutPersonal(T feature) {
    if (properties.stream().noneMatch(Property::personal)) {
      return feature;
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>(toRow(feature).values());
    properties.stream().filter(Property::personal).forEach(one -> values.put(one.name(), null));
    return create(feature.id(), feature.geometry(), feature.provenance(), new Row(values));
  }

  @Override
  public String toString() {
    return name;
  }

  /** Collects the properties of a type. */
  public static final class Builder<T extends Feature> {
    private final String name;
    private final String zh;
    private final String en;
    private final GeometryKind geometryKind;
    private final Factory<T> factory;
    private final List<Property<T>> properties = new ArrayList<>();

    private Builder(String name, String zh, String en, GeometryKind kind, Factory<T> factory) {
      this.name = name;
      this.zh = zh;
      this.en = en;
      this.geometryKind = kind;
      this.factory = factory;
    }

    public Builder<T> text(
        String property,
        String titleZh,
        String titleEn,
        Function<T, @Nullable String> getter,
        String... aliases) {
      return add(property, titleZh, titleEn, ValueType.TEXT, "", List.of(), getter, aliases);
    }

    /** Adds a text that names a person: kept in the store, left out of every export. */
    public Builder<T> personal(
        String property, String titleZh, String titleEn, Function<T, @Nullable String> getter) {
      properties.add(
          new Property<>(
              property,
              titleZh,
              titleEn,
              ValueType.TEXT,
              "",
              List.of(),
              List.of(),
              getter::apply,
              true));
      return this;
    }

    public Builder<T> texts(
        String property,
        String titleZh,
        String titleEn,
        Function<T, List<String>> getter,
        String... aliases) {
      return add(property, titleZh, titleEn, ValueType.TEXT_LIST, "", List.of(), getter, aliases);
    }

    public Builder<T> integer(
        String property,
        String titleZh,
        String titleEn,
        String unit,
        Function<T, @Nullable Integer> getter,
        String... aliases) {
      return add(property, titleZh, titleEn, ValueType.INTEGER, unit, List.of(), getter, aliases);
    }

    public Builder<T> real(
        String property,
        String titleZh,
        String titleEn,
        String unit,
        Function<T, @Nullable Double> getter,
        String... aliases) {
      return add(property, titleZh, titleEn, ValueType.REAL, unit, List.of(), getter, aliases);
    }

    public Builder<T> flag(
        String property,
        String titleZh,
        String titleEn,
        Function<T, @Nullable Boolean> getter,
        String... aliases) {
      return add(property, titleZh, titleEn, ValueType.BOOLEAN, "", List.of(), getter, aliases);
    }

    public Builder<T> date(
        String property,
        String titleZh,
        String titleEn,
        Function<T, java.time.@Nullable LocalDate> getter,
        String... aliases) {
      return add(property, titleZh, titleEn, ValueType.DATE, "", List.of(), getter, aliases);
    }

    public <E extends Enum<E> & Labelled> Builder<T> code(
        String property,
        String titleZh,
        String titleEn,
        Class<E> codes,
        Function<T, @Nullable E> getter,
        String... aliases) {
      return add(
          property,
          titleZh,
          titleEn,
          ValueType.CODE,
          "",
          List.of(codes.getEnumConstants()),
          feature -> {
            E code = getter.apply(feature);
            return code == null ? null : code.name();
          },
          aliases);
    }

    public Builder<T> json(
        String property, String titleZh, String titleEn, Function<T, @Nullable Object> getter) {
      return add(property, titleZh, titleEn, ValueType.JSON, "", List.of(), getter);
    }

    private Builder<T> add(
        String property,
        String titleZh,
        String titleEn,
        ValueType type,
        String unit,
        List<? extends Labelled> codes,
        Function<T, ? extends @Nullable Object> getter,
        String... aliases) {
      properties.add(
          new Property<>(
              property,
              titleZh,
              titleEn,
              type,
              unit,
              codes,
              List.of(aliases),
              getter::apply,
              false));
      return this;
    }

    public FeatureType<T> build() {
      return new FeatureType<>(this);
    }
  }
}
