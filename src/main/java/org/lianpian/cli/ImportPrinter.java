package org.lianpian.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.lianpian.ingest.ColumnMapping;
import org.lianpian.ingest.ImportCounts;
import org.lianpian.ingest.ImportReport;
import org.lianpian.ingest.LayerReport;
import org.lianpian.ingest.source.Notice;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.ingest.value.Severity;
import org.lianpian.model.FeatureType;

/** Says what an import found: layers, mapping, counts, and row by row what is wrong. */
final class ImportPrinter {
  private final PrintWriter out;
  private final int maxIssues;

  ImportPrinter(PrintWriter out, int maxIssues) {
    this.out = out;
    this.maxIssues = maxIssues;
  }

  void print(Path file, ImportReport report) {
    out.println(file);
    report.issues().forEach(issue -> out.println("  " + text(issue)));
    for (LayerReport layer : report.layers()) {
      print(layer);
    }
  }

  private void print(LayerReport layer) {
    FeatureType<?> type = layer.reading().role().type();
    if (type == null) {
      out.printf(
          "  %s: %s%n", layer.name(), Cli.Language.say("未识别,不导入", "not recognised, not imported"));
    } else {
      ImportCounts counts = layer.counts();
      out.printf(
          Cli.Language.say(
              "  %s → %s:%d 行,新增 %d,更新 %d,未变 %d,退回 %d,不属于本图层 %d%n",
              "  %s -> %s: %d rows, %d new, %d updated, %d unchanged, %d rejected, %d ignored%n"),
          layer.name(),
          Cli.Language.say(type.zh(), type.en()),
          layer.rows(),
          counts.inserted(),
          counts.updated(),
          counts.unchanged(),
          counts.rejected(),
          counts.ignored());
      List<ColumnMapping> kept =
          layer.reading().mapping().stream().filter(column -> column.property() != null).toList();
      if (!kept.isEmpty()) {
        out.println(
            "    "
                + String.join(
                    ", ",
                    kept.stream()
                        .map(
                            column ->
                                column.column().name()
                                    + "→"
                                    + Cli.Language.say(column.zh(), column.en()))
                        .toList()));
      }
    }
    for (Notice notice : layer.reading().notices()) {
      out.println("    " + Cli.Language.say(notice.zh(), notice.en()));
    }
    layer.issues().stream().limit(maxIssues).forEach(issue -> out.println("    " + text(issue)));
    long more = layer.issuesTotal() - Math.min(layer.issues().size(), maxIssues);
    if (more > 0) {
      out.println(Cli.Language.say("    ……另有 " + more + " 条", "    … and " + more + " more"));
    }
  }

  static String line(Path file, RowIssue issue) {
    return file.getFileName() + ": " + text(issue);
  }

  static boolean isError(RowIssue issue) {
    return issue.severity() == Severity.ERROR;
  }

  private static String text(RowIssue issue) {
    StringBuilder text = new StringBuilder();
    text.append('[').append(Cli.Language.say(issue.severity().zh(), issue.severity().en()));
    text.append("] ");
    if (!issue.layer().isEmpty()) {
      text.append(issue.layer()).append(' ');
    }
    if (issue.row() != null) {
      text.append(Cli.Language.say("第" + issue.row() + "行 ", "row " + issue.row() + " "));
    }
    text.append(Cli.Language.say(issue.zh(), issue.en()));
    if (!issue.suggestion().isEmpty()) {
      text.append(Cli.Language.say(";建议:", "; suggestion: ")).append(issue.suggestion());
    }
    return text.append(" (").append(issue.code()).append(')').toString();
  }
}
