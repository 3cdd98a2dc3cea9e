package org.lianpian.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.ingest.source.RowIssue;

/**
 * What became of one row.
 *
 * @param feature null when the row is rejected
 */
record Outcome<T>(@Nullable T feature, List<RowIssue> issues) {
  Outcome {
    issues = List.copyOf(issues);
  }
}
