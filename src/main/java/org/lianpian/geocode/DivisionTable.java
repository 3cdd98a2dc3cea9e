package org.lianpian.geocode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.AdminLevel;
import org.lianpian.model.AdminUnit;
import org.lianpian.model.Provenance;

/**
 * Reads administrative units from a table: UTF-8, tab-separated, columns {@code code name level
 * parent valid_from valid_to successors source}, successors separated by commas.
 *
 * <p>A unit's id is its code, or its parent and name ({@code 350404/列东街道}) while no verified code
 * is known; {@code parent} and {@link AdminUnit#parentCode} name the unit above by code or, where
 * it has none, by that id. Units have no geometry.
 */
public final class DivisionTable {
  private static final String SHIPPED = "divisions.tsv";

  private DivisionTable() {}

  /**
   * Returns the units shipped with the program: the districts of Fuzhou, Sanming and Puyang with
   * their predecessors, and the 8 towns and sub-districts and 19 communities that 元政文〔2022〕70号
   * names.
   */
  public static List<AdminUnit> shipped() {
    try (InputStream in = DivisionTable.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("The program's jar lacks " + SHIPPED);
      }
      return read(new InputStreamReader(in, StandardCharsets.UTF_8), SHIPPED);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + SHIPPED, e);
    }
  }

  /**
   * Reads a table.
   *
   * @param source its name, for messages and provenance
   * @throws IllegalArgumentException naming the line that has a wrong number of columns, an unknown
   *     level or a date that is none
   */
  public static List<AdminUnit> read(Reader table, String source) throws IOException {
    List<AdminUnit> units = new ArrayList<>();
    BufferedReader lines = new BufferedReader(table);
    int number = 1;
    lines.readLine(); // titles
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        units.add(unit(line.split("\t", -1), source, number));
      }
    }
    return units;
  }

  /** A unit out of use may have had the name of one of today. */
  private static String since(String[] cells) {
    return cells[5].isEmpty() ? "" : "@" + cells[4];
  }

  /** Writes units as such a table. */
  public static void write(List<AdminUnit> units, Writer table) throws IOException {
    table.write("code\tname\tlevel\tparent\tvalid_from\tvalid_to\tsuccessors\tsource\n");
    for (AdminUnit unit : units) {
      table.write(
          String.join(
              "\t",
              unit.code(),
              unit.name(),
              unit.level().name(),
              unit.parentCode(),
              text(unit.validFrom()),
              text(unit.validTo()),
              String.join(",", unit.successors()),
              unit.provenance().source()));
      table.write('\n');
    }
  }

  private static String text(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }

  private static AdminUnit unit(String[] cells, String source, int line) {
    if (cells.length != 8) {
      throw new IllegalArgumentException(
          source + " line " + line + " must have 8 columns, has " + cells.length);
    }
    try {
      return new AdminUnit(
          cells[0].isEmpty() ? cells[3] + "/" + cells[1] + since(cells) : cells[0],
          null,
          Provenance.of(source + ": " + cells[7], "line " + line),
          cells[0],
          cells[1],
          AdminLevel.valueOf(cells[2]),
          cells[3],
          date(cells[4]),
          date(cells[5]),
          cells[6].isEmpty() ? List.of() : List.of(cells[6].split(",")));
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw new IllegalArgumentException(source + " line " + line + ": " + e.getMessage(), e);
    }
  }

  private static @Nullable LocalDate date(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }
}
