package org.lianpian.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one jurisdiction as dated parameters, each with its citation.
 *
 * <p>Immutable and thread-safe. Asking for a value that is missing or left open by the documents
 * throws {@link MissingParameterException}; use {@link #find} where silence is an answer. A value
 * of another type than asked for is a {@link ClassCastException}: the schema of the profiles rules
 * it out for built-in keys.
 */
public final class PolicyProfile {
  private final ProfileHeader header;
  private final NavigableMap<String, Parameter> parameters;

  /**
   * @param version changes whenever the content changes; part of every verdict
   */
  public PolicyProfile(String id, String version, Collection<Parameter> parameters) {
    this(ProfileHeader.of(id, version), parameters);
  }

  public PolicyProfile(ProfileHeader header, Collection<Parameter> parameters) {
    this.header = header;
    NavigableMap<String, Parameter> byKey = new TreeMap<>();
    for (Parameter parameter : parameters) {
      byKey.put(parameter.key(), parameter);
    }
    this.parameters = Collections.unmodifiableNavigableMap(byKey);
  }

  public String id() {
    return header.id();
  }

  public String version() {
    return header.version();
  }

  /** Returns title, divisions, validity and documents. */
  public ProfileHeader header() {
    return header;
  }

  public String titleZh() {
    return header.titleZh();
  }

  public String titleEn() {
    return header.titleEn();
  }

  /** Returns the documents it cites, own first, then inherited. */
  public List<PolicyDocument> documents() {
    return header.documents();
  }

  public boolean isValidOn(LocalDate day) {
    return header.isValidOn(day);
  }

  /** Returns every parameter, own and inherited, by key. */
  public Collection<Parameter> parameters() {
    return parameters.values();
  }

  /** Returns the keys that begin with the prefix and have a value that day, in order. */
  public List<String> keys(String prefix, LocalDate on) {
    return parameters.tailMap(prefix, true).keySet().stream()
        .takeWhile(key -> key.startsWith(prefix))
        .filter(key -> find(key, on).isPresent())
        .toList();
  }

  /** Returns what holds on a day, or empty when the profile does not have it or leaves it open. */
  public Optional<ParameterValue> find(String key, LocalDate on) {
    return entry(key, on).filter(entry -> entry.value() != null);
  }

  /**
   * Returns what holds on a day even when the value is null because the documents leave it open.
   */
  public Optional<ParameterValue> entry(String key, LocalDate on) {
    Parameter parameter = parameters.get(key);
    if (parameter == null) {
      return Optional.empty();
    }
    Map.Entry<LocalDate, ParameterValue> entry = parameter.values().floorEntry(on);
    return entry == null ? Optional.empty() : Optional.of(entry.getValue());
  }

  public double number(String key, LocalDate on) {
    return ((Number) get(key, on)).doubleValue();
  }

  public int integer(String key, LocalDate on) {
    return ((Number) get(key, on)).intValue();
  }

  /** Returns the number with exactly the digits of the profile. */
  public BigDecimal decimal(String key, LocalDate on) {
    return new BigDecimal(get(key, on).toString());
  }

  public boolean flag(String key, LocalDate on) {
    return (Boolean) get(key, on);
  }

  public String text(String key, LocalDate on) {
    return (String) get(key, on);
  }

  /** Returns an exact share, written {@code "2/3"} in the profile. */
  public Fraction fraction(String key, LocalDate on) {
    return Fraction.parse(text(key, on));
  }

  /** Returns a day, written {@code "2022-01-01"} in the profile. */
  public LocalDate date(String key, LocalDate on) {
    return LocalDate.parse(text(key, on));
  }

  @SuppressWarnings("unchecked") // the schema admits only lists of texts here
  public List<String> texts(String key, LocalDate on) {
    return List.copyOf((List<String>) get(key, on));
  }

  /** Returns the rows of a table; a cell is null where the document leaves it open. */
  @SuppressWarnings("unchecked") // the schema admits only lists of maps here
  public List<Map<String, @Nullable Object>> table(String key, LocalDate on) {
    return List.copyOf((List<Map<String, @Nullable Object>>) get(key, on));
  }

  /** Returns where the value on that day comes from. */
  public Citation citation(String key, LocalDate on) {
    return find(key, on)
        .map(ParameterValue::citation)
        .orElseThrow(() -> new MissingParameterException(id(), key, on));
  }

  private Object get(String key, LocalDate on) {
    @Nullable Object value = find(key, on).map(ParameterValue::value).orElse(null);
    if (value == null) {
      throw new MissingParameterException(id(), key, on);
    }
    return value;
  }

  @Override
  public String toString() {
    return id() + " " + version();
  }
}
