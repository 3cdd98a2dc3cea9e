package org.lianpian.sewer.trace;

import java.util.List;

/** Says that a network has no such place, and which names are like it. */
public final class UnknownPlaceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String zh;
  private final String en;

  private UnknownPlaceException(String zh, String en) {
    super(zh + " / " + en);
    this.zh = zh;
    this.en = en;
  }

  static UnknownPlaceException unknown(String id, List<String> alike) {
    String zh = "管网中没有编号为 " + id + " 的节点、管段或小区";
    String en = "The network has no node, pipe or community " + id;
    return alike.isEmpty()
        ? new UnknownPlaceException(zh, en)
        : new UnknownPlaceException(
            zh + ";相近的编号:" + String.join("、", alike),
            en + "; ids like it: " + String.join(", ", alike));
  }

  static UnknownPlaceException ambiguous(String id, List<String> names) {
    return new UnknownPlaceException(
        "编号 " + id + " 不止一处,请写明:" + String.join("、", names),
        id + " is the id of more than one thing; say which: " + String.join(", ", names));
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
