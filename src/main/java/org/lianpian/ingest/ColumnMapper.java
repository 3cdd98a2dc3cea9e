package org.lianpian.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianpian.ingest.ColumnMapping.Use;
import org.lianpian.ingest.source.SourceColumn;
import org.lianpian.ingest.source.SourceLayer;
import org.lianpian.ingest.value.Texts;
import org.lianpian.model.AdminUnit;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.FeatureType;
import org.lianpian.model.Manhole;
import org.lianpian.model.Property;
import org.lianpian.model.Reach;
import org.lianpian.model.ValueType;

/**
 * Finds out which property each column of a layer brings, from the names, titles and aliases of the
 * feature type's properties. One property takes one column: the one that fits best, the leftmost
 * among equals.
 */
final class ColumnMapper {
  private static final Pattern PERSONAL =
      Pattern.compile(".*(姓名|户主|电话|手机|身份证|联系人|联系方式|微信|phone|mobile|idcard|id_card|e-?mail).*");
  private static final Pattern UNIT = Pattern.compile("[(\\[][^()\\[\\]]*[)\\]]$");
  private static final Pattern FILLER = Pattern.compile("[_\\-*\\s]");

  private static final Set<String> LONGITUDE =
      Set.of(
          "经度",
          "lon",
          "lng",
          "long",
          "longitude",
          "x",
          "x坐标",
          "横坐标",
          "东坐标",
          "easting",
          "coordx",
          "xcoord",
          "pointx");
  private static final Set<String> LATITUDE =
      Set.of(
          "纬度",
          "lat",
          "latitude",
          "y",
          "y坐标",
          "纵坐标",
          "北坐标",
          "northing",
          "coordy",
          "ycoord",
          "pointy");
  private static final Set<String> COORDINATES =
      Set.of("坐标", "经纬度", "location", "lnglat", "lonlat", "坐标经纬度");

  private static final Set<String> ANY_ID = Set.of("id", "@id", "osmid", "编号", "唯一编号", "标识码");
  private static final Map<String, Set<String>> IDS =
      Map.of(
          Community.TYPE.name(), Set.of("小区编号", "小区代码", "communityid"),
          Building.TYPE.name(), Set.of("楼栋编号", "建筑编号", "房屋编号", "buildingid"),
          Manhole.TYPE.name(),
              Set.of("点号", "井编号", "检查井编号", "物探点号", "管点编号", "节点编号", "jcjbh", "expno", "nodeid"),
          Reach.TYPE.name(), Set.of("管段编号", "管线编号", "管道编号", "连接编号", "ljbh", "gdbh", "pipeid"),
          AdminUnit.TYPE.name(), Set.of("towncode"));

  /** Headings of the published table of division codes. */
  private static final Map<String, String> DIVISION_TABLE =
      Map.of("启用时间", "valid_from", "变更/弃用时间", "valid_to", "新代码", "successors");

  /** Columns cut by the ten bytes of a dBASE field name; shorter ones could be anything. */
  private static final int CUT_BYTES = 9;

  /** Datums that the heading of a coordinate may name: lon_wgs84, 高德经度, lng_gcj02. */
  private static final Pattern TRUE_DATUM = Pattern.compile("wgs84|cgcs2000");

  private static final Pattern ANY_DATUM =
      Pattern.compile(TRUE_DATUM + "|gcj02|gcj|火星|高德|国测局|bd09|百度");

  private ColumnMapper() {}

