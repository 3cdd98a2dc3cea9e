package org.lianpian.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one jurisdiction as dated parameters, each with its citation.
 *
 * <p>Immutable and thread-safe. Asking for a value that is missing or left open by the documents
 * throws {@link MissingParameterException}; use {@link #find} where silence is an answer.
 */
public final class PolicyProfile {
  private final String id;
  private final String version;
  private final Map<String, Parameter> parameters;

  /**
   * @param version changes whenever the content changes; part of every verdict
   */
  public PolicyProfile(String id, String version, Collection<Parameter> parameters) {
    this.id = id;
    this.version = version;
    Map<String, Parameter> byKey = new TreeMap<>();
    for (Parameter parameter : parameters) {
      byKey.put(parameter.key(), parameter);
    }
    this.parameters = Map.copyOf(byKey);
  }

  public String id() {
    return id;
  }

  public String version() {
    return version;
  }

  /** Returns what holds on a day, or empty when the profile does not have it or leaves it open. */
  public Optional<ParameterValue> find(String key, LocalDate on) {
    Parameter parameter = parameters.get(key);
    if (parameter == null) {
      return Optional.empty();
    }
    Map.Entry<LocalDate, ParameterValue> entry = parameter.values().floorEntry(on);
    return entry == null || entry.getValue().value() == null
        ? Optional.empty()
        : Optional.of(entry.getValue());
  }

  public double number(String key, LocalDate on) {
    return ((Number) get(key, on)).doubleValue();
  }

  public int integer(String key, LocalDate on) {
    return ((Number) get(key, on)).intValue();
  }

  public boolean flag(String key, LocalDate on) {
    return (Boolean) get(key, on);
  }

  public String text(String key, LocalDate on) {
    return (String) get(key, on);
  }

  @SuppressWarnings("unchecked") // the schema admits only lists of texts here
  public List<String> texts(String key, LocalDate on) {
    return List.copyOf((List<String>) get(key, on));
  }

  /** Returns where the value on that day comes from. */
  public Citation citation(String key, LocalDate on) {
    return find(key, on)
        .map(ParameterValue::citation)
        .orElseThrow(() -> new MissingParameterException(id, key, on));
  }

  private Object get(String key, LocalDate on) {
    @Nullable Object value = find(key, on).map(ParameterValue::value).orElse(null);
    if (value == null) {
      throw new MissingParameterException(id, key, on);
    }
    return value;
  }
}
