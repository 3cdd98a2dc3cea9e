package org.lianpian.geocode.match;

/** What speaks for or against a candidate; each value is a number near [0, 1] or a small count. */
public enum Evidence {
  BASE("基准", "Base rate"),
  NAME_SAME("名称一致", "Same name"),
  COST_SMALL("名称差异(小)", "Small difference of the names"),
  COST_MIDDLE("名称差异(中)", "Middling difference of the names"),
  COST_LARGE("名称差异(大)", "Large difference of the names"),
  ASKED_COVERED("原名被覆盖", "Share of the asked name found"),
  KNOWN_COVERED("地名被覆盖", "Share of the known name found"),
  ALIKE_WEIGHT("同音或近音字", "Characters that sound alike"),
  ALIKE_MANY("多处同音字", "Several characters that sound alike"),
  REPLACED_SHARE("换字占比", "Share of other characters"),
  REPLACED_COUNT("换字数", "Other characters"),
  ASKED_LEAD("原名多出前缀", "More before, in the asked name"),
  ASKED_INNER("原名中间多字", "More inside the asked name"),
  ASKED_TAIL("原名多出后缀", "More after, in the asked name"),
  KNOWN_LEAD("地名多出前缀", "More before, in the known name"),
  KNOWN_INNER("地名中间多字", "More inside the known name"),
  KNOWN_TAIL("地名多出后缀", "More after, in the known name"),
  MARK_CONFLICT("期、区、号或方位不同", "Other number, letter or side"),
  MARK_ASKED("地名无此期、区或方位", "A part that the known name lacks"),
  MARK_KNOWN("原名未写期、区或方位", "A part that the asked name lacks"),
  MARK_SAME("期、区、号或方位一致", "Same number, letter or side"),
  DISTINCT("相同部分的独特性", "How distinctive the shared part is"),
  ROAD_SAME("道路一致", "Same road"),
  NUMBER_SAME("门牌一致", "Same house number"),
  NUMBER_NEAR("门牌相近", "Near house number"),
  NUMBER_FAR("门牌相距远", "Far house number"),
  ROAD_OTHER("道路不同", "Another road"),
  NAME_IN_ADDRESS("名称出现在地址中", "One's name stands in the other's address"),
  ADDRESS_SHARED("地址相同部分", "Shared part of the addresses"),
  DISTRICT_SAME("区县一致", "Same district"),
  DISTRICT_OTHER("区县不同", "Another district"),
  SAME_NAME_ELSEWHERE("同名小区", "Others bear the same name"),
  SAME_NAME_OTHER_ROAD("同名但道路不同", "Same name on another road"),
  SAME_NAME_OTHER_DISTRICT("同名但区县不同", "Same name in another district"),
  SHORT("名称过短", "Very short name"),
  REORDERED("字序不同", "Same characters in another order"),
  KNOWN_LEAD_EXPLAINED("地名前缀见于所写地址", "What the known name begins with stands in the asked address"),
  ASKED_LEAD_EXPLAINED("原名前缀见于地名地址", "What the asked name begins with stands in the known address"),
  KNOWN_IS_ROAD("地名仅为道路", "The known name is a mere road"),
  NUMBER_NAME_DIFFERS("门牌式名称不一致", "A name by house number that is not the same"),
  GENERIC_ONLY("仅通名后缀不同", "Only the word for the kind of estate differs"),
  ALIAS("别名", "An alias"),
  LEAD("领先次优", "Lead over the second"),
  RIVALS("相近候选数", "Near candidates"),
  SCORE("总分", "Score"),
  SCORE_HIGH("总分(高)", "High score");

  /** How many of the values weigh a pair; the rest only weigh the best of several. */
  static final int OF_PAIR = LEAD.ordinal();

  static final int ALL = values().length;

  private final String zh;
  private final String en;

  Evidence(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
