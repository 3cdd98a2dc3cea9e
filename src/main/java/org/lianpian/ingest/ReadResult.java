package org.lianpian.ingest;

import java.util.List;
import org.lianpian.ingest.source.RowIssue;

/** The features of one type that a file holds, and what was found wrong on the way. */
public record ReadResult<T>(List<T> features, List<RowIssue> issues) {
  public ReadResult {
    features = List.copyOf(features);
    issues = List.copyOf(issues);
  }
}
