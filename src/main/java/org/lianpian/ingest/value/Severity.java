package org.lianpian.ingest.value;

import org.lianpian.model.Labelled;

/** How much a finding about imported data matters. */
public enum Severity implements Labelled {
  /** The row cannot be imported as it is. */
  ERROR("错误", "Error"),
  /** The row is imported; somebody should look. */
  WARNING("警告", "Warning"),
  /** A reading is offered; it is used only when a person accepts it. */
  PROPOSAL("建议", "Proposal"),
  /** A reading that was offered and that a person accepted. */
  ACCEPTED("已采纳", "Accepted");

  private final String zh;
  private final String en;

  Severity(String zh, String en) {
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
