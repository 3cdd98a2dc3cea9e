package org.lianpian.ingest.value;

/**
 * A doubt about one value.
 *
 * @param code stable, for example {@code number.approximate}
 * @param suggestion what to write or accept instead, or empty
 */
public record Finding(String code, Severity severity, String zh, String en, String suggestion) {

  public static Finding error(String code, String zh, String en, String suggestion) {
    return new Finding(code, Severity.ERROR, zh, en, suggestion);
  }

  public static Finding warning(String code, String zh, String en, String suggestion) {
    return new Finding(code, Severity.WARNING, zh, en, suggestion);
  }

  public static Finding proposal(ProposalKind kind, String zh, String en, String suggestion) {
    return new Finding(kind.code(), Severity.PROPOSAL, zh, en, suggestion);
  }
}
