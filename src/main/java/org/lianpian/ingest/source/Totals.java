package org.lianpian.ingest.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.ingest.value.Finding;
import org.lianpian.ingest.value.Numbers;
import org.lianpian.ingest.value.Severity;
import org.lianpian.ingest.value.Texts;

/**
 * Checks the rows of totals in a table (小计, 合计) against the rows they sum up.
 *
 * <p>A 小计 sums the rows since the total before it, or those up to the next when it stands on top; a
 * 合计 or 总计 sums all rows. A number that fits neither is reported.
 */
final class Totals {
  private static final String SUBTOTAL = "小计";
  private static final List<String> WORDS = List.of(SUBTOTAL, "合计", "总计", "共计", "累计");
  private static final BigDecimal TOLERANCE = new BigDecimal("0.005");

  private final String layer;
  private final List<SourceColumn> columns;
  private final List<Map<Integer, BigDecimal>> groups = new ArrayList<>();
  private final List<RawRow> subtotals = new ArrayList<>();
  private final List<RawRow> totals = new ArrayList<>();

  Totals(String layer, List<SourceColumn> columns) {
    this.layer = layer;
    this.columns = columns;
    groups.add(new HashMap<>());
  }

  /** Tells whether one of the first cells of a row says that it is a total. */
  static boolean isTotal(RawRow row) {
    return word(row) != null;
  }

  private static @Nullable String word(RawRow row) {
    int seen = 0;
    for (String cell : row.cells()) {
      String key = Texts.key(cell).replaceAll("[:()]", "");
      if (key.isEmpty()) {
        continue;
      }
      for (String word : WORDS) {
        if (key.equals(word) || (key.length() <= 12 && key.endsWith(word))) {
          return word;
        }
      }
      if (++seen == 3) {
        break;
      }
    }
    return null;
  }

  void add(RawRow row) {
    String word = word(row);
    if (word == null) {
      addTo(groups.get(groups.size() - 1), row);
    } else if (word.equals(SUBTOTAL)) {
      subtotals.add(row);
      groups.add(new HashMap<>());
    } else {
      totals.add(row);
    }
  }

  int count() {
    return subtotals.size() + totals.size();
  }

  List<RowIssue> issues() {
    List<RowIssue> issues = new ArrayList<>();
    for (int i = 0; i < subtotals.size(); i++) {
      check(subtotals.get(i), groups.get(i), groups.get(i + 1), issues);
    }
    Map<Integer, BigDecimal> all = new HashMap<>();
    for (Map<Integer, BigDecimal> group : groups) {
      group.forEach((column, sum) -> all.merge(column, sum, BigDecimal::add));
    }
    for (RawRow total : totals) {
      check(total, all, all, issues);
    }
    return issues;
  }

  private void addTo(Map<Integer, BigDecimal> sums, RawRow row) {
    for (SourceColumn column : columns) {
      BigDecimal number = number(row, column.index());
      if (number != null) {
        sums.merge(column.index(), number, BigDecimal::add);
      }
    }
  }

  private void check(
      RawRow row,
      Map<Integer, BigDecimal> above,
      Map<Integer, BigDecimal> below,
      List<RowIssue> issues) {
    for (SourceColumn column : columns) {
      BigDecimal stated = number(row, column.index());
      if (stated == null || fits(stated, above.get(column.index()), below.get(column.index()))) {
        continue;
      }
      BigDecimal sum = above.getOrDefault(column.index(), BigDecimal.ZERO);
      String text = row.cell(column.index());
      issues.add(
          RowIssue.ofCell(
              new Finding(
                  "sum.mismatch",
                  Severity.WARNING,
                  "合计 " + text + " 与各行之和 " + sum.toPlainString() + " 不一致",
                  "the total " + text + " differs from the sum of the rows " + sum.toPlainString(),
                  sum.toPlainString()),
              layer,
              row.number(),
              column.name(),
              column.cell(row.number()),
              text));
    }
  }

  private static boolean fits(
      BigDecimal stated, @Nullable BigDecimal above, @Nullable BigDecimal below) {
    return close(stated, above) || close(stated, below);
  }

  private static boolean close(BigDecimal stated, @Nullable BigDecimal sum) {
    return sum != null && stated.subtract(sum).abs().compareTo(TOLERANCE) <= 0;
  }

  private static @Nullable BigDecimal number(RawRow row, int column) {
    String text = row.cell(column);
    // names and addresses are most of a table; only what starts like a number can be one
    return text.isEmpty() || Character.isLetter(text.charAt(0))
        ? null
        : Numbers.parse(text, "", null).value();
  }
}
