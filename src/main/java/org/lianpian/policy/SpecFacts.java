package org.lianpian.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The given facts of a worked case, read by their Chinese names; an absent fact is null.
 *
 * <p>Remembers which were read, so that a misspelt fact does not pass unseen. Not thread-safe.
 */
public final class SpecFacts {
  private final Map<String, @Nullable Object> facts;
  private final Set<String> unread;
  private final List<SpecFacts> nested = new ArrayList<>();

  public SpecFacts(Map<String, ? extends @Nullable Object> facts) {
    this.facts = new LinkedHashMap<>(facts);
    this.unread = new TreeSet<>(facts.keySet());
  }

  public @Nullable Object value(String name) {
    unread.remove(name);
    return facts.get(name);
  }

  public @Nullable String text(String name) {
    Object value = value(name);
    return value == null ? null : value.toString();
  }

  /** Returns the text, or throws {@link IllegalArgumentException} when the case lacks it. */
  public String requireText(String name) {
    String text = text(name);
    if (text == null) {
      throw new IllegalArgumentException("算例缺少“" + name + "”");
    }
    return text;
  }

  public @Nullable Long whole(String name) {
    String text = text(name);
    return text == null ? null : Long.valueOf(text);
  }

  public @Nullable BigDecimal decimal(String name) {
    String text = text(name);
    return text == null ? null : new BigDecimal(text);
  }

  /** Reads 是 and 否, or true and false. */
  public @Nullable Boolean flag(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "是", "true" -> true;
      case "否", "false" -> false;
      default -> throw new IllegalArgumentException("“" + name + "”须为 是 或 否,写的是“" + text + "”");
    };
  }

  public @Nullable LocalDate date(String name) {
    String text = text(name);
    return text == null ? null : LocalDate.parse(text);
  }

  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    if (value(name) instanceof List<?> list) {
      list.forEach(item -> texts.add(String.valueOf(item)));
    }
    return texts;
  }

  /** Returns nested facts, for example one per building; empty when the case has none. */
  @SuppressWarnings("unchecked") // YAML maps have text keys
  public List<SpecFacts> list(String name) {
    List<SpecFacts> list = new ArrayList<>();
    if (value(name) instanceof List<?> items) {
      for (Object item : items) {
        if (!(item instanceof Map<?, ?> map)) {
          throw new IllegalArgumentException("“" + name + "”的每一项须有名称和值,写的是“" + item + "”");
        }
        list.add(new SpecFacts((Map<String, @Nullable Object>) map));
      }
    }
    nested.addAll(list);
    return list;
  }

  /** Returns the names that no one asked for. */
  public Set<String> unread() {
    Set<String> all = new TreeSet<>(unread);
    nested.forEach(facts -> all.addAll(facts.unread()));
    return all;
  }
}