  /**
   * Maps the columns of a layer in their order.
   *
   * @throws ChoiceException when a chosen column or property does not exist, or two columns are
   *     chosen for one use
   */
  static List<ColumnMapping> map(
      FeatureType<?> type, SourceLayer layer, LayerOptions options, boolean keepPersonalData) {
    List<SourceColumn> columns = layer.columns();
    Map<Integer, ColumnMapping> decided = new HashMap<>();
    Map<String, Integer> taken = new HashMap<>();
    ChosenColumns.take(type, layer, options.columns(), decided, taken);
    if (!keepPersonalData) {
      for (int i = 0; i < columns.size(); i++) {
        if (PERSONAL.matcher(key(columns.get(i).name())).matches()) {
          decided.putIfAbsent(i, ColumnMapping.of(columns.get(i), Use.DROPPED));
        }
      }
    }
    takeSpecial(columns, decided, taken, Use.ID, LayerOptions.ID, idNames(type));
    if (!taken.containsKey(LayerOptions.COORDINATES)) {
      takeSpecial(columns, decided, taken, Use.LONGITUDE, LayerOptions.LONGITUDE, LONGITUDE);
      takeSpecial(columns, decided, taken, Use.LATITUDE, LayerOptions.LATITUDE, LATITUDE);
    }
    if (!taken.containsKey(LayerOptions.LONGITUDE)) {
      takeSpecial(columns, decided, taken, Use.COORDINATES, LayerOptions.COORDINATES, COORDINATES);
    }
    for (Property<?> property : type.properties()) {
      if (property.type() != ValueType.JSON && !taken.containsKey(property.name())) {
        int best = best(property, columns, decided, layer.format());
        if (best >= 0) {
          decided.put(best, mapped(columns.get(best), property));
        }
      }
    }
    List<ColumnMapping> mappings = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      mappings.add(decided.getOrDefault(i, ColumnMapping.of(columns.get(i), Use.ORIGINAL)));
    }
    return mappings;
  }

  private static Set<String> idNames(FeatureType<?> type) {
    Set<String> names = new java.util.LinkedHashSet<>(IDS.getOrDefault(type.name(), Set.of()));
    names.addAll(ANY_ID);
    return names;
  }

  static ColumnMapping mapped(SourceColumn column, Property<?> property) {
    return new ColumnMapping(column, Use.PROPERTY, property.name(), property.zh(), property.en());
  }

  private static void takeSpecial(
      List<SourceColumn> columns,
      Map<Integer, ColumnMapping> decided,
      Map<String, Integer> taken,
      Use use,
      String choice,
      Set<String> names) {
    if (taken.containsKey(choice)) {
      return;
    }
    // a file may bring a position twice: the true one is taken before the shifted one
    for (Pattern datum : List.of(TRUE_DATUM, ANY_DATUM)) {
      for (boolean whole : new boolean[] {true, false}) {
        for (int i = 0; i < columns.size(); i++) {
          String name = columns.get(i).name();
          String key = datum.matcher(key(whole ? name : lastPart(name))).replaceAll("");
          if (!decided.containsKey(i) && names.contains(key)) {
            decided.put(i, ColumnMapping.of(columns.get(i), use));
            taken.put(choice, i);
            return;
          }
        }
      }
    }
  }

  private static int best(
      Property<?> property,
      List<SourceColumn> columns,
      Map<Integer, ColumnMapping> decided,
      String format) {
    int best = -1;
    int bestScore = 0;
    for (int i = 0; i < columns.size(); i++) {
      int score = decided.containsKey(i) ? 0 : score(property, columns.get(i), format);
      if (score > bestScore) {
        best = i;
        bestScore = score;
      }
    }
    return best;
  }

  /**
   * Returns how well a column fits: 0 not at all; whole names before last parts before cut ones.
   */
  static int score(Property<?> property, SourceColumn column, String format) {
    int whole = scoreName(property, key(column.name()));
    int last = scoreName(property, key(lastPart(column.name())));
    if (whole > 0 || last > 0) {
      return Math.max(whole * 10, last * 5);
    }
    return format.equals("Shapefile") && isCut(property, column.name()) ? 1 : 0;
  }

  private static int scoreName(Property<?> property, String key) {
    if (property.name().equals(DIVISION_TABLE.get(key))) {
      return 2;
    }
    if (key.equals(key(property.name())) || key.equals(key(property.zh()))) {
      return 3;
    }
    if (property.aliases().stream().anyMatch(alias -> key(alias).equals(key))) {
      return 2;
    }
    return key(property.en()).equals(key) ? 1 : 0;
  }

  private static boolean isCut(Property<?> property, String column) {
    if (column.getBytes(java.nio.charset.StandardCharsets.UTF_8).length < CUT_BYTES) {
      return false;
    }
    String key = key(column);
    return key(property.name()).startsWith(key)
        || key(property.zh()).startsWith(key)
        || property.aliases().stream().anyMatch(alias -> key(alias).startsWith(key));
  }

  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Returns a heading without unit, mark of obligation, underscores and case. */
  private static String key(String heading) {
    String plain = Texts.normalise(heading).replaceAll("#\\d+$", "");
    String bare = UNIT.matcher(plain).replaceAll("");
    return FILLER.matcher(bare.isEmpty() ? plain : bare).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** Returns the mapping that has a use, or null. */
  static @Nullable ColumnMapping find(List<ColumnMapping> mappings, Use use) {
    return mappings.stream().filter(m -> m.use() == use).findFirst().orElse(null);
  }
}
