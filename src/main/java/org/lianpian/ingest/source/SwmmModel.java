package org.lianpian.ingest.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sections of a model of EPA SWMM 5: lines of words, by section. Comments are dropped.
 *
 * <p>Source: Rossman, Storm Water Management Model User's Manual 5.1, appendix D.
 */
final class SwmmModel {

  /**
   * A line of a section.
   *
   * @param row counted from 1 in the file
   */
  record Line(String section, int row, List<String> words) {

    /** Returns a word, or empty when the line is shorter. */
    String word(int index) {
      return index < words.size() ? words.get(index) : "";
    }

    String locator() {
      return "[" + section + "] " + row;
    }
  }

  private final Map<String, List<Line>> sections = new LinkedHashMap<>();

  private SwmmModel() {}

  static SwmmModel parse(String text) {
    SwmmModel model = new SwmmModel();
    String section = "";
    int row = 0;
    for (String raw : (Iterable<String>) text.lines()::iterator) {
      row++;
      int comment = raw.indexOf(';');
      String line = (comment < 0 ? raw : raw.substring(0, comment)).strip();
      if (line.startsWith("[") && line.endsWith("]")) {
        section = line.substring(1, line.length() - 1).strip().toUpperCase(Locale.ROOT);
        model.sections.computeIfAbsent(section, any -> new ArrayList<>());
      } else if (!line.isEmpty() && !section.isEmpty()) {
        model
            .sections
            .computeIfAbsent(section, any -> new ArrayList<>())
            .add(new Line(section, row, List.of(line.split("\\s+"))));
      }
    }
    return model;
  }

  boolean has(String section) {
    return sections.containsKey(section);
  }

  /** Returns the lines of a section in their order; none when it is missing. */
  List<Line> lines(String section) {
    return sections.getOrDefault(section, List.of());
  }

  /** Returns the first line of each section about an object of that name, or null. */
  @Nullable Line find(String section, String name) {
    for (Line line : lines(section)) {
      if (line.word(0).equals(name)) {
        return line;
      }
    }
    return null;
  }

  /** Returns an option in upper case, or its default. */
  String option(String name, String absent) {
    Line line = find("OPTIONS", name);
    return line == null ? absent : line.word(1).toUpperCase(Locale.ROOT);
  }
}
