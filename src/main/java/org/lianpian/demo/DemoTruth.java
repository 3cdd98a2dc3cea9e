package org.lianpian.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a community by construction.
 *
 * @param fault what was planted in its drains
 * @param objects ids of the pipes, nodes or buildings that are at fault
 * @param gapMetres length of the missing pipe for {@link PlantedFault#GAP}, else null
 * @param frontage code of the riverside class (临河) when it is certain with a margin, else null
 * @param eligibility code of the eligibility (范围认定) under a 2005 cut-off when certain, else null
 * @param eligibilityReason the reason planted for it, or empty
 */
public record DemoTruth(
    String communityId,
    PlantedFault fault,
    List<String> objects,
    @Nullable Double gapMetres,
    @Nullable String frontage,
    @Nullable String eligibility,
    String eligibilityReason) {

  public DemoTruth {
    objects = List.copyOf(objects);
  }
}
