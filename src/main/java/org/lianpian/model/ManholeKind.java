package org.lianpian.model;

/** Kind of a node of the drainage network (排水节点类型). */
public enum ManholeKind implements Labelled {
  MANHOLE("检查井", "Manhole"),
  PRIVATE_WELL("接户井", "Connection well"),
  INLET("雨水口", "Inlet"),
  SEPTIC_TANK("化粪池", "Septic tank"),
  PUMP("泵站", "Pump"),
  INTERCEPTOR("截流井", "Interceptor"),
  CAPPED_STUB("预留口", "Capped stub"),
  OUTFALL("排放口", "Outfall"),
  WWTP("污水处理厂", "Treatment plant"),
  UNKNOWN("不详", "Unknown");

  private final String zh;
  private final String en;

  ManholeKind(String zh, String en) {
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
