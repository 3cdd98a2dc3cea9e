package org.lianpian.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a feature came from, and what its source said before anything was normalised.
 *
 * @param source the file or person, for example {@code 台账.xlsx}
 * @param locator the place in it, for example {@code Sheet1!7} or {@code way/1234}; may be empty
 * @param original the source's own column names and texts, in their order, verbatim
 */
public record Provenance(String source, String locator, Map<String, String> original) {

  public Provenance {
    original = Collections.unmodifiableMap(new LinkedHashMap<>(original));
  }

  public static Provenance of(String source) {
    return new Provenance(source, "", Map.of());
  }

  public static Provenance of(String source, String locator) {
    return new Provenance(source, locator, Map.of());
  }
}
