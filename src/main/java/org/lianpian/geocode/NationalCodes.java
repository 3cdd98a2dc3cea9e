package org.lianpian.geocode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.AdminLevel;
import org.lianpian.model.AdminUnit;
import org.lianpian.model.Provenance;

/**
 * Reads public tables of administrative codes as units with validity and successors.
 *
 * <p>The table of county-level codes since 1981 has the columns 代码, 一级行政区, 二级行政区, 名称, 级别, 状态, 启用时间,
 * 变更/弃用时间, 新代码: a unit out of use names the codes that replaced it, each with the year from which
 * on it did where that differs. Only years are known there: a unit begins and ends with the first
 * of January of its year. The lists of sub-districts and communities have code, name and the code
 * of the unit above in their first three columns.
 */
public final class NationalCodes {
  private static final int COLUMNS = 9;
  private static final Map<String, AdminLevel> LEVELS =
      Map.of("省级", AdminLevel.PROVINCE, "地级", AdminLevel.CITY, "县级", AdminLevel.DISTRICT);

  private NationalCodes() {}

  /**
   * Reads the table of county-level codes.
   *
   * @throws IllegalArgumentException naming the line that cannot be read
   */
  public static List<AdminUnit> counties(Reader table, String source) throws IOException {
    List<AdminUnit> units = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    BufferedReader lines = new BufferedReader(table);
    lines.readLine(); // titles
    int number = 1;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        units.add(county(line.split(",", -1), source, number, ids));
      }
    }
    return units;
  }

  private static AdminUnit county(String[] cells, String source, int line, Set<String> ids) {
    AdminLevel level = cells.length == COLUMNS ? LEVELS.get(cells[4]) : null;
    if (level == null || !cells[0].matches("\\d{6}")) {
      throw new IllegalArgumentException(
          source + " line " + line + ": 9 columns with a code of 6 digits and a level 省级, 地级, 县级");
    }
    String code = cells[0];
    boolean inUse = cells[5].equals("在用");
    // a unit that only took another name goes on under its code
    String id = cells[5].equals("变更") ? code + "@" + cells[6] : code;
    while (!ids.add(id)) {
      id += "'";
    }
    LocalDate end = inUse ? null : year(cells[7], source, line);
    return new AdminUnit(
        id,
        null,
        Provenance.of(source, "line " + line),
        id.equals(code) ? code : "",
        cells[3],
        level,
        level == AdminLevel.PROVINCE ? "" : parent(code, cells[2], level),
        year(cells[6], source, line),
        end,
        successors(cells[8]));
  }

  private static String parent(String code, String city, AdminLevel level) {
    boolean underProvince = level == AdminLevel.CITY || city.equals("直辖");
    return underProvince ? code.substring(0, 2) + "0000" : code.substring(0, 4) + "00";
  }

  private static List<String> successors(String text) {
    return text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(";")).map(code -> code.replaceAll("\\[.*", "").strip()).toList();
  }

  private static @Nullable LocalDate year(String text, String source, int line) {
    if (text.isBlank()) {
      return null;
    }
    try {
      return LocalDate.of(Integer.parseInt(text.strip()), 1, 1);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(source + " line " + line + ": no year: " + text, e);
    }
  }

  /**
   * Reads a list of sub-districts or communities.
   *
   * @throws IllegalArgumentException naming the line that has fewer than three columns
   */
  public static List<AdminUnit> list(Reader table, AdminLevel level, String source)
      throws IOException {
    List<AdminUnit> units = new ArrayList<>();
    BufferedReader lines = new BufferedReader(table);
    lines.readLine(); // titles
    int number = 1;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      String[] cells = line.replace("\"", "").split(",", -1);
      if (cells.length < 3) {
        throw new IllegalArgumentException(
            source + " line " + number + ": code, name and the code above, apart by commas");
      }
      Provenance provenance = Provenance.of(source, "line " + number);
      units.add(
          new AdminUnit(
              cells[0],
              null,
              provenance,
              cells[0],
              cells[1],
              level,
              cells[2],
              null,
              null,
              List.of()));
    }
    return units;
  }
}
