package org.lianpian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps the table of requirements in ARCHITECTURE.md true: every id that a test carries as a tag
 * stands there with the tests that cover it.
 */
class RequirementsTableTest {
  private static final Path PAGE = Path.of("src/ARCHITECTURE.md");
  private static final String BEGIN = "<!-- requirements -->\n";
  private static final String END = "<!-- /requirements -->";
  private static final Pattern TAG = Pattern.compile("@Tag\\(\"([A-Z][A-Z0-9]*-[A-Z0-9]+)\"\\)");
  private static final Pattern NUMBER = Pattern.compile("\\d+$");

  @Test
  void tableOfRequirementsIsUpToDate() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    String expected = table();
    if (Boolean.getBoolean("lianpian.update")) {
      Files.writeString(PAGE, page.substring(0, begin) + expected + page.substring(end));
      return;
    }
    assertThat(page.substring(begin, end))
        .as("run: mvn test -Dtest=RequirementsTableTest -Dlianpian.update=true")
        .isEqualTo(expected);
  }

  private static String table() throws IOException {
    SortedMap<String, TreeSet<String>> tests =
        new TreeMap<>(
            Comparator.comparing(RequirementsTableTest::family)
                .thenComparingInt(RequirementsTableTest::number)
                .thenComparing(Comparator.naturalOrder()));
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        String source = Files.readString(file);
        String name = file.getFileName().toString().replace(".java", "");
        for (Matcher tag = TAG.matcher(source); tag.find(); ) {
          tests.computeIfAbsent(tag.group(1), id -> new TreeSet<>()).add(name);
        }
      }
    }
    StringBuilder table = new StringBuilder("| requirement | tests |\n|---|---|\n");
    tests.forEach(
        (id, names) ->
            table.append("| ").append(id).append(" | ").append(join(names)).append(" |\n"));
    return table.toString();
  }

  private static String join(TreeSet<String> names) {
    return String.join(", ", List.copyOf(names));
  }

  private static String family(String id) {
    return NUMBER.matcher(id).replaceAll("");
  }

  private static int number(String id) {
    Matcher number = NUMBER.matcher(id);
    return number.find() ? Integer.parseInt(number.group()) : 0;
  }
}
