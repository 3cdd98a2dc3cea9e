package org.lianpian.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianpian.ingest.source.ChoiceException;
import org.lianpian.ingest.source.Notice;
import org.lianpian.ingest.source.SourceFeature;
import org.lianpian.ingest.source.SourceLayer;
import org.lianpian.model.AdminUnit;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.ExclusionZone;
import org.lianpian.model.Facility;
import org.lianpian.model.FeatureType;
import org.lianpian.model.GeometryKind;
import org.lianpian.model.Manhole;
import org.lianpian.model.Place;
import org.lianpian.model.Railway;
import org.lianpian.model.Reach;
import org.lianpian.model.Road;
import org.lianpian.model.ServiceConnection;
import org.lianpian.model.Watercourse;
import org.locationtech.jts.geom.Geometry;

/**
 * Recognises which feature type a layer holds by counting what speaks for each: the words of the
 * file's and layer's names, its columns, its geometries and, where OSM extracts have one, the
 * values of {@code fclass}.
 */
final class RoleRecogniser {
  private static final double LEAST_SCORE = 2;
  private static final double SURE_SCORE = 8;
  private static final int NAME_SCORE = 3;
  private static final int CLASS_SCORE = 8;

  /** What is telling about a feature type. */
  private record Signs(Pattern words, Set<String> tellingProperties) {}

  private static final Map<FeatureType<?>, Signs> SIGNS = new LinkedHashMap<>();

  static {
    signs(
        Community.TYPE,
        "小区|台账|communit|老旧|residential|estate|compound|landuse",
        "built_text",
        "buildings",
        "households",
        "willingness",
        "facility_condition",
        "gross_floor_area");
    signs(Building.TYPE, "楼栋|建筑|房屋|楼幢|building", "number", "balcony_riser", "use");
    signs(Watercourse.TYPE, "河|水系|水体|水域|water|river|stream", "baseline", "culverted");
    signs(Road.TYPE, "道路|路网|road|highway|street_line", "road_class", "crossable");
    signs(Railway.TYPE, "铁路|rail", "crossable");
    signs(
        AdminUnit.TYPE,
        "行政|区划|街道界|区界|社区界|district|streets|admin|boundar|areacode",
        "code",
        "level",
        "parent_code",
        "successors");
    signs(ExclusionZone.TYPE, "征迁|拆迁|棚户|排除|征收|exclusion|城中村", "kind", "document");
    signs(
        Manhole.TYPE,
        "检查井|窨井|管点|排水节点|manhole|node|jcj|ysj|wsj|雨水口|_point",
        "ground_level",
        "invert_level",
        "kind");
    signs(
        Reach.TYPE,
        "管线|管网|管段|管道|排水管|pipe|reach|conduit|sewer|_line",
        "from_node",
        "to_node",
        "diameter",
        "invert_from");
    signs(ServiceConnection.TYPE, "接驳|接户|connection|lateral", "node_id", "evidence");
    signs(Facility.TYPE, "设施|配套|facilit|amenit|服务点", "facility_class", "capacity");
    signs(Place.TYPE, "地名|poi|gazetteer|place|门牌", "road", "house_number", "level");
  }

  private static final Map<String, FeatureType<?>> CLASSES = new LinkedHashMap<>();

  static {
    classes(Community.TYPE, "residential");
    classes(
        Watercourse.TYPE,
        "water",
        "river",
        "riverbank",
        "stream",
        "canal",
        "drain",
        "wetland",
        "reservoir",
        "dock");
    classes(
        Road.TYPE,
        "motorway",
        "trunk",
        "primary",
        "secondary",
        "tertiary",
        "unclassified",
        "living_street",
        "pedestrian",
        "service",
        "footway",
        "cycleway",
        "path",
        "steps",
        "motorway_link",
        "trunk_link",
        "primary_link",
        "secondary_link",
        "tertiary_link",
        "track",
        "bridleway");
    classes(Railway.TYPE, "rail", "light_rail", "subway", "narrow_gauge", "monorail");
    classes(Building.TYPE, "building");
  }

  private RoleRecogniser() {}

  private static void signs(FeatureType<?> type, String words, String... properties) {
    SIGNS.put(type, new Signs(Pattern.compile(words), Set.of(properties)));
  }

  private static void classes(FeatureType<?> type, String... values) {
    for (String value : values) {
      CLASSES.put(value, type);
    }
  }

  /** Returns the feature types that can be imported, in a fixed order. */
  static Set<FeatureType<?>> types() {
    return SIGNS.keySet();
  }

