package org.lianpian.model;

/** How a connection was established in the field (接驳证据). */
public enum ConnectionEvidence implements Labelled {
  DYE("染色", "Dye test"),
  SMOKE("烟雾", "Smoke test"),
  CCTV("CCTV检测", "CCTV"),
  VISUAL("目视", "Visual"),
  AS_BUILT("竣工图", "As-built drawing"),
  NONE("无", "None");

  private final String zh;
  private final String en;

  ConnectionEvidence(String zh, String en) {
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
