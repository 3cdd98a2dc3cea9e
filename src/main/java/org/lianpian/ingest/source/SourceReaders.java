package org.lianpian.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All formats that can be imported, in the order in which they are tried. A new format is added to
 * {@link #ALL}.
 */
public final class SourceReaders {

  /** The readers; those that refuse look-alikes with a clear message come first. */
  public static final List<SourceReader> ALL =
      List.of(
          new DirectoryReader(),
          new LookAlikeRefuser(),
          new ExcelReader(),
          new ZipReader(),
          new GeoPackageReader(),
          new ShapefileReader(),
          new OsmPbfReader(),
          new OsmXmlReader(),
          new GeoJsonReader(),
          new SwmmReader(),
          new CsvReader());

  private SourceReaders() {}

  /**
   * Opens a file's layers.
   *
   * @throws SourceException when no reader accepts the file, or its content cannot be used
   */
  public static List<SourceLayer> open(Path file, ReadOptions options) throws IOException {
    if (!Files.exists(file)) {
      throw new IllegalArgumentException("No such file: " + SourceFiles.name(file));
    }
    if (!Files.isDirectory(file) && Files.size(file) > options.limits().fileBytes()) {
      throw SourceException.refuse(
          "limit.file",
          SourceFiles.name(file),
          "超过 " + (options.limits().fileBytes() >> 20) + " MB 的上限",
          "is larger than the permitted " + (options.limits().fileBytes() >> 20) + " MB",
          "分成几个文件 / split the file");
    }
    Optional<SourceReader> reader = find(file, SourceFiles.head(file));
    if (reader.isPresent()) {
      return reader.get().open(file, options);
    }
    throw SourceException.refuse(
        "format.unknown",
        SourceFiles.name(file),
        "不支持的文件格式",
        "is of no supported format",
        formats());
  }

  /** Returns the files of a directory that are opened each for itself, by name. */
  public static List<Path> files(Path directory) throws IOException {
    return DirectoryReader.mains(SourceFiles.below(directory));
  }

  static Optional<SourceReader> find(Path file, byte[] head) throws IOException {
    for (SourceReader reader : ALL) {
      if (reader.accepts(file, head)) {
        return Optional.of(reader);
      }
    }
    return Optional.empty();
  }

  /** Returns the names of the accepted formats. */
  public static String formats() {
    List<String> names = new ArrayList<>();
    ALL.stream().map(SourceReader::format).filter(name -> !name.isEmpty()).forEach(names::add);
    return String.join(", ", names);
  }
}
