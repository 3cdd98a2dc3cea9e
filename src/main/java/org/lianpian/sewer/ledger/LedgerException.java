package org.lianpian.sewer.ledger;

/** Says why an entry cannot be made. */
public final class LedgerException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String zh;
  private final String en;

  public LedgerException(String zh, String en) {
    super(zh + " / " + en);
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
