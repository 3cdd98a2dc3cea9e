package org.lianpian.ingest.value;

import java.util.List;
import java.util.stream.Collectors;
import org.lianpian.model.Labelled;

/**
 * Reads a code by its name, its Chinese or English title, or a word that sources use for it (污, W,
 * WS; primary; 排口). Static, thread-safe.
 */
public final class Codes {
  private static final String UNKNOWN = "UNKNOWN";

  private Codes() {}

  /**
   * Reads one of the codes. A word that stands for none of them becomes {@code UNKNOWN} with a
   * warning when the list has that code, else it is an error.
   *
   * @param codes constants of one enum, not empty
   */
  public static Parsed<String> parse(String text, List<? extends Labelled> codes) {
    String key = Texts.key(text);
    if (key.isEmpty()) {
      return Parsed.unknown();
    }
    for (Labelled code : codes) {
      if (key.equals(Texts.key(code.name()))
          || key.equals(Texts.key(code.zh()))
          || key.equals(Texts.key(code.en()))) {
        return Parsed.of(code.name());
      }
    }
    Class<?> type = ((Enum<?>) codes.get(0)).getDeclaringClass();
    String alias = CodeAliases.of(type).get(key);
    if (alias != null) {
      return Parsed.of(alias);
    }
    boolean hasUnknown = codes.stream().anyMatch(code -> code.name().equals(UNKNOWN));
    if (Texts.saysNothing(text) || key.equals("无")) {
      return hasUnknown ? Parsed.of(UNKNOWN) : Parsed.unknown();
    }
    String known = codes.stream().map(Labelled::zh).collect(Collectors.joining("、"));
    if (hasUnknown) {
      return Parsed.of(
          UNKNOWN,
          Finding.warning(
              "code.unknown",
              "“" + text + "” 不在代码表内，按不详处理",
              "'" + text + "' is not in the code list; taken as unknown",
              known));
    }
    return Parsed.unknown(
        Finding.error(
            "code.unreadable",
            "“" + text + "” 不在代码表内",
            "'" + text + "' is not in the code list",
            known));
  }
}
