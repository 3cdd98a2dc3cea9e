package org.lianpian.region;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edit that was done.
 *
 * @param draft the new draft
 * @param areaId the area that was made or changed, or null when there is not exactly one
 * @param taken members that were in another area before (US-P09)
 * @param warnings about the changed area
 * @param zh what was done, in Chinese
 * @param en the same in English
 */
public record PlanEdit(
    PlanDraft draft,
    @Nullable String areaId,
    List<TakenMember> taken,
    List<AreaWarning> warnings,
    String zh,
    String en)
    implements PlanEditResult {

  /** A community that came from another area. */
  public record TakenMember(String communityId, String fromAreaId, String fromAreaName) {}

  public PlanEdit {
    taken = List.copyOf(taken);
    warnings = List.copyOf(warnings);
  }
}
