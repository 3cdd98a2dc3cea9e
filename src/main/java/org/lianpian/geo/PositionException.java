package org.lianpian.geo;

/** A position lies where a coordinate reference system is not defined. */
final class PositionException extends Exception {
  private static final long serialVersionUID = 1L;

  PositionException(String message) {
    super(message);
  }

  PositionException(Throwable cause) {
    super(cause);
  }
}
