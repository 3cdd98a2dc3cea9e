package org.lianpian.region;

/** One thing a planner should know about an area, with its particulars. */
public record AreaWarning(WarningCode code, String zh, String en) {

  static AreaWarning of(WarningCode code, String zhDetail, String enDetail) {
    return new AreaWarning(
        code,
        zhDetail.isEmpty() ? code.zh() : code.zh() + ":" + zhDetail,
        enDetail.isEmpty() ? code.en() : code.en() + ": " + enDetail);
  }
}
