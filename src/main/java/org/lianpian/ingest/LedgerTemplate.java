package org.lianpian.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.lianpian.model.FeatureType;
import org.lianpian.model.GeometryKind;
import org.lianpian.model.Labelled;
import org.lianpian.model.Property;
import org.lianpian.model.ValueType;

/**
 * Writes an empty workbook to fill in for a feature type (US-C08): Chinese headings with units,
 * drop-down lists for codes and flags, a column of coordinates each, and one example row.
 *
 * <p>The example is marked {@value #EXAMPLE} and never imported. Columns are the properties that
 * ledgers bring: what the program derives itself is left out. The lists stand in a hidden sheet.
 * The same type gives the same cells. Static, thread-safe.
 *
 * <p>Source: ECMA-376 part 1, 18.3.1.32 dataValidation.
 */
public final class LedgerTemplate {
  /** How the first cell of the example row begins, as every table reader knows it. */
  static final String EXAMPLE = "示例：不导入";

  private static final int FILLED_ROWS = 5_000;
  private static final double WIDTH = 16;
  private static final String LISTS = "选项";

  private static final Map<String, String> EXAMPLES =
      Map.of(
          "name", "红岩新村（一期）",
          "aliases", "红岩宿舍",
          "address", "列东街12号",
          "adcode", "350404",
          "district", "三元区",
          "street", "列东街道",
          "neighbourhood", "红岩社区",
          "built_text", "1998",
          "structure", "砖混");

  private LedgerTemplate() {}

  /** One column: its heading, an example and what may be chosen in it. */
  private record Column(String heading, String example, List<String> choices) {}

  /**
   * Writes the template of a type.
   *
   * @throws IOException when the stream fails
   */
  public static void write(FeatureType<?> type, OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "Lianpian", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(type.zh());
      Worksheet lists = workbook.newWorksheet(LISTS);
      lists.setVisibilityState(VisibilityState.HIDDEN);
      List<Column> columns = columns(type);
      for (int i = 0; i < columns.size(); i++) {
        write(sheet, lists, i, columns.get(i));
      }
      sheet.freezePane(0, 1);
    }
  }

  private static void write(Worksheet sheet, Worksheet lists, int index, Column column) {
    sheet.value(0, index, column.heading());
    sheet.width(index, WIDTH);
    sheet
        .style(0, index)
        .bold()
        .fillColor("DDEBF7")
        .borderStyle(BorderStyle.THIN)
        .wrapText(true)
        .set();
    sheet.value(1, index, column.example());
    sheet.style(1, index).italic().fontColor("7F7F7F").set();
    List<String> choices = column.choices();
    if (choices.isEmpty()) {
      return;
    }
    for (int row = 0; row < choices.size(); row++) {
      lists.value(row, index, choices.get(row));
    }
    Range allowed = lists.range(0, index, choices.size() - 1, index);
    sheet
        .range(2, index, 1 + FILLED_ROWS, index)
        .validateWithList(allowed)
        .showErrorMessage(true)
        .errorStyle(DataValidationErrorStyle.WARNING)
        .errorTitle("不在下拉列表中")
        .error("请从下拉列表中选择；其他写法导入时可能无法识别");
  }

  private static List<Column> columns(FeatureType<?> type) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("序号", EXAMPLE, List.of()));
    for (Property<?> property : type.properties()) {
      if (isFilledIn(property)) {
        columns.add(new Column(heading(property), example(property), choices(property)));
      }
    }
    GeometryKind kind = type.geometryKind();
    if (kind == GeometryKind.ANY || kind == GeometryKind.POINT) {
      columns.add(new Column("经度", "117.631", List.of()));
      columns.add(new Column("纬度", "26.267", List.of()));
    }
    return columns;
  }

  /** Ledgers bring what they have names for; the rest is derived. */
  private static boolean isFilledIn(Property<?> property) {
    return property.type() != ValueType.JSON
        && (!property.aliases().isEmpty()
            || property.type() == ValueType.BOOLEAN
            || property.type() == ValueType.DATE
            || property.name().equals("remarks"));
  }

  private static String heading(Property<?> property) {
    String unit = property.unit().equals("m2") ? "平方米" : property.unit();
    return unit.isEmpty() ? property.zh() : property.zh() + "（" + unit + "）";
  }

  private static List<String> choices(Property<?> property) {
    return switch (property.type()) {
      case CODE -> property.codes().stream().map(Labelled::zh).toList();
      case BOOLEAN -> List.of("是", "否");
      default -> List.of();
    };
  }

  private static String example(Property<?> property) {
    return switch (property.type()) {
      case CODE, BOOLEAN -> choices(property).get(0);
      case INTEGER ->
          property.unit().equals("年") ? "2015" : property.name().equals("households") ? "120" : "6";
      case REAL -> property.unit().equals("m2") ? "8400" : "1.5";
      case DATE -> "2022-03-10";
      default -> EXAMPLES.getOrDefault(property.name(), "");
    };
  }
}
