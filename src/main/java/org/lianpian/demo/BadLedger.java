package org.lianpian.demo;

import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.lianpian.model.Community;

/** The ledger {@code 示意台账-有误.xlsx}: five rows no import may accept, between three good ones. */
final class BadLedger {
  static final String FILE_NAME = "示意台账-有误.xlsx";
  private static final String[] HEADERS = {
    "小区名称", "街道", "详细地址", "建成年份", "户数", "栋数", "建筑面积（平方米）", "备注"
  };

  private BadLedger() {}

  static Path write(Path directory, TownData data) {
    List<Community> good =
        data.communities.stream()
            .filter(c -> !c.address().isEmpty() && c.built().from() != null)
            .limit(3)
            .toList();
    return WorkbookFile.write(directory.resolve(FILE_NAME), "台账", sheet -> fill(sheet, good));
  }

  private static void fill(Worksheet sheet, List<Community> good) {
    for (int column = 0; column < HEADERS.length; column++) {
      sheet.value(0, column, HEADERS[column]);
    }
    int row = 1;
    for (Community community : good) {
      line(sheet, row++, community.name(), community.street(), 1990, 120, 4, 8200.0, "");
    }
    line(sheet, row++, "示意负户数小区", "列东街道", 1988, -3, 2, 3000.0, "户数为负");
    line(sheet, row++, "示意未来小区", "列东街道", 2999, 60, 2, 4200.0, "年份在将来");
    line(sheet, row++, "示意文字户数小区", "列西街道", 1992, "三百来户吧", 6, 21_000.0, "数字栏是文字");
    line(sheet, row++, "示意栋数过多小区", "城关街道", 1995, 12, 330, 5000.0, "330栋12户");
    line(sheet, row, "", "白沙街道", 1986, 48, 2, 3100.0, "没有名称");
  }

  private static void line(
      Worksheet sheet,
      int row,
      String name,
      String street,
      int year,
      Object households,
      int buildings,
      double area,
      String remarks) {
    sheet.value(row, 0, name);
    sheet.value(row, 1, street);
    sheet.value(row, 2, "三明市三元区" + street + "示意路" + (2 * row + 1) + "号");
    sheet.value(row, 3, year);
    if (households instanceof Number number) {
      sheet.value(row, 4, number);
    } else {
      sheet.value(row, 4, households.toString());
    }
    sheet.value(row, 5, buildings);
    sheet.value(row, 6, area);
    sheet.value(row, 7, remarks);
  }
}
