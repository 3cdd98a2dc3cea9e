package org.lianpian.ingest;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.CoordinateText;
import org.lianpian.ingest.ColumnMapping.Use;
import org.lianpian.ingest.source.SourceFeature;
import org.lianpian.ingest.value.Texts;

/**
 * The columns in which a table keeps positions: two columns, or one with a pair such as {@code
 * 117.6,26.2}.
 */
record CoordinateColumns(
    @Nullable ColumnMapping first, @Nullable ColumnMapping second, boolean pair) {

  /** Two numbers of a row, each null when its cell is empty or unreadable. */
  record Pair(@Nullable Double first, @Nullable Double second, boolean unreadable) {}

  static CoordinateColumns of(List<ColumnMapping> mappings) {
    ColumnMapping pair = ColumnMapper.find(mappings, Use.COORDINATES);
    if (pair != null) {
      return new CoordinateColumns(pair, null, true);
    }
    return new CoordinateColumns(
        ColumnMapper.find(mappings, Use.LONGITUDE),
        ColumnMapper.find(mappings, Use.LATITUDE),
        false);
  }

  boolean isPresent() {
    return first != null && (pair || second != null);
  }

  Pair read(SourceFeature feature) {
    if (first == null) {
      return new Pair(null, null, false);
    }
    String one = feature.text(first.column().name());
    String two = second == null ? "" : feature.text(second.column().name());
    if (pair) {
      String[] parts = Texts.normalise(one).split("[,;\\s]+");
      one = parts[0];
      two = parts.length == 2 ? parts[1] : "";
    }
    Double x = number(one);
    Double y = number(two);
    boolean unreadable =
        (x == null && !Texts.saysNothing(one)) || (y == null && !Texts.saysNothing(two));
    return new Pair(x, y, unreadable);
  }

  private static @Nullable Double number(String text) {
    Optional<CoordinateText> parsed =
        Texts.saysNothing(text) ? Optional.empty() : CoordinateText.parse(text);
    return parsed.map(CoordinateText::value).orElse(null);
  }
}
