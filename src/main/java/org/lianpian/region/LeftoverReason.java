package org.lianpian.region;

import org.lianpian.model.Labelled;

/** Why a small unit is in no package (FZ-31: each needs a reason). */
public enum LeftoverReason implements Labelled {
  NO_NEIGHBOUR("间距内无相邻小区", "No neighbour within the gap"),
  CUT_BY_BARRIER("与邻近小区之间有阻隔", "Cut off by a barrier"),
  OTHER_DISTRICT("仅与其他区县的小区相邻", "Neighbours only in another district"),
  OTHER_STREET("仅与其他街道的小区相邻", "Neighbours only in another sub-district"),
  BOUNDARY_UNKNOWN("区县或街道不明,不能确认同属", "District or sub-district not known"),
  NOT_SMALL_NEIGHBOURS("相邻的只有大型或不纳入的小区", "Only large or excluded neighbours"),
  ABOVE_MAX("并入将超过户数或范围上限", "Joining would exceed a limit"),
  UNIT_ABOVE_MAX("自身超过户数或范围上限", "Exceeds a limit on its own"),
  BELOW_MIN("成片后仍低于户数下限", "Below the minimum even when joined"),
  SIZE_UNKNOWN("户数不全,不能确认达到下限", "Households missing, minimum not proven"),
  NO_POSITION("没有位置", "No position"),
  UNCERTAIN_POSITION("定位误差大于间距", "Position error larger than the gap"),
  NOT_TAKEN("可成片,但方案未纳入", "Could be joined, but the plan leaves it out");

  private final String zh;
  private final String en;

  LeftoverReason(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  @Override
  public String zh() {
    return zh;
  }

  @Override
  public String en() {
    return en;
  }
}