  /**
   * Finds a type by its name.
   *
   * @throws ChoiceException when nothing of that name is imported
   */
  static FeatureType<?> type(String name, String layer) {
    return SIGNS.keySet().stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ChoiceException(
                    ChoiceException.Control.ROLE,
                    layer,
                    name,
                    "内容类型须为 " + SIGNS.keySet() + " 之一或 skip，收到“" + name + "”",
                    "a role is one of " + SIGNS.keySet() + " or 'skip', was '" + name + "'"));
  }

  /** What speaks for a type. */
  private record Candidate(FeatureType<?> type, double score, List<Notice> reasons) {}

  /**
   * Recognises a layer's role.
   *
   * @param decided the role that a person chose, or null
   * @param sample some of its rows
   * @param classes all values of its {@code fclass} column, or empty when it has none
   * @throws ChoiceException when nothing of the chosen name is imported
   */
  static LayerRole recognise(
      String file,
      SourceLayer layer,
      @Nullable String decided,
      List<SourceFeature> sample,
      Set<String> classes) {
    List<Candidate> ranked = rank(file, layer, sample, classes);
    List<FeatureType<?>> candidates = new ArrayList<>();
    ranked.forEach(candidate -> candidates.add(candidate.type()));
    if (LayerOptions.SKIP.equals(decided)) {
      return new LayerRole(null, 1, List.of(), null, candidates);
    }
    if (decided != null) {
      FeatureType<?> type = type(decided, layer.name());
      return new LayerRole(type, 1, List.of(), filter(type, layer, classes), candidates);
    }
    String known = layer.knownRole();
    if (known != null) {
      return new LayerRole(type(known, layer.name()), 1, List.of(), null, candidates);
    }
    double best = ranked.isEmpty() ? 0 : ranked.get(0).score();
    if (best < LEAST_SCORE) {
      return new LayerRole(null, 0, List.of(), null, candidates);
    }
    double second = ranked.size() > 1 ? ranked.get(1).score() : 0;
    double confidence = Math.min(1, best / SURE_SCORE) * (0.5 + 0.5 * (best - second) / best);
    FeatureType<?> type = ranked.get(0).type();
    return new LayerRole(
        type, confidence, ranked.get(0).reasons(), filter(type, layer, classes), candidates);
  }

  /** Returns the types that the geometries permit, the likeliest first; ties in fixed order. */
  private static List<Candidate> rank(
      String file, SourceLayer layer, List<SourceFeature> sample, Set<String> classes) {
    FeatureType<?> byClass = byClass(layer, classes);
    List<Candidate> candidates = new ArrayList<>();
    for (Map.Entry<FeatureType<?>, Signs> entry : SIGNS.entrySet()) {
      FeatureType<?> type = entry.getKey();
      if (fits(type.geometryKind(), sample)) {
        List<Notice> reasons = new ArrayList<>();
        double score = score(type, entry.getValue(), file, layer, byClass, reasons);
        candidates.add(new Candidate(type, score, reasons));
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return candidates;
  }

  /** Returns the filter for rows of a mixed layer, or null when all rows belong to the type. */
  static @Nullable RowFilter filter(FeatureType<?> type, SourceLayer layer, Set<String> classes) {
    if (!hasColumn(layer, "fclass")) {
      return null;
    }
    Set<String> own = new HashSet<>(classes);
    own.removeIf(value -> !isClassOf(type, value));
    return own.isEmpty() || own.size() == classes.size() ? null : new RowFilter("fclass", own);
  }

  private static boolean isClassOf(FeatureType<?> type, String value) {
    return type == CLASSES.get(value) || (type == Road.TYPE && value.equals("residential"));
  }

  private static @Nullable FeatureType<?> byClass(SourceLayer layer, Set<String> classes) {
    if (!hasColumn(layer, "fclass")) {
      return null;
    }
    FeatureType<?> best = null;
    long bestCount = 0;
    for (FeatureType<?> type : SIGNS.keySet()) {
      // a residential road and a residential area share their word; other road classes decide
      long count = classes.stream().filter(value -> type == CLASSES.get(value)).count();
      if (count > bestCount) {
        best = type;
        bestCount = count;
      }
    }
    return best;
  }

  private static double score(
      FeatureType<?> type,
      Signs signs,
      String file,
      SourceLayer layer,
      @Nullable FeatureType<?> byClass,
      List<Notice> reasons) {
    double score = 0;
    String names = (file + " " + layer.name()).toLowerCase(Locale.ROOT);
    java.util.regex.Matcher word = signs.words().matcher(names);
    if (word.find()) {
      score += NAME_SCORE;
      reasons.add(
          new Notice(
              "role.name", "名称含“" + word.group() + "”", "the name holds '" + word.group() + "'"));
    }
    List<String> matched = new ArrayList<>();
    for (ColumnMapping mapping : ColumnMapper.map(type, layer, LayerOptions.NONE, true)) {
      String property = mapping.property();
      if (property != null) {
        score += signs.tellingProperties().contains(property) ? 2 : 1;
        matched.add(mapping.column().name());
      }
    }
    if (!matched.isEmpty()) {
      reasons.add(new Notice("role.columns", "列 " + matched, "the columns " + matched));
    }
    if (type == byClass) {
      score += CLASS_SCORE;
      reasons.add(new Notice("role.class", "fclass 的取值", "the values of fclass"));
    }
    return score;
  }

  private static boolean fits(GeometryKind kind, List<SourceFeature> sample) {
    boolean points = false;
    boolean lines = false;
    boolean areas = false;
    for (SourceFeature feature : sample) {
      Geometry geometry = feature.geometry();
      if (geometry != null) {
        points |= geometry.getDimension() == 0;
        lines |= geometry.getDimension() == 1;
        areas |= geometry.getDimension() == 2;
      }
    }
    return switch (kind) {
      case ANY, NONE -> true;
      case POINT -> !lines && !areas;
      case LINE -> !points && !areas;
      case POLYGON -> !points && !lines;
    };
  }

  private static boolean hasColumn(SourceLayer layer, String name) {
    return layer.columns().stream().anyMatch(column -> column.name().equals(name));
  }
}
