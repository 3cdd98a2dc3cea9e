package org.lianpian.ingest.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.ingest.source.SwmmModel.Line;
import org.lianpian.ingest.value.Severity;
import org.lianpian.model.FlowRegime;
import org.lianpian.model.Manhole;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;
import org.lianpian.model.Reach;
import org.lianpian.model.ReachState;
import org.lianpian.model.ServiceConnection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Turns a SWMM model into layers of manholes, reaches and dry-weather inflows.
 *
 * <p>Conduits, orifices and outlets run by gravity, pumps under pressure, weirs are overflows. A
 * node that a pump draws from is a pump, a divider an interceptor. Levels are the nodes' with the
 * links' offsets; ground is invert and depth. The medium is read off ids as CJJ 61 writes them (YS,
 * WS, HS), and is unknown otherwise; a pipe carries what its first node does. SWMM has no treatment
 * plants: an outfall of sewage is taken for one, with a warning.
 */
final class SwmmLayers {
  private static final List<String> LINKS =
      List.of("CONDUITS", "PUMPS", "ORIFICES", "WEIRS", "OUTLETS");
  private static final Set<String> ROUND = Set.of("CIRCULAR", "FORCE_MAIN", "FILLED_CIRCULAR");

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,2})?");

  private final String name;
  private final SwmmModel model;
  private final ImportLimits limits;
  private final GeometryFactory factory = new GeometryFactory();
  private final Map<String, Coordinate> places = new HashMap<>();
  private final Map<String, BigDecimal> inverts = new HashMap<>();
  private final Map<String, List<Coordinate>> vertices = new HashMap<>();
  private final Map<String, Line> sections = new HashMap<>();
  private final boolean offsetsAreLevels;

  SwmmLayers(String name, SwmmModel model, ImportLimits limits) {
    this.name = name;
    this.model = model;
    this.limits = limits;
    offsetsAreLevels = model.option("LINK_OFFSETS", "DEPTH").equals("ELEVATION");
    for (Line line : model.lines("COORDINATES")) {
      Coordinate place = place(line);
      if (place != null) {
        places.put(line.word(0), place);
      }
    }
    for (Line line : model.lines("VERTICES")) {
      Coordinate place = place(line);
      if (place != null) {
        vertices.computeIfAbsent(line.word(0), any -> new ArrayList<>()).add(place);
      }
    }
    model.lines("XSECTIONS").forEach(line -> sections.put(line.word(0), line));
    for (String section : List.of("JUNCTIONS", "OUTFALLS", "STORAGE", "DIVIDERS")) {
      for (Line line : model.lines(section)) {
        BigDecimal invert = number(line.word(1));
        if (invert != null) {
          inverts.put(line.word(0), invert);
        }
      }
    }
  }

  List<SourceLayer> layers() {
    List<SourceLayer> layers = new ArrayList<>();
    layers.add(layer(Manhole.TYPE.name(), nodes()));
    layers.add(layer(Reach.TYPE.name(), links()));
    List<SourceFeature> inflows = inflows();
    if (!inflows.isEmpty()) {
      layers.add(layer(ServiceConnection.TYPE.name(), inflows));
    }
    return layers;
  }

  private SourceLayer layer(String role, List<SourceFeature> rows) {
    String layerName = name + "/" + role;
    limits.checkRows(layerName, rows.size());
    return new SwmmLayer(layerName, role, rows);
  }

  private List<SourceFeature> nodes() {
    Set<String> pumped = new HashSet<>();
    model.lines("PUMPS").forEach(line -> pumped.add(line.word(1)));
    List<SourceFeature> rows = new ArrayList<>();
    for (Line line : model.lines("JUNCTIONS")) {
      rows.add(node(line, pumped.contains(line.word(0)) ? ManholeKind.PUMP : ManholeKind.MANHOLE));
    }
    model.lines("OUTFALLS").forEach(line -> rows.add(outfall(line)));
    for (Line line : model.lines("STORAGE")) {
      rows.add(node(line, pumped.contains(line.word(0)) ? ManholeKind.PUMP : ManholeKind.MANHOLE));
    }
    model.lines("DIVIDERS").forEach(line -> rows.add(node(line, ManholeKind.INTERCEPTOR)));
    return rows;
  }

  private SourceFeature node(Line line, ManholeKind kind) {
    String id = line.word(0);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("id", id);
    values.put("kind", kind.zh());
    values.put("medium", medium(id).zh());
    BigDecimal invert = inverts.get(id);
    boolean hasDepth = !line.section().equals("OUTFALLS") && !line.section().equals("DIVIDERS");
    BigDecimal depth = hasDepth ? number(line.word(2)) : null;
    put(values, "invert_level", invert);
    // a depth of 0 tells SWMM to find it from the pipes
    boolean deep = depth != null && depth.signum() > 0;
    put(values, "ground_level", invert == null || !deep ? null : invert.add(depth));
    Coordinate place = places.get(id);
    return feature(line, values, place == null ? null : factory.createPoint(place));
  }

  private SourceFeature outfall(Line line) {
    if (medium(line.word(0)) != Medium.SEWAGE) {
      return node(line, ManholeKind.OUTFALL);
    }
    SourceFeature plant = node(line, ManholeKind.WWTP);
    String id = line.word(0);
    RowIssue taken =
        new RowIssue(
            "swmm.plant",
            Severity.WARNING,
            name + "/" + Manhole.TYPE.name(),
            (long) line.row(),
            "",
            "kind",
            "",
            "污水排放口 " + id + " 按污水处理厂导入，请核对",
            "sewage outfall " + id + " is taken for a treatment plant; please check",
            "");
    return new SourceFeature(
        plant.row(), plant.locator(), plant.attributes(), plant.geometry(), List.of(taken));
  }

  private List<SourceFeature> links() {
    List<SourceFeature> rows = new ArrayList<>();
    for (String section : LINKS) {
      model.lines(section).forEach(line -> rows.add(link(line)));
    }
    return rows;
  }

  private SourceFeature link(Line line) {
    String id = line.word(0);
    String from = line.word(1);
    String to = line.word(2);
    Line shape = sections.get(id);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("id", id);
    values.put("from_node", from);
    values.put("to_node", to);
    values.put("medium", medium(from).zh());
    values.put("regime", regime(line, shape).zh());
    values.put("state", ReachState.IN_USE.zh());
    BigDecimal diameter =
        shape != null && ROUND.contains(shape.word(1)) ? number(shape.word(2)) : null;
    put(values, "diameter", diameter == null ? null : diameter.movePointRight(3));
    if (line.section().equals("CONDUITS")) {
      put(values, "invert_from", level(from, line.word(5)));
      put(values, "invert_to", level(to, line.word(6)));
    }
    return feature(line, values, shape(id, from, to));
  }

  private static FlowRegime regime(Line line, @Nullable Line shape) {
    boolean forced = shape != null && shape.word(1).equals("FORCE_MAIN");
    return switch (line.section()) {
      case "PUMPS" -> FlowRegime.PRESSURE;
      case "WEIRS" -> FlowRegime.OVERFLOW;
      default -> forced ? FlowRegime.PRESSURE : FlowRegime.GRAVITY;
    };
  }

  private @Nullable BigDecimal level(String node, String offset) {
    BigDecimal invert = inverts.get(node);
    if (offset.equals("*") || offset.isEmpty()) {
      return invert;
    }
    BigDecimal value = number(offset);
    if (offsetsAreLevels || value == null) {
      return value;
    }
    return invert == null ? null : invert.add(value);
  }

  private @Nullable Geometry shape(String id, String from, String to) {
    Coordinate start = places.get(from);
    Coordinate end = places.get(to);
    if (start == null || end == null) {
      return null;
    }
    List<Coordinate> line = new ArrayList<>();
    line.add(start);
    line.addAll(vertices.getOrDefault(id, List.of()));
    line.add(end);
    return factory.createLineString(line.toArray(new Coordinate[0]));
  }

  /** Returns where sewage enters: each node with dry-weather flow. */
  private List<SourceFeature> inflows() {
    Map<String, SourceFeature> rows = new LinkedHashMap<>();
    for (Line line : model.lines("DWF")) {
      String node = line.word(0);
      BigDecimal flow = number(line.word(2));
      if (line.word(1).equals("FLOW") && flow != null && flow.signum() > 0) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("id", "DWF-" + node);
        values.put("node_id", node);
        values.put("medium", Medium.SEWAGE.zh());
        Coordinate place = places.get(node);
        rows.putIfAbsent(
            node, feature(line, values, place == null ? null : factory.createPoint(place)));
      }
    }
    return List.copyOf(rows.values());
  }

  private static Medium medium(String id) {
    if (id.startsWith("YS")) {
      return Medium.STORM;
    }
    if (id.startsWith("WS")) {
      return Medium.SEWAGE;
    }
    return id.startsWith("HS") ? Medium.COMBINED : Medium.UNKNOWN;
  }

  private static SourceFeature feature(
      Line line, Map<String, String> values, @Nullable Geometry geometry) {
    return new SourceFeature(line.row(), line.locator(), values, geometry, List.of());
  }

  private static void put(Map<String, String> values, String key, @Nullable BigDecimal value) {
    if (value != null) {
      values.put(key, value.stripTrailingZeros().toPlainString());
    }
  }

  private static @Nullable Coordinate place(Line line) {
    BigDecimal x = number(line.word(1));
    BigDecimal y = number(line.word(2));
    return x == null || y == null ? null : new Coordinate(x.doubleValue(), y.doubleValue());
  }

  private static @Nullable BigDecimal number(String word) {
    // bounded, for a huge exponent would be written out in full
    boolean isNumber = word.length() <= 30 && NUMBER.matcher(word).matches();
    return isNumber ? new BigDecimal(word) : null;
  }

  private record SwmmLayer(String name, String role, List<SourceFeature> rows)
      implements SourceLayer {

    @Override
    public String format() {
      return "SWMM";
    }

    @Override
    public Style style() {
      return Style.FEATURES;
    }

    @Override
    public List<SourceColumn> columns() {
      Set<String> names = new LinkedHashSet<>();
      rows.forEach(row -> names.addAll(row.attributes().keySet()));
      return names.stream().map(SourceColumn::of).toList();
    }

    @Override
    public @Nullable Crs crs() {
      return null;
    }

    @Override
    public String knownRole() {
      return role;
    }

    @Override
    public List<Notice> notices() {
      return List.of();
    }

    @Override
    public List<RowIssue> issues() {
      return List.of();
    }

    @Override
    public Stream<SourceFeature> features() {
      return rows.stream();
    }
  }
}
