package org.lianpian.sewer;

import java.util.Locale;
import org.lianpian.model.Labelled;

/** A kind of defect of a surveyed network (管网拓扑问题). */
public enum TopologyCode implements Labelled {
  DUPLICATE_ID("编号重复", "Duplicate id"),
  DUPLICATE_NODE("节点重复", "Duplicate node"),
  START_EQUALS_END("起终点相同", "Start equals end"),
  MISSING_NODE("缺少节点", "Missing node"),
  JOIN_CONFLICT("编号与位置不符", "Id and position disagree"),
  INFERRED_JOIN("按位置推断连接", "Joined by inferred position"),
  DOUBLED_PIPE("管段重复或互逆", "Doubled or opposite pipes"),
  BIG_INTO_SMALL("大管接小管", "Big pipe into small"),
  ADVERSE_SLOPE("逆坡", "Adverse slope"),
  ISOLATED_PART("孤立管网", "Isolated part"),
  CYCLE("环路", "Cycle"),
  DEAD_END("断头", "Dead end"),
  MIXED_MANHOLE("雨污同井", "Storm and sewage in one manhole"),
  CROSSING_WITHOUT_NODE("管线相交无节点", "Pipes cross without a node");

  private final String zh;
  private final String en;

  TopologyCode(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** Returns the stable code, for example {@code network.duplicate-node}. */
  public String code() {
    return "network." + name().toLowerCase(Locale.ROOT).replace('_', '-');
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
