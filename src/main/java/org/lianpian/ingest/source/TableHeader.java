package org.lianpian.ingest.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianpian.ingest.value.Measure;
import org.lianpian.ingest.value.Texts;

/**
 * The heading of a table: which rows it takes, and one name for each column.
 *
 * <p>Titles, unit lines (单位：万元) and notes above it are passed over, but the unit is kept. Headings
 * in several rows are joined as 改造规模/户数: through merged cells where the format has them, else where
 * the second row fills the gaps of the first.
 */
final class TableHeader {
  private static final int SEARCHED_ROWS = 40;
  private static final int DEEPEST = 5;
  private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d,]*\\.?\\d+%?");
  private static final Pattern UNIT_LINE = Pattern.compile("[(]?(?:计量|金额|面积)?单位:(.+?)[)]?");
  private static final Pattern UNIT_IN_NAME = Pattern.compile(".*[(\\[]([^()\\[\\]]+)[)\\]]$");
  private static final Pattern NOTE =
      Pattern.compile(
          "(注|备注|说明|填表说明|填报单位|填报人|填表人|制表人|填表日期|填报日期|审核人|审核|负责人|联系人|单位负责人|制表单位|日期|截至|盖章)[:(].*");

  private static final Pattern EXAMPLE = Pattern.compile("(示例|样例|填写示例):.*");

  private final long lastRow;
  private final List<SourceColumn> columns;
  private final boolean found;

  private TableHeader(long lastRow, List<SourceColumn> columns, boolean found) {
    this.lastRow = lastRow;
    this.columns = List.copyOf(columns);
    this.found = found;
  }

  /** Returns the last row before the data. */
  long lastRow() {
    return lastRow;
  }

  List<SourceColumn> columns() {
    return columns;
  }

  /** Tells whether the table has a heading; without one the columns are called 列A, 列B. */
  boolean found() {
    return found;
  }

  /** Finds the heading among the first rows of a table. */
  static TableHeader find(List<RawRow> rows, Merges merges) {
    List<RawRow> head = rows.subList(0, Math.min(rows.size(), SEARCHED_ROWS));
    int width = head.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    Map<Measure.Kind, String> tableUnits = new HashMap<>();
    int start = 0;
    while (start < head.size() && isPreamble(head.get(start), merges, width, tableUnits)) {
      start++;
    }
    if (start == head.size() || isData(head.get(start))) {
      long before = start == 0 || start == head.size() ? 0 : head.get(start).number() - 1;
      return new TableHeader(before, unnamed(width), false);
    }
    int end = lastHeaderRow(head, start, merges);
    Map<Integer, String> columnUnits = new HashMap<>();
    int last = end;
    if (last + 1 < head.size() && isUnitRow(head.get(last + 1), columnUnits)) {
      last++;
    }
    if (last + 1 < head.size() && isColumnNumbers(head.get(last + 1))) {
      last++;
    }
    List<SourceColumn> columns =
        columns(head.subList(start, end + 1), merges, width, tableUnits, columnUnits);
    return new TableHeader(head.get(last).number(), columns, true);
  }

  /** Tells whether a row is a signature, a note or a unit line rather than data. */
  static boolean isNote(RawRow row) {
    List<String> filled = row.cells().stream().filter(cell -> !cell.isBlank()).toList();
    if (filled.isEmpty() || filled.size() > 6) {
      return false;
    }
    String first = Texts.key(filled.get(0));
    return NOTE.matcher(first).matches()
        || (filled.size() <= 2 && UNIT_LINE.matcher(first).matches());
  }

  /** Tells whether a row says itself that it only shows how to fill in the table. */
  static boolean isExample(RawRow row) {
    return row.cells().stream()
        .filter(cell -> !cell.isBlank())
        .findFirst()
        .filter(first -> EXAMPLE.matcher(Texts.key(first)).matches())
        .isPresent();
  }

  private static boolean isPreamble(
      RawRow row, Merges merges, int width, Map<Measure.Kind, String> units) {
    if (row.isBlank()) {
      return true;
    }
    List<String> filled = row.cells().stream().filter(cell -> !cell.isBlank()).distinct().toList();
    boolean unitLine = false;
    for (String cell : filled) {
      Matcher line = UNIT_LINE.matcher(Texts.normalise(cell).replace(" ", ""));
      if (line.matches()) {
        unitLine |= addUnits(line.group(1), units);
      }
    }
    if (unitLine && filled.size() <= 3) {
      return true;
    }
    if (isNote(row)) {
      return true;
    }
    if (filled.size() != 1 || width <= 1) {
      return false;
    }
    int column = 0;
    while (row.cell(column).isBlank()) {
      column++;
    }
    Merges.Region region = merges.find(row.number(), column);
    boolean group = region != null && region.isWide() && region.firstColumn() > 0;
    return !group;
  }

  private static boolean addUnits(String text, Map<Measure.Kind, String> units) {
    boolean any = false;
    for (String unit : text.split("[、,;/]")) {
      Optional<Measure> measure = Measure.find(unit);
      if (measure.isPresent()) {
        units.put(measure.get().kind(), unit.strip());
        any = true;
      }
    }
    return any;
  }

  private static int lastHeaderRow(List<RawRow> head, int start, Merges merges) {
    int end = start;
    for (int i = start; i <= end && i < head.size() && i - start < DEEPEST; i++) {
      long number = head.get(i).number();
      for (Merges.Region region : merges.inRow(number)) {
        long reach = region.lastRow();
        boolean grouped = region.isWide() && reach == number && i + 1 < head.size();
        if (grouped && fillsBelow(head.get(i + 1), region) && !isData(head.get(i + 1))) {
          reach = number + 1;
        }
        while (end + 1 < head.size() && head.get(end + 1).number() <= reach) {
          end++;
        }
      }
    }
    if (end == start
        && start + 1 < head.size()
        && fillsGaps(head.get(start), head.get(start + 1))) {
      end++;
    }
    return end;
  }

  private static boolean fillsBelow(RawRow row, Merges.Region region) {
    for (int column = region.firstColumn(); column <= region.lastColumn(); column++) {
      if (!row.cell(column).isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a second heading row without merged cells names what the first left blank. */
  private static boolean fillsGaps(RawRow first, RawRow second) {
    boolean fills = false;
    boolean leaves = false;
    int width = Math.max(first.cells().size(), second.cells().size());
    for (int column = 0; column < width; column++) {
      String below = second.cell(column);
      if (NUMBER.matcher(Texts.key(below)).matches()) {
        return false;
      }
      fills |= first.cell(column).isBlank() && !below.isBlank();
      leaves |= !first.cell(column).isBlank() && below.isBlank();
    }
    return fills && leaves && second.cell(0).isBlank();
  }

  private static boolean isData(RawRow row) {
    long filled = row.cells().stream().filter(cell -> !cell.isBlank()).count();
    long numbers =
        row.cells().stream().filter(cell -> NUMBER.matcher(Texts.key(cell)).matches()).count();
    long known = row.cells().stream().filter(cell -> Headings.isKnown(cell)).count();
    return known == 0 && numbers > 0 && numbers * 5 >= filled;
  }

  private static boolean isUnitRow(RawRow row, Map<Integer, String> units) {
    int filled = 0;
    Map<Integer, String> found = new HashMap<>();
    for (int column = 0; column < row.cells().size(); column++) {
      String cell = Texts.key(row.cell(column)).replaceAll("^[(\\[]|[)\\]]$", "");
      if (!cell.isEmpty()) {
        filled++;
        if (Measure.find(cell).isPresent() || cell.equals("年")) {
          found.put(column, cell);
        }
      }
    }
    if (found.isEmpty() || found.size() * 2 < filled) {
      return false;
    }
    units.putAll(found);
    return true;
  }

  private static boolean isColumnNumbers(RawRow row) {
    if (row.cells().size() < 4) {
      return false;
    }
    for (int column = 0; column < row.cells().size(); column++) {
      String cell = Texts.key(row.cell(column)).replaceAll("[()]", "");
      if (!cell.equals(Integer.toString(column + 1))) {
        return false;
      }
    }
    return true;
  }

  private static List<SourceColumn> columns(
      List<RawRow> header,
      Merges merges,
      int width,
      Map<Measure.Kind, String> tableUnits,
      Map<Integer, String> columnUnits) {
    List<SourceColumn> columns = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (int column = 0; column < width; column++) {
      String path = String.join("/", labels(header, merges, column));
      String name = path.isEmpty() ? unnamedColumn(column) : path;
      String unique = name;
      for (int copy = 2; !used.add(unique); copy++) {
        unique = name + "#" + copy;
      }
      columns.add(
          new SourceColumn(unique, column, unit(name, columnUnits.get(column), tableUnits)));
    }
    return columns;
  }

  private static Set<String> labels(List<RawRow> header, Merges merges, int column) {
    Set<String> labels = new LinkedHashSet<>();
    for (int i = 0; i < header.size(); i++) {
      RawRow row = header.get(i);
      Merges.Region region = merges.find(row.number(), column);
      String label = row.cell(column);
      if (label.isBlank() && region != null) {
        label = topLeft(header, region);
      }
      boolean grouped = i + 1 < header.size() && !header.get(i + 1).cell(column).isBlank();
      for (int left = column - 1;
          label.isBlank() && grouped && region == null && left >= 0;
          left--) {
        label = row.cell(left);
      }
      String plain = Texts.normalise(label).replace(" ", "");
      if (!plain.isEmpty()) {
        labels.add(plain);
      }
    }
    return labels;
  }

  private static String topLeft(List<RawRow> header, Merges.Region region) {
    for (RawRow row : header) {
      if (row.number() == region.firstRow()) {
        return row.cell(region.firstColumn());
      }
    }
    return "";
  }

  private static @Nullable String unit(
      String name, @Nullable String columnUnit, Map<Measure.Kind, String> tableUnits) {
    if (columnUnit != null) {
      return columnUnit;
    }
    Matcher inName = UNIT_IN_NAME.matcher(Texts.key(name));
    if (inName.matches() && Measure.find(inName.group(1)).isPresent()) {
      return inName.group(1);
    }
    if (name.contains("面积")) {
      return tableUnits.get(Measure.Kind.AREA);
    }
    if (name.matches(".*(投资|资金|金额|造价|费|元).*")) {
      return tableUnits.get(Measure.Kind.MONEY);
    }
    return name.contains("长") ? tableUnits.get(Measure.Kind.LENGTH) : null;
  }

  private static List<SourceColumn> unnamed(int width) {
    List<SourceColumn> columns = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      columns.add(new SourceColumn(unnamedColumn(column), column, null));
    }
    return columns;
  }

  private static String unnamedColumn(int column) {
    return "列" + SourceColumn.letters(column);
  }
}
