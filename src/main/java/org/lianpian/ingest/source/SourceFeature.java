package org.lianpian.ingest.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One row of a source, as it stands there.
 *
 * @param row counted from 1 as the source shows it
 * @param locator the row's place for people: {@code 台账!7}, {@code way/123}
 * @param attributes the source's column names and texts in their order; an empty cell is absent
 * @param geometry in the layer's CRS, x first, or null
 * @param issues what the reader found wrong with the row
 */
public record SourceFeature(
    long row,
    String locator,
    Map<String, String> attributes,
    @Nullable Geometry geometry,
    List<RowIssue> issues) {

  public SourceFeature {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    issues = List.copyOf(issues);
  }

  /** Returns the text of a column, or empty. */
  public String text(String column) {
    return attributes.getOrDefault(column, "");
  }
}
