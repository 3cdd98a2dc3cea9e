package org.lianpian.demo;

import org.lianpian.model.Labelled;

/** What was planted in a community's drains (预埋问题), with the drainage status it must lead to. */
public enum PlantedFault implements Labelled {
  NONE("无", "None", "SEPARATED_CONNECTED"),
  NOT_SURVEYED("未调查", "Not surveyed", "UNKNOWN"),
  OUTLET_NOT_SURVEYED("出户未查", "Outlet not surveyed", "UNKNOWN"),
  COMBINED("雨污合流", "Combined pipes", "COMBINED"),
  INTERCEPTED("截流井", "Weir to the sewer", "INTERCEPTED"),
  MEDIUM_JUMP("污水接入雨水井", "Sewage into a storm manhole", "MISCONNECTED"),
  BALCONY_RISER("阳台立管接雨水", "Balcony riser to storm water", "MISCONNECTED"),
  DIRECT_TO_RIVER("污水直排河道", "Sewage into the river", "MISCONNECTED"),
  NO_PIPE("接户井后无管", "No pipe after the last well", "SEPARATED_UNCONNECTED"),
  GAP("缺一段管", "A missing length of pipe", "SEPARATED_UNCONNECTED"),
  CAPPED("预留口未接通", "Capped stub", "SEPARATED_UNCONNECTED"),
  REVERSED("末段管反向", "Last pipe stored in reverse", "SEPARATED_UNCONNECTED"),
  ABANDONED("末段管废弃", "Last pipe abandoned", "SEPARATED_UNCONNECTED"),
  MUNICIPAL_REVERSED("市政管反向", "Municipal pipe stored in reverse", "SEPARATED_UNCONNECTED"),
  LOOP("管线成环", "One outlet runs in a loop", "PARTIAL"),
  SECOND_WELL_UNKNOWN("一处出户未查", "One of two outlets not surveyed", "PARTIAL"),
  RISER_UNKNOWN("一栋立管未查", "One building's riser not surveyed", "PARTIAL");

  private final String zh;
  private final String en;
  private final String drainageStatus;

  PlantedFault(String zh, String en, String drainageStatus) {
    this.zh = zh;
    this.en = en;
    this.drainageStatus = drainageStatus;
  }

  @Override
  public String zh() {
    return zh;
  }

  @Override
  public String en() {
    return en;
  }

  /** Returns the code of the drainage status (雨污分流状态) that a correct assessment gives. */
  public String drainageStatus() {
    return drainageStatus;
  }
}
