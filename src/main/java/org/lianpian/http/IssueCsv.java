package org.lianpian.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.export.CsvText;
import org.lianpian.ingest.ImportReport;
import org.lianpian.ingest.LayerReport;
import org.lianpian.ingest.source.RowIssue;

/** Writes what is wrong with files as a table that a clerk works through in Excel. */
final class IssueCsv {
  private static final List<String> HEADING =
      List.of(
          "文件 File",
          "图层 Layer",
          "行 Row",
          "单元格 Cell",
          "列 Column",
          "级别 Severity",
          "代码 Code",
          "说明",
          "Message",
          "原值 Value",
          "建议 Suggestion");

  private final StringBuilder text =
      new StringBuilder(CsvText.BYTE_ORDER_MARK).append(CsvText.row(HEADING));

  void add(ImportReport report) {
    report.issues().forEach(issue -> add(report.file(), issue));
    for (LayerReport layer : report.layers()) {
      layer.issues().forEach(issue -> add(report.file(), issue));
      long more = layer.issuesTotal() - layer.issues().size();
      if (more > 0) {
        text.append(
            CsvText.row(
                List.of(
                    report.file(),
                    layer.name(),
                    "",
                    "",
                    "",
                    "",
                    "issues.more",
                    "另有 " + more + " 条未列出",
                    more + " more are not listed",
                    "",
                    "")));
      }
    }
  }

  private void add(String file, RowIssue issue) {
    text.append(
        CsvText.row(
            List.of(
                file,
                issue.layer(),
                number(issue.row()),
                issue.cell(),
                issue.column(),
                issue.severity().zh() + " " + issue.severity().en(),
                issue.code(),
                issue.zh(),
                issue.en(),
                issue.value(),
                issue.suggestion())));
  }

  private static String number(@Nullable Long row) {
    return row == null ? "" : row.toString();
  }

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
