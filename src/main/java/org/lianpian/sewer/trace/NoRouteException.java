package org.lianpian.sewer.trace;

/** Says that there is no way to draw. */
public final class NoRouteException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String zh;
  private final String en;

  NoRouteException(String zh, String en) {
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
