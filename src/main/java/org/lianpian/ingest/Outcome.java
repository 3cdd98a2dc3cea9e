package org.lianpian.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.ingest.source.RowIssue;
import org.locationtech.jts.geom.Geometry;

/**
 * What became of one row.
 *
 * @param feature null when the row is rejected
 * @param geometry where it lies, in the dataset's CRS, or null when that is not known
 */
record Outcome<T>(@Nullable T feature, @Nullable Geometry geometry, List<RowIssue> issues) {
  Outcome {
    issues = List.copyOf(issues);
  }
}
