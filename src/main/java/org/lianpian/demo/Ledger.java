package org.lianpian.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Worksheet;
import org.lianpian.model.Community;

/**
 * The messy ledger {@code 示意台账.xlsx} (台账): what a sub-district office sends.
 *
 * <p>Title row, unit row, two header rows with merged cells, the 街道 column merged downwards,
 * subtotals, a total with two digits swapped, and one quirk on most rows (see {@link
 * LedgerQuirks}). About thirty rows describe registered communities and ten describe estates that
 * stand in the town but in no register.
 */
final class Ledger {
  static final String FILE_NAME = "示意台账.xlsx";
  private static final int REGISTERED = 30;
  private static final int UNREGISTERED = 10;
  private static final int FIRST_DATA_ROW = 4; // counted from 0
  private static final String[] TOP_HEADERS = {
    "序号", "街道", "社区", "小区名称", "详细地址", "建成年份", "改造规模", "", "", "产权性质", "设施状况", "居民意愿", "备注"
  };
  private static final String[] SCALE_HEADERS = {"户数", "栋数", "建筑面积"};

  private final List<LedgerRow> rows = new ArrayList<>();
  private final Map<String, List<LedgerRow>> byStreet = new LinkedHashMap<>();

  private Ledger() {}

  static Ledger of(TownData data, long seed) {
    Ledger ledger = new Ledger();
    Dice dice = new Dice(seed, 77_777);
    Map<String, List<LedgerQuirks.Draft>> drafts = new LinkedHashMap<>();
    List<LedgerQuirks.Draft> chosen = new ArrayList<>();
    registered(data).forEach(c -> chosen.add(LedgerQuirks.Draft.of(c, true)));
    data.unregistered.stream()
        .limit(UNREGISTERED)
        .forEach(c -> chosen.add(LedgerQuirks.Draft.of(c, false)));
    LedgerQuirks.apply(chosen, dice);
    for (LedgerQuirks.Draft draft : chosen) {
      drafts.computeIfAbsent(draft.street, s -> new ArrayList<>()).add(draft);
    }
    LedgerQuirks.Draft duplicated = chosen.get(0);
    drafts.getOrDefault(duplicated.street, List.of()).add(duplicated.duplicate());
    int row = FIRST_DATA_ROW;
    for (Map.Entry<String, List<LedgerQuirks.Draft>> street : drafts.entrySet()) {
      List<LedgerRow> made = new ArrayList<>();
      for (LedgerQuirks.Draft draft : street.getValue()) {
        made.add(draft.row(++row));
      }
      row++; // subtotal
      ledger.rows.addAll(made);
      ledger.byStreet.put(street.getKey(), made);
    }
    return ledger;
  }

  List<LedgerRow> rows() {
    return List.copyOf(rows);
  }

  /** Takes the unlocated and point-only communities first: they are what a ledger helps with. */
  private static List<Community> registered(TownData data) {
    return data.communities.stream()
        .filter(c -> c.households() != null && c.grossFloorArea() != null && c.buildings() != null)
        .filter(c -> !c.address().isEmpty())
        .sorted(
            Comparator.comparingInt((Community c) -> c.geometry() == null ? 0 : rank(c))
                .thenComparing(Community::id))
        .limit(REGISTERED)
        .sorted(Comparator.comparing(Community::street).thenComparing(Community::id))
        .toList();
  }

  private static int rank(Community community) {
    boolean planted = community.aliases().size() > 1;
    // spread the rest over the whole town by the last digits of the id
    return planted ? 1 : 2 + community.id().charAt(community.id().length() - 1);
  }

  Path write(Path directory) {
    return WorkbookFile.write(directory.resolve(FILE_NAME), "台账", this::fill);
  }

  private void fill(Worksheet sheet) {
    sheet.value(0, 0, "老旧小区改造摸底台账（示意数据，内容均为虚构）");
    sheet.range(0, 0, 0, TOP_HEADERS.length - 1).merge();
    sheet.value(1, 0, "填报单位：示意街道办事处");
    sheet.value(1, 8, "单位：户、栋、万平方米");
    headers(sheet);
    int row = FIRST_DATA_ROW;
    int serial = 1;
    long total = 0;
    for (Map.Entry<String, List<LedgerRow>> street : byStreet.entrySet()) {
      int first = row;
      long sum = 0;
      for (LedgerRow data : street.getValue()) {
        line(sheet, row++, serial++, data);
        sum += LedgerQuirks.count(data.households());
      }
      sheet.value(first, 1, street.getKey());
      if (row - 1 > first) {
        sheet.range(first, 1, row - 1, 1).merge();
      }
      sheet.value(row, 1, "小计");
      sheet.value(row, 6, sum);
      row++;
      total += sum;
    }
    sheet.value(row, 0, "合计");
    sheet.value(row, 6, LedgerQuirks.swapped(total));
    sheet.value(row + 1, 0, "填表人：          审核人：");
  }

  private static void headers(Worksheet sheet) {
    for (int column = 0; column < TOP_HEADERS.length; column++) {
      if (!TOP_HEADERS[column].isEmpty()) {
        sheet.value(2, column, TOP_HEADERS[column]);
      }
      if (column < 6 || column > 8) {
        sheet.range(2, column, 3, column).merge();
      } else {
        sheet.value(3, column, SCALE_HEADERS[column - 6]);
      }
    }
    sheet.range(2, 6, 2, 8).merge();
  }

  private static void line(Worksheet sheet, int row, int serial, LedgerRow data) {
    sheet.value(row, 0, serial);
    sheet.value(row, 2, data.neighbourhood());
    sheet.value(row, 3, data.name());
    sheet.value(row, 4, data.address());
    put(sheet, row, 5, number(data.built()));
    put(sheet, row, 6, data.households());
    put(sheet, row, 7, data.buildings());
    put(sheet, row, 8, data.area());
    sheet.value(row, 9, data.origin());
    sheet.value(row, 10, data.condition());
    sheet.value(row, 11, data.willingness());
    sheet.value(row, 12, data.remarks());
  }

  private static Object number(String text) {
    return text.matches("\\d{4}") ? (Object) Integer.valueOf(text) : text;
  }

  private static void put(Worksheet sheet, int row, int column, Object value) {
    if (value instanceof Number number) {
      sheet.value(row, column, number);
    } else {
      sheet.value(row, column, value.toString());
    }
  }
}
