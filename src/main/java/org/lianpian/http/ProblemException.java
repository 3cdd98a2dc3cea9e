package org.lianpian.http;

import io.javalin.http.HttpStatus;

/** Ends a request with a problem document. */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final HttpStatus status;
  private final String type;
  private final String zh;
  private final String en;

  ProblemException(HttpStatus status, String type, String zh, String en) {
    super(en);
    this.status = status;
    this.type = type;
    this.zh = zh;
    this.en = en;
  }

  static ProblemException badRequest(String zh, String en) {
    return new ProblemException(HttpStatus.BAD_REQUEST, "bad-request", zh, en);
  }

  static ProblemException notFound(String zh, String en) {
    return new ProblemException(HttpStatus.NOT_FOUND, "not-found", zh, en);
  }

  HttpStatus status() {
    return status;
  }

  Problem toProblem(String requestId) {
    return new Problem(type, status.getMessage(), status.getCode(), zh, requestId, zh, en);
  }
}
