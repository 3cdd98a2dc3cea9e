package org.lianpian.ingest.value;

import java.util.Set;

/** Reads 是/否, 有/无, 1/0, T/F, yes/no and √/×. Static, thread-safe. */
public final class Booleans {
  private static final Set<String> YES =
      Set.of("是", "有", "1", "1.0", "t", "true", "y", "yes", "√", "✓", "对");
  private static final Set<String> NO =
      Set.of("否", "无", "0", "0.0", "f", "false", "n", "no", "×", "x", "不是", "没有");

  private Booleans() {}

  public static Parsed<Boolean> parse(String text) {
    String key = Texts.key(text);
    if (YES.contains(key)) {
      return Parsed.of(true);
    }
    if (NO.contains(key)) {
      return Parsed.of(false);
    }
    if (Texts.saysNothing(text)) {
      return Parsed.unknown();
    }
    return Parsed.unknown(
        Finding.warning(
            "boolean.unreadable",
            "“" + text + "” 无法识别为是/否，按未知处理",
            "'" + text + "' is neither yes nor no; taken as unknown",
            "是 / 否"));
  }
}
