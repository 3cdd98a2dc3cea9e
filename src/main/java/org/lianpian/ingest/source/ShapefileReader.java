package org.lianpian.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.ingest.value.Severity;

/**
 * Reads ESRI shapefiles: {@code .shp} with its {@code .dbf}, and {@code .prj} and {@code .cpg} when
 * they are there.
 *
 * <p>Source: ESRI Shapefile Technical Description, July 1998.
 */
final class ShapefileReader implements SourceReader {
  private static final int MAGIC = 9994;
  private static final Set<String> PARTS = Set.of("dbf", "shx", "prj", "cpg");

  @Override
  public String format() {
    return "Shapefile";
  }

  @Override
  public boolean accepts(Path file, byte[] head) {
    String extension = SourceFiles.extension(file);
    boolean magic =
        head.length >= 100
            && ((head[0] & 0xFF) << 24
                    | (head[1] & 0xFF) << 16
                    | (head[2] & 0xFF) << 8
                    | (head[3] & 0xFF))
                == MAGIC;
    return extension.equals("shp")
        || PARTS.contains(extension)
        || (magic && !extension.equals("shx"));
  }

  @Override
  public List<SourceLayer> open(Path file, ReadOptions options) throws IOException {
    String name = SourceFiles.name(file);
    Optional<Path> shp = SourceFiles.sibling(file, "shp");
    Optional<Path> dbf = SourceFiles.sibling(file, "dbf");
    List<String> missing = new ArrayList<>();
    for (String part : List.of("shp", "shx", "dbf", "prj")) {
      if (SourceFiles.sibling(file, part).isEmpty()) {
        missing.add("." + part);
      }
    }
    if (shp.isEmpty() || dbf.isEmpty()) {
      throw SourceException.refuse(
          "shp.missing-part",
          name,
          "缺少 " + String.join("、", missing) + " 文件",
          "these files are missing: " + String.join(", ", missing),
          "把 .shp .shx .dbf .prj 打包成 zip / send .shp .shx .dbf .prj in one zip");
    }
    List<RowIssue> issues = new ArrayList<>();
    String base = SourceFiles.baseName(file);
    if (!missing.isEmpty()) {
      issues.add(
          RowIssue.ofLayer(
              "shp.missing-part",
              Severity.WARNING,
              base,
              base + "：缺少 " + String.join("、", missing) + " 文件",
              base + ": these files are missing: " + String.join(", ", missing),
              ""));
    }
    List<Notice> notices = new ArrayList<>();
    DbfTable table = DbfTable.open(dbf.get(), options, notices, issues);
    return List.of(
        new ShapefileLayer(
            shp.get(), base, table, crs(file, base), options.limits(), notices, issues));
  }

  private static @Nullable Crs crs(Path file, String layer) throws IOException {
    Optional<Path> prj = SourceFiles.sibling(file, "prj");
    if (prj.isEmpty()) {
      return null;
    }
    byte[] bytes = Files.readAllBytes(prj.get());
    String wkt = CharsetDetector.decode(bytes, java.nio.charset.StandardCharsets.UTF_8).text();
    return CrsText.parse(wkt, layer);
  }
}
