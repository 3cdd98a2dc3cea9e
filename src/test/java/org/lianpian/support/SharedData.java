package org.lianpian.support;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds test data that is kept beside the project and is no part of it. */
public final class SharedData {
  private SharedData() {}

  /** Returns the file or directory, or skips the test when it is not there. */
  public static Path require(String relative) {
    Path path = Path.of(System.getProperty("lianpian.shared", "../shared")).resolve(relative);
    Assumptions.assumeTrue(Files.exists(path), () -> "needs " + path.toAbsolutePath());
    return path;
  }
}
