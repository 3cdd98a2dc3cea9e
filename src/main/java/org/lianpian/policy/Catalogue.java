package org.lianpian.policy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the catalogue of works (改造内容目录); an item's key is tier and number, never its name. */
final class Catalogue {
  private Catalogue() {}

  /** Returns the percentages of those who pay for a part; empty when the document gives none. */
  static Optional<Map<String, Long>> shares(
      PolicyProfile profile, LocalDate on, String tier, int seq, String part) {
    for (Map<String, @Nullable Object> item : profile.table("catalogue.items", on)) {
      if (tier.equals(item.get("tier")) && Integer.valueOf(seq).equals(item.get("seq"))) {
        for (Map<String, @Nullable Object> component : components(item)) {
          if (part.equals(component.get("part"))) {
            return Optional.ofNullable(component.get("shares")).map(Catalogue::shares);
          }
        }
      }
    }
    throw new IllegalArgumentException(
        "The catalogue of " + profile.id() + " has no item " + tier + "-" + seq + " " + part);
  }

  @SuppressWarnings("unchecked") // the schema admits only lists of maps here
  static List<Map<String, @Nullable Object>> components(Map<String, @Nullable Object> item) {
    return item.get("components") instanceof List<?> list
        ? (List<Map<String, @Nullable Object>>) list
        : List.of();
  }

  static Map<String, Long> shares(Object tree) {
    Map<String, Long> shares = new LinkedHashMap<>();
    if (tree instanceof Map<?, ?> map) {
      map.forEach((party, share) -> shares.put((String) party, ((Number) share).longValue()));
    }
    return shares;
  }
}
