package org.lianpian.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianpian.geocode.GeocodeQuery;

/**
 * Rows to geocode: UTF-8, tab-separated, titles in the first line. Columns {@code id name address
 * district street} in any order, Chinese titles too; one of name and address is needed, others are
 * kept out. Without an id a row has its number.
 */
record AddressTable(List<String> ids, List<GeocodeQuery> queries) {
  private static final Map<String, String> TITLES =
      Map.of(
          "编号",
          "id",
          "名称",
          "name",
          "小区名称",
          "name",
          "地址",
          "address",
          "区县",
          "district",
          "街道",
          "street");

  AddressTable {
    ids = List.copyOf(ids);
    queries = List.copyOf(queries);
  }

  /**
   * Reads a file.
   *
   * @param on the day on which the names were valid
   * @throws IllegalArgumentException naming the file and the line that cannot be used
   */
  static AddressTable read(Path file, LocalDate on) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          Cli.Language.say(
              file + " 不是 UTF-8 编码,请另存为 UTF-8", file + " is not UTF-8; save it as UTF-8"),
          e);
    }
    Map<String, Integer> columns = columns(file, lines.isEmpty() ? "" : lines.get(0));
    List<String> ids = new ArrayList<>();
    List<GeocodeQuery> queries = new ArrayList<>();
    for (int line = 1; line < lines.size(); line++) {
      String[] cells = lines.get(line).split("\t", -1);
      String id = cell(cells, columns, "id");
      ids.add(id.isEmpty() ? Integer.toString(line) : id);
      queries.add(
          new GeocodeQuery(
              cell(cells, columns, "name"),
              cell(cells, columns, "address"),
              cell(cells, columns, "district"),
              cell(cells, columns, "street"),
              on));
    }
    return new AddressTable(ids, queries);
  }

  private static Map<String, Integer> columns(Path file, String titles) {
    Map<String, Integer> columns = new HashMap<>();
    String[] cells = titles.replace("\ufeff", "").split("\t", -1);
    for (int i = 0; i < cells.length; i++) {
      String title = cells[i].strip().toLowerCase(Locale.ROOT);
      columns.putIfAbsent(TITLES.getOrDefault(title, title), i);
    }
    if (!columns.containsKey("name") && !columns.containsKey("address")) {
      throw new IllegalArgumentException(
          Cli.Language.say(
              file + " 第 1 行没有列名 name 或 address(以制表符分隔)",
              file + ": line 1 has no column name or address, separated by tabs"));
    }
    return columns;
  }

  private static String cell(String[] cells, Map<String, Integer> columns, String name) {
    Integer index = columns.get(name);
    return index == null || index >= cells.length ? "" : cells[index].strip();
  }
}
