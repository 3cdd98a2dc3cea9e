package org.lianpian.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a profile is, apart from its parameters.
 *
 * @param version changes whenever the content, own or inherited, changes
 * @param adcodes the divisions it governs, GB/T 2260; {@code 350100} covers every {@code 3501xx}
 * @param validFrom the first day
 * @param validTo the last day, or null when the document sets none
 * @param inherits the id of the profile it adds to, or null
 * @param automatic whether {@link PolicyRegistry#findFor} may choose it; a demonstration may not
 * @param documents own and inherited, own first
 */
public record ProfileHeader(
    String id,
    String version,
    String titleZh,
    String titleEn,
    List<String> adcodes,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String inherits,
    boolean automatic,
    List<PolicyDocument> documents) {

  public ProfileHeader {
    adcodes = List.copyOf(adcodes);
    documents = List.copyOf(documents);
    if (validTo != null && validTo.isBefore(validFrom)) {
      throw new IllegalArgumentException(
          "Profile " + id + " ends before it begins: " + validFrom + " to " + validTo);
    }
  }

  /** Makes the header of a profile that is put together in code. */
  public static ProfileHeader of(String id, String version) {
    return new ProfileHeader(
        id, version, id, id, List.of(), LocalDate.MIN, null, null, false, List.of());
  }

  /** Tells whether the day lies within the validity. */
  public boolean isValidOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }
}
