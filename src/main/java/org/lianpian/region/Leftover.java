package org.lianpian.region;

import org.jspecify.annotations.Nullable;

/**
 * A small unit that is in no package, with the reason (未整合小规模小区, FZ-31).
 *
 * @param zh the reason with its particulars, in Chinese
 * @param en the same in English
 * @param nearest null when there is no package or the unit has no position
 * @param roadBlock the road block it lies in, or null when not known
 */
public record Leftover(
    String id,
    LeftoverReason reason,
    String zh,
    String en,
    @Nullable NearestPackage nearest,
    @Nullable String roadBlock) {}
