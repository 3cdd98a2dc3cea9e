package org.lianpian.ingest;

import java.util.Set;
import org.lianpian.ingest.source.SourceFeature;

/**
 * Keeps the rows of a mixed layer that belong to one feature type, such as fclass = residential.
 *
 * @param column the column that tells
 * @param values its values, one of which a row must have
 */
public record RowFilter(String column, Set<String> values) {

  public RowFilter {
    values = Set.copyOf(values);
  }

  boolean keeps(SourceFeature feature) {
    return values.contains(feature.text(column));
  }
}
