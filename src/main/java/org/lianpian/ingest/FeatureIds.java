package org.lianpian.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.ingest.source.SourceFeature;
import org.lianpian.ingest.source.SourceLayer;
import org.lianpian.ingest.value.Texts;
import org.lianpian.model.AdminUnit;
import org.lianpian.model.Community;
import org.lianpian.model.FeatureType;
import org.lianpian.model.Manhole;
import org.lianpian.model.Place;
import org.lianpian.model.Reach;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/**
 * Gives the rows of a layer ids that are the same on every import of the same content.
 *
 * <ol>
 *   <li>With an id column (编号, id, 点号) its text is the id; an OSM object {@code way/123} is {@code
 *       osm-w123}, an {@code osm_id} 123 is {@code osm-123}, with its class behind it when the
 *       extract lists the object under several. A generic 编号 that only counts the rows 1, 2, 3 is
 *       no identity and not used, except for pipes and their nodes.
 *   <li>Else the id is {@code type-} and 12 hexadecimal digits of a SHA-256 over: the normalised
 *       name ({@link Texts#nameKey}), district and sub-district for communities and places; name
 *       and geometry for other types. Rows of one file that agree in that get longer keys, all of
 *       them, so that the order of rows does not matter: with the address, then with all columns;
 *       rows that agree in everything are counted.
 * </ol>
 *
 * <p>A community without a row number thus keeps its id when its numbers change, and gets a new one
 * when its name changes. Two passes: {@link #count} every row, then {@link #idOf} in the same
 * order.
 */
final class FeatureIds {
  private static final Set<String> GENERIC = Set.of("id", "编号");
  private static final int HEX_DIGITS = 12;
  private static final int LONGEST = 120;

  private final FeatureType<?> type;
  private final SourceLayer.Style style;
  private final @Nullable String column;
  private final RowTexts texts;
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Integer> given = new HashMap<>();
  private boolean running = true;
  private long rows;

  /** Reads the text that a row brings for a property. */
  @FunctionalInterface
  interface RowTexts {
    String text(SourceFeature feature, String property);
  }

  FeatureIds(
      FeatureType<?> type, SourceLayer.Style style, @Nullable String column, RowTexts texts) {
    this.type = type;
    this.style = style;
    this.column = column;
    this.texts = texts;
  }

  /** Takes note of a row, in the first pass. */
  void count(SourceFeature feature) {
    String own = ownId(feature);
    if (own != null) {
      running &= own.equals(Long.toString(rows + 1)) || own.equals(Long.toString(rows));
      counts.merge(own, 1, Integer::sum);
    } else {
      running = false;
    }
    rows++;
    if (own == null || mayRun()) {
      for (int level = 0; level < 3; level++) {
        counts.merge(key(feature, level), 1, Integer::sum);
      }
    }
  }

  /** Forgets which ids were given, before another pass of {@link #idOf}. */
  void restart() {
    given.clear();
  }

  /** Tells whether the id column only counts the rows. */
  boolean isRunningNumber() {
    return rows > 0 && mayRun();
  }

  private boolean mayRun() {
    return column != null
        && running
        && GENERIC.contains(Texts.key(column))
        && type != Manhole.TYPE
        && type != Reach.TYPE;
  }

  /** Tells whether the source gave the same id to several rows, which only OSM extracts may. */
  boolean isRepeated(SourceFeature feature) {
    String own = usedId(feature);
    return own != null && counts.getOrDefault(own, 0) > 1;
  }

  /** Tells whether another row has the same name in the same place. */
  boolean isSuspectedTwin(SourceFeature feature) {
    return usedId(feature) == null
        && !texts.text(feature, "name").isBlank()
        && counts.getOrDefault(key(feature, 0), 0) > 1;
  }

  /** Returns the id of a row; in the second pass, each row once and in the same order. */
  String idOf(SourceFeature feature) {
    String own = usedId(feature);
    if (own != null) {
      return isRepeated(feature) ? counted(own + "-" + Texts.key(feature.text("fclass"))) : own;
    }
    int level = 0;
    while (level < 2 && counts.getOrDefault(key(feature, level), 0) > 1) {
      level++;
    }
    return counted(type.name() + "-" + key(feature, level));
  }

  private String counted(String id) {
    int copy = given.merge(id, 1, Integer::sum);
    return copy == 1 ? id : id + "-" + copy;
  }

  private @Nullable String usedId(SourceFeature feature) {
    return isRunningNumber() ? null : ownId(feature);
  }

  private @Nullable String ownId(SourceFeature feature) {
    if (column == null) {
      return null;
    }
    String text = Texts.normalise(feature.text(column));
    if (text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    if (style != SourceLayer.Style.OSM) {
      return text.matches("\\d+\\.0+") ? text.substring(0, text.indexOf('.')) : text;
    }
    int slash = text.indexOf('/');
    return slash > 0
        ? "osm-" + text.charAt(0) + text.substring(slash + 1)
        : "osm-" + text.replaceFirst("\\.0+$", "");
  }

  private String key(SourceFeature feature, int level) {
    StringBuilder key = new StringBuilder();
    key.append(level == 0 ? "" : level + "|");
    key.append(Texts.nameKey(texts.text(feature, "name")));
    boolean named = key.length() > 0 && (type == Community.TYPE || type == Place.TYPE);
    if (named) {
      key.append('|').append(Texts.key(texts.text(feature, "district")));
      key.append('|').append(Texts.key(texts.text(feature, "street")));
    }
    if (type == AdminUnit.TYPE) {
      key.append('|').append(Texts.key(texts.text(feature, "code")));
    }
    if (level == 1) {
      key.append('|').append(Texts.key(texts.text(feature, "address")));
    }
    Geometry geometry = feature.geometry();
    if (geometry != null && (!named || level == 2)) {
      key.append('|').append(WKBWriter.toHex(new WKBWriter().write(geometry)));
    }
    if (level == 2 || (geometry == null && !named)) {
      key.append('|').append(feature.attributes());
    }
    return digest(key.toString());
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
