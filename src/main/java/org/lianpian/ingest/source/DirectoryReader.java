package org.lianpian.ingest.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;

/**
 * Opens all files of a directory that some reader accepts; the parts of a shapefile are one file.
 */
final class DirectoryReader implements SourceReader {

  /** Files that belong to another: they are read with it, or not at all. */
  private static final Set<String> PARTS =
      Set.of(
          "dbf", "shx", "prj", "cpg", "sbn", "sbx", "qix", "qpj", "fix", "xml", "qmd", "ain",
          "aih");

  @Override
  public String format() {
    return "";
  }

  @Override
  public boolean accepts(Path file, byte[] head) {
    return Files.isDirectory(file);
  }

  @Override
  public List<SourceLayer> open(Path file, ReadOptions options) throws IOException {
    return openAll(SourceFiles.name(file), file, options);
  }

  /**
   * Leaves out the parts of shapefiles; parts without their .shp are left as one, to be refused.
   */
  static List<Path> mains(List<Path> files) {
    Set<String> shapes = new HashSet<>();
    for (Path file : files) {
      if (SourceFiles.extension(file).equals("shp")) {
        shapes.add(group(file));
      }
    }
    List<Path> mains = new ArrayList<>();
    for (Path file : files) {
      if (!PARTS.contains(SourceFiles.extension(file)) || shapes.add(group(file))) {
        mains.add(file);
      }
    }
    return mains;
  }

  /** Returns what the parts of a shapefile have in common; {@code a.shp.xml} belongs to it too. */
  private static String group(Path file) {
    return SourceFiles.baseName(file).toLowerCase(Locale.ROOT).replaceAll("\\.shp$", "");
  }

  static List<SourceLayer> openAll(String name, Path directory, ReadOptions options)
      throws IOException {
    List<SourceLayer> layers = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (Path file : SourceFiles.below(directory)) {
      byte[] head = SourceFiles.head(file);
      Optional<SourceReader> reader = SourceReaders.find(file, head);
      if (PARTS.contains(SourceFiles.extension(file))) {
        parts.add(SourceFiles.name(file));
      } else if (reader.isEmpty() || reader.get() instanceof ZipReader) {
        unread.add(SourceFiles.name(file));
      } else {
        layers.addAll(reader.get().open(file, options));
      }
    }
    if (layers.isEmpty() && !parts.isEmpty()) {
      throw SourceException.refuse(
          "shp.missing-part",
          name,
          "缺少 .shp 文件（有 " + String.join("、", parts) + "）",
          "the .shp file is missing (there are " + String.join(", ", parts) + ")",
          "");
    }
    if (layers.isEmpty()) {
      throw SourceException.refuse(
          "format.unknown",
          name,
          "没有可读取的文件",
          "holds no file of a supported format",
          SourceReaders.formats());
    }
    return named(layers, unread);
  }

  /** Makes names unique and tells with the first layer which files were not read. */
  private static List<SourceLayer> named(List<SourceLayer> layers, List<String> unread) {
    Set<String> used = new HashSet<>();
    List<SourceLayer> named = new ArrayList<>();
    for (SourceLayer layer : layers) {
      String unique = layer.name();
      for (int copy = 2; !used.add(unique); copy++) {
        unique = layer.name() + "#" + copy;
      }
      List<Notice> extra =
          named.isEmpty() && !unread.isEmpty()
              ? List.of(
                  new Notice(
                      "files.unread",
                      "未读取的文件：" + String.join("、", unread),
                      "Files that were not read: " + String.join(", ", unread)))
              : List.of();
      named.add(new NamedLayer(layer, unique, extra));
    }
    return named;
  }

  private record NamedLayer(SourceLayer layer, String name, List<Notice> extra)
      implements SourceLayer {

    @Override
    public String format() {
      return layer.format();
    }

    @Override
    public Style style() {
      return layer.style();
    }

    @Override
    public List<SourceColumn> columns() {
      return layer.columns();
    }

    @Override
    public @Nullable Crs crs() {
      return layer.crs();
    }

    @Override
    public @Nullable Charset encoding() {
      return layer.encoding();
    }

    @Override
    public @Nullable String knownRole() {
      return layer.knownRole();
    }

    @Override
    public List<Notice> notices() {
      return Stream.concat(extra.stream(), layer.notices().stream()).toList();
    }

    @Override
    public List<RowIssue> issues() {
      return layer.issues();
    }

    @Override
    public Stream<SourceFeature> features() {
      return layer.features();
    }
  }
}
