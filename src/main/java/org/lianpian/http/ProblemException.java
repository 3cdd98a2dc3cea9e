package org.lianpian.http;

import io.javalin.http.HttpStatus;
import java.util.Map;

/** Ends a request with a problem document. */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final HttpStatus status;
  private final String type;
  private final String zh;
  private final String en;
  private final transient Map<String, String> at;
  private final transient Map<String, ?> difference;

  ProblemException(HttpStatus status, String type, String zh, String en) {
    this(status, type, zh, en, Map.of(), Map.of());
  }

  private ProblemException(
      HttpStatus status,
      String type,
      String zh,
      String en,
      Map<String, String> at,
      Map<String, ?> difference) {
    super(en);
    this.status = status;
    this.type = type;
    this.zh = zh;
    this.en = en;
    this.at = at;
    this.difference = difference;
  }

  static ProblemException badRequest(String zh, String en) {
    return new ProblemException(HttpStatus.BAD_REQUEST, "bad-request", zh, en);
  }

  static ProblemException notFound(String zh, String en) {
    return new ProblemException(HttpStatus.NOT_FOUND, "not-found", zh, en);
  }

  /** Returns the same about one choice of several. */
  ProblemException at(Map<String, String> place) {
    return new ProblemException(status, type, zh, en, Map.copyOf(place), difference);
  }

  /** Returns the same with what others changed meanwhile. */
  ProblemException with(Map<String, ?> changes) {
    return new ProblemException(status, type, zh, en, at, Map.copyOf(changes));
  }

  HttpStatus status() {
    return status;
  }

  Problem toProblem(String requestId) {
    return new Problem(
        type, status.getMessage(), status.getCode(), zh, requestId, zh, en, at, difference);
  }
}
