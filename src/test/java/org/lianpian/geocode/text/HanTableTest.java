package org.lianpian.geocode.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.VersionInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table of characters is what ICU says; {@code -Dlianpian.update=true} writes it anew. */
@Tag("US-P01")
class HanTableTest {
  private static final Path FILE = Path.of("src/main/resources/org/lianpian/geocode/text/han.tsv");
  private static final char FIRST = '\u4e00';
  private static final char LAST = '\u9fff';

  /** Forms that writers use for another character and that ICU keeps apart. */
  private static final String VARIANTS = "徳德荘庄邨村淸清髙高囯国亰京氷冰峯峰濶阔汎泛";

  @Test
  void tableIsMadeFromIcu() throws IOException {
    String table = table();
    if (Boolean.getBoolean("lianpian.update")) {
      Files.writeString(FILE, table);
    }
    assertThat(Files.readString(FILE, StandardCharsets.UTF_8)).isEqualTo(table);
  }

  @Test
  void knowsSoundsAndSimplifiedForms() {
    assertThat(Han.latin('园')).isEqualTo("yuan");
    assertThat(Han.syllable('园')).isEqualTo(Han.syllable('苑')).isNotZero();
    assertThat(Han.alike('陈')).isEqualTo(Han.alike('成'));
    assertThat(Han.alike('李')).isNotEqualTo(Han.alike('陈'));
    assertThat(Han.simplify('莊')).isEqualTo('庄');
    assertThat(Han.simplify('邨')).isEqualTo('村');
    assertThat(Han.simplify('A')).isEqualTo('A');
    assertThat(Han.syllable('A')).isZero();
  }

  private static String table() {
    Transliterator latin = Transliterator.getInstance("Han-Latin; Latin-ASCII");
    Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");
    Map<String, StringBuilder> syllables = new TreeMap<>();
    StringBuilder forms = new StringBuilder();
    for (char character = FIRST; character <= LAST; character++) {
      String itself = String.valueOf(character);
      String sound = latin.transliterate(itself).strip();
      if (!sound.equals(itself)) {
        syllables.computeIfAbsent(sound, key -> new StringBuilder()).append(character);
      }
      String simple = simplified.transliterate(itself);
      if (!simple.equals(itself) && simple.length() == 1) {
        forms.append(character).append(simple);
      }
    }
    StringBuilder table =
        new StringBuilder(
            "# Characters by sound, and pairs of a form and its simplified form after '='.\n");
    table.append("# Made from ICU ").append(VersionInfo.ICU_VERSION.getMajor());
    table.append(" (Han-Latin, Traditional-Simplified), Unicode CLDR, Unicode License v3.\n");
    table.append("=\t").append(forms).append(VARIANTS).append('\n');
    syllables.forEach(
        (sound, characters) -> table.append(sound).append('\t').append(characters).append('\n'));
    return table.toString();
  }
}
