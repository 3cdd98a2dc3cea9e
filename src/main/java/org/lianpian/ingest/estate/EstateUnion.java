package org.lianpian.ingest.estate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.BuiltPrecision;
import org.lianpian.model.Community;
import org.lianpian.model.PositionLevel;
import org.lianpian.model.Property;
import org.lianpian.model.Provenance;
import org.lianpian.model.Row;
import org.lianpian.model.ValueType;
import org.locationtech.jts.geom.Geometry;

/**
 * Makes one community of what several sources say about it.
 *
 * <p>The geometry, with its position level and error, is that of the source with the most
 * dimensions (a parcel before a point), then the smaller error, then the earlier one. Every other
 * value is the first known one, ledgers before OpenStreetMap, earlier sources before later ones;
 * the four parts of the year of construction stay together. Other names become aliases. Nothing is
 * averaged; unknown never hides a known value. The provenance names all sources, says in {@value
 * #VALUES} which of them brought each value, and in {@value #OTHERS} what the others said instead.
 * The result depends on the sources and their order only. Static.
 */
final class EstateUnion {
  static final String VALUES = "@values";
  static final String OTHERS = "@others";

  private static final List<String> BUILT =
      List.of("built_from", "built_to", "built_precision", "built_text");
  private static final Set<String> POSITION = Set.of("position_level", "sigma");

  private EstateUnion() {}

  /**
   * @param sources at least one; the result has the id of the first
   */
  static Community of(List<Community> sources) {
    Community base = sources.get(0);
    if (sources.size() == 1) {
      return base;
    }
    List<Community> ranked =
        sources.stream().sorted(Comparator.comparing(EstateUnion::isOpenStreetMap)).toList();
    Community placed =
        sources.stream()
            .max(
                Comparator.comparingInt(EstateUnion::dimension)
                    .thenComparing(Community::sigmaMetres, Comparator.reverseOrder())
                    .thenComparing(sources::indexOf, Comparator.reverseOrder()))
            .orElseThrow();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    Map<String, String> from = new LinkedHashMap<>();
    List<String> others = new ArrayList<>();
    from.put("geometry", place(placed));
    for (Property<Community> property : Community.TYPE.properties()) {
      String name = property.name();
      Community source =
          POSITION.contains(name)
              ? placed
              : BUILT.contains(name) ? built(ranked) : first(ranked, property);
      Object value = property.getter().apply(source);
      values.put(name, value);
      if (isKnown(property, value)) {
        from.put(name, place(source));
        if (!POSITION.contains(name)) {
          addOthers(property, value, ranked, others);
        }
      }
    }
    values.put("aliases", aliases((String) values.get("name"), ranked));
    return Community.TYPE.create(
        base.id(), placed.geometry(), provenance(sources, from, others), new Row(values));
  }

  private static Provenance provenance(
      List<Community> sources, Map<String, String> from, List<String> others) {
    Map<String, String> original = new LinkedHashMap<>();
    for (Community source : sources) {
      source
          .provenance()
          .original()
          .forEach((column, text) -> original.put(place(source) + " " + column, text));
    }
    List<String> values = new ArrayList<>();
    from.forEach((property, place) -> values.add(property + "=" + place));
    original.put(VALUES, String.join("; ", values));
    if (!others.isEmpty()) {
      original.put(OTHERS, String.join("; ", others));
    }
    return new Provenance(
        String.join(" + ", sources.stream().map(s -> s.provenance().source()).distinct().toList()),
        String.join(" + ", sources.stream().map(s -> s.provenance().locator()).toList()),
        original);
  }

  private static void addOthers(
      Property<Community> property, Object value, List<Community> ranked, List<String> others) {
    for (Community source : ranked) {
      Object other = property.getter().apply(source);
      if (isKnown(property, other) && !Objects.equals(other, value)) {
        others.add(property.name() + "=" + other + " (" + place(source) + ")");
      }
    }
  }

  private static Community built(List<Community> ranked) {
    return ranked.stream().filter(c -> !c.built().isUnknown()).findFirst().orElse(ranked.get(0));
  }

  private static Community first(List<Community> ranked, Property<Community> property) {
    return ranked.stream()
        .filter(source -> isKnown(property, property.getter().apply(source)))
        .findFirst()
        .orElse(ranked.get(0));
  }

  private static List<String> aliases(@Nullable String name, List<Community> ranked) {
    Set<String> aliases = new LinkedHashSet<>();
    for (Community source : ranked) {
      aliases.addAll(source.aliases());
      aliases.add(source.name());
    }
    aliases.remove("");
    aliases.remove(name == null ? "" : name);
    return List.copyOf(aliases);
  }

  private static boolean isKnown(Property<?> property, @Nullable Object value) {
    if (value == null || value.equals("") || value.equals(List.of())) {
      return false;
    }
    return property.type() != ValueType.CODE
        || !(value.equals(PositionLevel.UNKNOWN.name())
            || value.equals(BuiltPrecision.UNKNOWN.name()));
  }

  private static int dimension(Community community) {
    Geometry geometry = community.geometry();
    return geometry == null || geometry.isEmpty() ? -1 : geometry.getDimension();
  }

  static boolean isOpenStreetMap(Community community) {
    return community.id().startsWith("osm-");
  }

  /** Returns the source of a community as people find it: file and place in it. */
  static String place(Community community) {
    Provenance provenance = community.provenance();
    return provenance.locator().isEmpty()
        ? provenance.source()
        : provenance.source() + " " + provenance.locator();
  }
}
