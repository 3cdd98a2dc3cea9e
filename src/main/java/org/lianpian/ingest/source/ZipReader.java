package org.lianpian.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Opens the files of a zip archive, such as the parts of a shapefile, at any depth (B-18). */
final class ZipReader implements SourceReader {

  @Override
  public String format() {
    return "ZIP";
  }

  @Override
  public boolean accepts(Path file, byte[] head) {
    return Archives.isZip(head);
  }

  @Override
  public List<SourceLayer> open(Path file, ReadOptions options) throws IOException {
    Path directory = Files.createTempDirectory(options.workDirectory(), "zip");
    Archives.unpack(file, directory, options.limits());
    return DirectoryReader.openAll(SourceFiles.name(file), directory, options);
  }
}
