package org.lianpian.ingest;

/** Says that reading a file failed on our side: the disk, not the data. */
public final class ImportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ImportException(String message, Throwable cause) {
    super(message, cause);
  }
}
