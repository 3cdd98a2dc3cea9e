package org.lianpian.ingest.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Opens files of one format. Implementations keep no state and are thread-safe. */
public interface SourceReader {

  /** Returns the format for people. */
  String format();

  /**
   * Tells whether the file is of this format, judging by its content first, then by its name.
   *
   * @param head the first bytes of the file, at most 4096; empty for a directory
   */
  boolean accepts(Path file, byte[] head) throws IOException;

  /**
   * Opens the file's layers in a fixed order.
   *
   * @throws SourceException when the content cannot be used
   */
  List<SourceLayer> open(Path file, ReadOptions options) throws IOException;
}
