package org.lianpian.frontage;

import org.lianpian.model.Labelled;

/** What a reader of a result must know about how it came about. */
public enum FrontageNote implements Labelled {
  POSITION_UNCERTAIN("定位误差跨越距离界线", "Position error spans the distance limit"),
  POINT_ONLY("仅有点位,无范围线和楼栋", "Only a point is known, no parcel and no building"),
  NO_POSITION("未定位", "Not located"),
  SHORT_FRONTAGE("临河面过短", "Frontage too short to judge"),
  NEAR_THRESHOLD("外露占比接近界限", "Exposed share near the threshold"),
  NO_WIDTH("附近河道仅有中心线且无宽度", "A river nearby is a centre line without width"),
  NO_RIVERS("没有河道数据", "No river data"),
  URBAN_UNSTATED("河道未标注是否城区河道,按城区河道计", "River not stated to be urban; counted as urban"),
  PARCELS_INCOMPLETE("周边小区范围线不全", "Parcels nearby are incomplete"),
  USE_UNSTATED("部分楼栋用途不详,按住宅计", "Use of some buildings unknown; counted as residential"),
  IN_WATER("范围伸入水面", "Reaches into the water"),
  INVALID_GEOMETRY("范围坐标无效", "Its coordinates are not usable"),
  INVALID_BUILDING("附近或所属楼栋坐标无效", "A building of it or nearby has coordinates that are not usable"),
  INVALID_RIVER("附近河道坐标无效", "A river nearby has coordinates that are not usable"),
  TOO_DENSE("周边几何过密,无法核查", "Geometry around is too dense to be measured"),
  NON_RESIDENTIAL("不是住宅,不属核查对象", "Not a dwelling, so the rule does not apply to it");

  private final String zh;
  private final String en;

  FrontageNote(String zh, String en) {
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
