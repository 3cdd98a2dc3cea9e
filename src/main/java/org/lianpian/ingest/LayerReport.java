package org.lianpian.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.ingest.source.Notice;
import org.lianpian.ingest.source.RowIssue;

/**
 * What an import found in one layer.
 *
 * @param role the feature type's name, or null when the layer is not imported
 * @param roleZh its Chinese title, or empty
 * @param roleEn its English title, or empty
 * @param confidence how sure the role is, 0 to 1
 * @param rows rows of the layer that belong to the role
 * @param crs the CRS in which its coordinates are read, or empty
 * @param issues the first issues, errors first
 * @param issuesTotal how many issues there are
 * @param errors how many of them are errors
 */
public record LayerReport(
    String name,
    String format,
    @Nullable String role,
    String roleZh,
    String roleEn,
    double confidence,
    List<Notice> reasons,
    long rows,
    String crs,
    List<ColumnMapping> mapping,
    ImportCounts counts,
    List<RowIssue> issues,
    long issuesTotal,
    long errors,
    List<Notice> notices) {

  public LayerReport {
    reasons = List.copyOf(reasons);
    mapping = List.copyOf(mapping);
    issues = List.copyOf(issues);
    notices = List.copyOf(notices);
  }
}
