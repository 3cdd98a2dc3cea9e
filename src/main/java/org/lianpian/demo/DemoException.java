package org.lianpian.demo;

/** A file of the demonstration data could not be written. */
public final class DemoException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DemoException(String message, Throwable cause) {
    super(message, cause);
  }
}
