package org.lianpian.ingest;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.ingest.value.Severity;

/**
 * What an import found, and did or would do.
 *
 * @param file the file's name
 * @param layers its layers in the order of the file
 * @param issues what is wrong with the file as a whole
 * @param committable whether a commit with the same options would write
 * @param committed whether it was written
 */
public record ImportReport(
    String file,
    List<LayerReport> layers,
    List<RowIssue> issues,
    boolean committable,
    boolean committed) {

  public ImportReport {
    layers = List.copyOf(layers);
    issues = List.copyOf(issues);
  }

  /** Returns the sums over all layers. */
  public ImportCounts counts() {
    return layers.stream().map(LayerReport::counts).reduce(ImportCounts.NONE, ImportCounts::plus);
  }

  /** Tells whether a person left out all of the file's layers, so that there is nothing to do. */
  public boolean isLeftOut() {
    return !layers.isEmpty()
        && issues.isEmpty()
        && layers.stream().noneMatch(LayerReport::isImported);
  }

  /** Returns the character set of the file's texts, or null when its format fixes it. */
  public @Nullable Charset encoding() {
    return layers.stream()
        .map(layer -> layer.reading().encoding())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Returns the number of errors in the file and all layers. */
  public long errors() {
    return issues.stream().filter(issue -> issue.severity() == Severity.ERROR).count()
        + layers.stream().mapToLong(LayerReport::errors).sum();
  }
}
