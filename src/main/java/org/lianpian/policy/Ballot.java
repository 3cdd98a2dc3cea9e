package org.lianpian.policy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a community's owners said; null is unknown. Votes of several communities are never pooled.
 *
 * @param ownersTotal owners entitled to vote (业主总人数)
 * @param areaTotal their exclusive area (专有部分面积), m²
 * @param ownersVoted owners who took part
 * @param areaVoted their exclusive area, m²
 * @param ownersAgreed owners who agreed
 * @param areaAgreed their exclusive area, m²
 * @param households households of the community (户数)
 * @param opinions households whose opinion was collected
 * @param signed whether the owners' committee or the residents' representatives signed
 */
public record Ballot(
    @Nullable Long ownersTotal,
    @Nullable BigDecimal areaTotal,
    @Nullable Long ownersVoted,
    @Nullable BigDecimal areaVoted,
    @Nullable Long ownersAgreed,
    @Nullable BigDecimal areaAgreed,
    @Nullable Long households,
    @Nullable Long opinions,
    @Nullable Boolean signed) {

  public Ballot {
    requireOrder("owners", ownersAgreed, ownersVoted, ownersTotal);
    requireOrder("area", areaAgreed, areaVoted, areaTotal);
    requireOrder("opinions", opinions, households, households);
  }

  private static <T extends Comparable<T>> void requireOrder(
      String what, @Nullable T agreed, @Nullable T voted, @Nullable T total) {
    if ((agreed != null && voted != null && agreed.compareTo(voted) > 0)
        || (voted != null && total != null && voted.compareTo(total) > 0)) {
      throw new IllegalArgumentException(
          "The "
              + what
              + " must not grow: agreed "
              + agreed
              + ", voted "
              + voted
              + ", total "
              + total);
    }
  }
}
