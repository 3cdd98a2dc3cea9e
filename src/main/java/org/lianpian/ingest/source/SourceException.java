package org.lianpian.ingest.source;

import org.lianpian.ingest.value.Severity;

/**
 * Says that a file, or a layer, cannot be read at all, and why, in words for its sender.
 *
 * <p>Bad data, not our failure: the importer turns it into its {@link #issue}.
 */
public final class SourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RowIssue issue;

  public SourceException(RowIssue issue) {
    super(issue.en());
    this.issue = issue;
  }

  public SourceException(RowIssue issue, Throwable cause) {
    super(issue.en(), cause);
    this.issue = issue;
  }

  /** Makes a refusal of a whole file or layer. */
  public static SourceException refuse(
      String code, String file, String zh, String en, String suggestion) {
    return new SourceException(
        RowIssue.ofLayer(
            code, Severity.ERROR, file, file + "：" + zh, file + ": " + en, suggestion));
  }

  public RowIssue issue() {
    return issue;
  }
}
