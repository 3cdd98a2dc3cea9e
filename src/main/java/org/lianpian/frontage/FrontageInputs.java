package org.lianpian.frontage;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.lianpian.model.InputHash;

/**
 * The hashes of what one answer depends on; two answers with equal hashes are equal.
 *
 * @param parts one hash for each part
 */
public record FrontageInputs(Map<InputPart, String> parts) {
  /** What is said when nobody asked for evidence. */
  static final FrontageInputs NONE = new FrontageInputs(Map.of());

  public FrontageInputs {
    EnumMap<InputPart, String> copy = new EnumMap<>(InputPart.class);
    copy.putAll(parts);
    parts = Collections.unmodifiableMap(copy);
  }

  /** Returns the hash of all parts. */
  public String hash() {
    InputHash hash = new InputHash();
    parts.values().forEach(hash::add);
    return hash.finish();
  }
}
