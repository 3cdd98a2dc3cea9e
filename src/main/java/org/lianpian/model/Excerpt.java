package org.lianpian.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The part of a feature that a reader needs, where reading all of it would take too long.
 *
 * <p>Of a feature that was read as an excerpt everything else is unknown, its provenance too: it is
 * for looking at and is never written back.
 *
 * @param properties the properties that are read
 */
public record Excerpt<T extends Feature>(FeatureType<T> type, List<Property<T>> properties) {

  /** The provenance of every excerpt. */
  public static final Provenance PROVENANCE = Provenance.of("");

  public Excerpt {
    properties = List.copyOf(properties);
  }

  /**
   * Names the properties.
   *
   * @throws IllegalArgumentException when the type has no such property
   */
  public static <T extends Feature> Excerpt<T> of(FeatureType<T> type, String... names) {
    List<Property<T>> properties = new ArrayList<>();
    for (String name : names) {
      properties.add(
          type.findProperty(name)
              .orElseThrow(
                  () -> new IllegalArgumentException(type + " has no property '" + name + "'")));
    }
    return new Excerpt<>(type, properties);
  }

  /** Makes a feature of what was read; the values are in the order of {@link #properties}. */
  public T create(String id, @Nullable Geometry geometry, List<? extends @Nullable Object> values) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int i = 0; i < properties.size(); i++) {
      row.put(properties.get(i).name(), values.get(i));
    }
    return type.create(id, geometry, PROVENANCE, new Row(row));
  }

  /** Takes the properties out of a whole feature. */
  T from(T whole, @Nullable Geometry geometry) {
    List<@Nullable Object> values = new ArrayList<>();
    properties.forEach(property -> values.add(property.getter().apply(whole)));
    return create(whole.id(), geometry, values);
  }
}
