package org.lianpian.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Names and first bytes of files. */
final class SourceFiles {
  private static final int HEAD_BYTES = 4096;

  private SourceFiles() {}

  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** Returns the name without its last extension. */
  static String baseName(Path file) {
    String name = name(file);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** Returns the extension in lower case without its dot, or empty. */
  static String extension(Path file) {
    String name = name(file);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
  }

  static byte[] head(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      return new byte[0];
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD_BYTES);
    }
  }

  /** Finds the file of the same name with another extension, whatever its case. */
  static Optional<Path> sibling(Path file, String extension) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null) {
      return Optional.empty();
    }
    String wanted = (baseName(file) + "." + extension).toLowerCase(Locale.ROOT);
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(other -> name(other).toLowerCase(Locale.ROOT).equals(wanted))
          .sorted()
          .findFirst();
    }
  }

  /** Lists the regular files below a directory, sorted, without what systems hide there. */
  static List<Path> below(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !isHidden(directory.relativize(file)))
          .sorted()
          .toList();
    }
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      String name = part.toString();
      if (name.startsWith(".") || name.equals("__MACOSX") || name.equals("Thumbs.db")) {
        return true;
      }
    }
    return false;
  }
}
