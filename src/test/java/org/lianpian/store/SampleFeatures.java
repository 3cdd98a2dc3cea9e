package org.lianpian.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureType;
import org.lianpian.model.Property;
import org.lianpian.model.Provenance;
import org.lianpian.model.Row;
import org.lianpian.model.ValueType;
import org.locationtech.jts.geom.Geometry;

/** Features of any type with seeded random content, some of it unknown. */
public final class SampleFeatures {

  private SampleFeatures() {}

  public static <T extends Feature> List<T> of(FeatureType<T> type, int count, long seed) {
    Random random = new Random(seed);
    List<T> features = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (Property<T> property : type.properties()) {
        boolean unknown = property.type() != ValueType.CODE && random.nextInt(5) == 0;
        values.put(property.name(), unknown ? null : value(property, random));
      }
      Geometry geometry = random.nextInt(10) == 0 ? null : geometry(type, random);
      String id = String.format("%s-%06d", type.name(), i);
      Provenance provenance = new Provenance("台账.xlsx", "表1!" + i, Map.of("名称", "第" + i + "行"));
      features.add(type.create(id, geometry, provenance, new Row(values)));
    }
    return features;
  }

  private static Object value(Property<?> property, Random random) {
    return switch (property.type()) {
      case TEXT -> "文本" + random.nextInt(1000);
      case TEXT_LIST -> List.of("甲" + random.nextInt(9), "乙");
      case INTEGER -> (property.name().endsWith("_to") ? 2000 : 1980) + random.nextInt(20);
      case REAL -> random.nextDouble() * 1e6;
      case BOOLEAN -> random.nextBoolean();
      case DATE -> LocalDate.of(1980, 1, 1).plusDays(random.nextInt(16000));
      case CODE -> property.codes().get(random.nextInt(property.codes().size())).name();
      case JSON -> List.of();
    };
  }

  private static @Nullable Geometry geometry(FeatureType<?> type, Random random) {
    double x = 425_000 + random.nextDouble() * 10_000;
    double y = 2_890_000 + random.nextDouble() * 10_000;
    return switch (type.geometryKind()) {
      case NONE -> null;
      case POINT -> Probe.geometry("POINT (%s %s)".formatted(x, y));
      case LINE ->
          Probe.geometry(
              "LINESTRING (%s %s, %s %s)".formatted(x, y, x + random.nextInt(50), y + 3));
      case POLYGON, ANY ->
          Probe.geometry(
              "POLYGON ((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
                  .formatted(x, y, x + 30, y + 12));
    };
  }
}
