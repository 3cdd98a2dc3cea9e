package org.lianpian.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Datum;
import org.lianpian.geo.MetricCrs;
import org.lianpian.ingest.Choices;
import org.lianpian.ingest.ColumnMapping.Use;
import org.lianpian.ingest.LayerOptions;
import org.lianpian.model.FeatureType;
import org.lianpian.model.Property;
import org.lianpian.model.ValueType;

/** Lists what a person may choose for an import, with its names. */
final class ImportVocabulary {
  private static final List<Use> USES =
      List.of(Use.ID, Use.LONGITUDE, Use.LATITUDE, Use.COORDINATES, Use.ORIGINAL, Use.NOT_IMPORTED);

  private ImportVocabulary() {}

  /**
   * Returns the choices for all controls.
   *
   * @param dataset the dataset's CRS, which is offered first
   */
  static Map<String, Object> of(Crs dataset) {
    Map<String, Object> view = new LinkedHashMap<>();
    List<Map<String, Object>> roles = new ArrayList<>();
    Choices.roles().forEach(type -> roles.add(role(type)));
    roles.add(item(LayerOptions.SKIP, "不导入", "Not imported"));
    view.put("roles", roles);
    view.put("uses", USES.stream().map(u -> item(u.choice(), u.zh(), u.en())).toList());
    view.put("crs", crs(dataset));
    List<Map<String, Object>> datums = new ArrayList<>();
    for (Datum datum : Datum.values()) {
      datums.add(item(datum.name(), datum.zh(), datum.en()));
    }
    view.put("datums", datums);
    view.put(
        "encodings",
        List.of(
            item("UTF-8", "UTF-8", "UTF-8"),
            item("GB18030", "GB18030（含 GBK、GB2312）", "GB18030 (with GBK, GB2312)"),
            item("Big5", "Big5 繁体", "Big5, traditional"),
            item("UTF-16LE", "UTF-16LE（Unicode 文本）", "UTF-16LE (Unicode text)"),
            item("UTF-16BE", "UTF-16BE", "UTF-16BE")));
    return view;
  }

  private static <T extends org.lianpian.model.Feature> Map<String, Object> role(
      FeatureType<T> type) {
    List<Map<String, Object>> properties = new ArrayList<>();
    for (Property<T> property : type.properties()) {
      if (property.type() != ValueType.JSON) {
        Map<String, Object> item = item(property.name(), property.zh(), property.en());
        item.put("unit", property.unit());
        properties.add(item);
      }
    }
    Map<String, Object> role = item(type.name(), type.zh(), type.en());
    role.put("properties", properties);
    return role;
  }

  private static List<Map<String, Object>> crs(Crs dataset) {
    List<Map<String, Object>> degrees =
        List.of(
            item(
                Crs.CGCS2000.toString(),
                "CGCS2000 经纬度 (EPSG:4490)",
                "CGCS2000, degrees (EPSG:4490)"),
            item(Crs.WGS84.toString(), "WGS 84 经纬度 (EPSG:4326)", "WGS 84, degrees (EPSG:4326)"));
    List<Map<String, Object>> own = new ArrayList<>();
    MetricCrs.of(dataset).ifPresent(system -> own.add(item(system)));
    List<Map<String, Object>> plain = new ArrayList<>();
    List<Map<String, Object>> prefixed = new ArrayList<>();
    for (int zone = 25; zone <= 45; zone++) {
      plain.add(item(MetricCrs.withMeridian(zone * 3)));
      MetricCrs.withPrefix(zone).ifPresent(system -> prefixed.add(item(system)));
    }
    List<Map<String, Object>> wide = new ArrayList<>();
    for (int zone = 13; zone <= 23; zone++) {
      MetricCrs.withPrefix(zone).ifPresent(system -> wide.add(item(system)));
    }
    List<Map<String, Object>> others = new ArrayList<>();
    others.add(
        item(Crs.WEB_MERCATOR.toString(), "Web 墨卡托 (EPSG:3857)", "Web Mercator (EPSG:3857)"));
    for (int zone = 43; zone <= 53; zone++) {
      others.add(
          item(
              "EPSG:" + (32600 + zone),
              "WGS 84 UTM " + zone + " 带 (EPSG:" + (32600 + zone) + ")",
              "WGS 84 / UTM zone " + zone + "N (EPSG:" + (32600 + zone) + ")"));
    }
    return List.of(
        group("本数据集", "This dataset", own),
        group("经纬度", "Degrees", degrees),
        group("CGCS2000 3°带", "CGCS2000 3-degree zones", plain),
        group("CGCS2000 3°带，东坐标带带号", "CGCS2000 3-degree zones with zone number", prefixed),
        group("CGCS2000 6°带，东坐标带带号", "CGCS2000 6-degree zones with zone number", wide),
        group("其他", "Others", others));
  }

  private static Map<String, Object> group(String zh, String en, List<Map<String, Object>> items) {
    return Map.of("zh", zh, "en", en, "items", items);
  }

  private static Map<String, Object> item(MetricCrs system) {
    return item(system.crs().toString(), system.zh(), system.en());
  }

  private static Map<String, Object> item(String code, String zh, String en) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("code", code);
    item.put("zh", zh);
    item.put("en", en);
    return item;
  }
}
