package org.lianpian.store;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureType;
import org.lianpian.model.GeometryKind;
import org.lianpian.model.OriginType;
import org.lianpian.model.Provenance;
import org.lianpian.model.Row;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A feature that can hold any value of any type, so that tests can put everything into a store. */
public record Probe(String id, @Nullable Geometry geometry, Provenance provenance, Row values)
    implements Feature {

  public static final FeatureType<Probe> TYPE =
      columns(FeatureType.named("probe", "探头", "Probe", GeometryKind.ANY, Probe::new)).build();

  public static final FeatureType<Probe> BARE =
      columns(FeatureType.named("bare_probe", "无形探头", "Bare probe", GeometryKind.NONE, Probe::new))
          .build();

  private static FeatureType.Builder<Probe> columns(FeatureType.Builder<Probe> type) {
    return type.text("a_text", "文本", "Text", probe -> probe.values.text("a_text"))
        .text("other_id", "其他", "Other", probe -> probe.values.text("other_id"))
        .texts("some_texts", "多个文本", "Texts", probe -> probe.values.texts("some_texts"))
        .integer("a_count", "数", "Count", "个", probe -> probe.values.integer("a_count"))
        .real("a_length", "长", "Length", "m", probe -> probe.values.real("a_length"))
        .flag("a_flag", "是否", "Flag", probe -> probe.values.flag("a_flag"))
        .date("a_date", "日期", "Date", probe -> probe.values.date("a_date"))
        .code(
            "a_code",
            "代码",
            "Code",
            OriginType.class,
            probe -> {
              String code = probe.values.text("a_code");
              return code == null ? null : OriginType.valueOf(code);
            })
        .json("a_tree", "树", "Tree", probe -> probe.values.json("a_tree"));
  }

  static Probe of(String id) {
    return new Probe(id, null, Provenance.of("test"), row(Map.of()));
  }

  static Probe at(String id, String wkt) {
    return of(id).with(wkt);
  }

  Probe with(String wkt) {
    return new Probe(id, geometry(wkt), provenance, values);
  }

  Probe with(String property, @Nullable Object value) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(values.values());
    changed.put(property, value);
    return new Probe(id, geometry, provenance, new Row(changed));
  }

  Probe from(Provenance other) {
    return new Probe(id, geometry, other, values);
  }

  /** Returns a probe in which every property has a value that is easily damaged. */
  static Probe full(String id) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("无", null);
    tree.put("whole", 7);
    tree.put("negative", Integer.MIN_VALUE);
    tree.put("real", 7.0);
    tree.put("fine", 0.1 + 0.2);
    tree.put("tiny", Double.MIN_VALUE);
    tree.put("huge", 1e300);
    tree.put("flag", false);
    tree.put("text", "“引号” \"\\ \n 𠮷");
    tree.put("list", java.util.Arrays.asList(1, null, 2.5, List.of(), Map.of("k", "v")));
    tree.put("a", 1);
    return at(id, "POINT (425123.123456789 2890456.987654321)")
        .with("a_text", "福州市鼓楼区东街口 'x' 𠮷\n\t\\")
        .with("other_id", "")
        .with("some_texts", List.of("一", "", "a,\"b\"", "𠮷"))
        .with("a_count", Integer.MAX_VALUE)
        .with("a_length", 0.1 + 0.2)
        .with("a_flag", false)
        .with("a_date", LocalDate.of(2000, 2, 29))
        .with("a_code", "REFORMED")
        .with("a_tree", tree)
        .from(new Provenance("台账.xlsx", "表1!7", ordered("小区名称", "x", "编号", "", "a", "1")));
  }

  private static Map<String, String> ordered(String... texts) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < texts.length; i += 2) {
      map.put(texts[i], texts[i + 1]);
    }
    return map;
  }

  /** Returns a row with all properties, unknown unless given. */
  static Row row(Map<String, ? extends @Nullable Object> values) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    for (var property : TYPE.properties()) {
      all.put(property.name(), values.get(property.name()));
    }
    all.putIfAbsent("some_texts", List.of());
    if (all.get("some_texts") == null) {
      all.put("some_texts", List.of());
    }
    return new Row(all);
  }

  static Geometry geometry(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  /** Geometries compare with every bit of every coordinate. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Probe probe
        && id.equals(probe.id)
        && provenance.equals(probe.provenance)
        && values.equals(probe.values)
        && (geometry == null
            ? probe.geometry == null
            : probe.geometry != null && geometry.equalsExact(probe.geometry));
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
