package org.lianpian.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of one feature by property name; an absent value is null, which means unknown. */
public final class Row {
  private final Map<String, @Nullable Object> values;

  public Row(Map<String, ? extends @Nullable Object> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public Map<String, @Nullable Object> values() {
    return values;
  }

  public @Nullable String text(String name) {
    return (String) values.get(name);
  }

  /** Returns the text, or the given one when it is unknown. */
  public String text(String name, String whenUnknown) {
    String text = text(name);
    return text == null ? whenUnknown : text;
  }

  @SuppressWarnings("unchecked") // ValueType.TEXT_LIST says so
  public List<String> texts(String name) {
    List<String> list = (List<String>) values.get(name);
    return list == null ? List.of() : List.copyOf(list);
  }

  public @Nullable Integer integer(String name) {
    return (Integer) values.get(name);
  }

  public @Nullable Double real(String name) {
    return (Double) values.get(name);
  }

  public @Nullable Boolean flag(String name) {
    return (Boolean) values.get(name);
  }

  public @Nullable LocalDate date(String name) {
    return (LocalDate) values.get(name);
  }

  public @Nullable Object json(String name) {
    return values.get(name);
  }

  /** Returns the code, or the given one when it is unknown. */
  public <E extends Enum<E>> E code(String name, Class<E> codes, E whenUnknown) {
    String code = text(name);
    return code == null ? whenUnknown : Enum.valueOf(codes, code);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Row row && values.equals(row.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
