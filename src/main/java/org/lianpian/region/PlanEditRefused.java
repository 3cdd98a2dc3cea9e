package org.lianpian.region;

/** An edit that was not done; the draft stays as it is. */
public record PlanEditRefused(RefusalReason reason, String zh, String en)
    implements PlanEditResult {

  static PlanEditRefused of(RefusalReason reason, String zhDetail, String enDetail) {
    return new PlanEditRefused(
        reason,
        zhDetail.isEmpty() ? reason.zh() : reason.zh() + ":" + zhDetail,
        enDetail.isEmpty() ? reason.en() : reason.en() + ": " + enDetail);
  }
}
