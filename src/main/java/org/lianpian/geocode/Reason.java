package org.lianpian.geocode;

/**
 * One thing that spoke for or against an answer.
 *
 * @param code a stable code such as {@code NAME_EXACT}
 * @param zh the reason in Chinese
 * @param en the reason in English
 * @param weight what it adds to the confidence; 0 for a remark
 */
public record Reason(String code, String zh, String en, double weight) {

  static Reason remark(String code, String zh, String en) {
    return new Reason(code, zh, en, 0);
  }
}
