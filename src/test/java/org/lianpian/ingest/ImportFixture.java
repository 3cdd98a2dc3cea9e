package org.lianpian.ingest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.lianpian.geo.Crs;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Dataset;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureType;
import org.lianpian.support.MemoryFeatureStore;

/** A dataset in Sanming's zone, and short ways to import into it. */
final class ImportFixture {
  static final Crs SANMING = new Crs(4548);
  static final ChangeContext BY_TEST =
      new ChangeContext("test", "import", Instant.parse("2026-01-01T00:00:00Z"));

  final Importer importer = new Importer();
  final MemoryFeatureStore store =
      new MemoryFeatureStore(new Dataset("test", SANMING, "GENERIC", false));

  ImportReport commit(Path file, ImportOptions options) {
    return importer.commit(file, options, store, BY_TEST);
  }

  ImportReport dryRun(Path file, ImportOptions options) {
    return importer.dryRun(file, options, store);
  }

  <T extends Feature> ReadResult<T> read(Path file, FeatureType<T> type) {
    return importer.read(file, type, ImportOptions.DEFAULTS, SANMING);
  }

  static Path text(Path file, String content) throws IOException {
    return text(file, content, StandardCharsets.UTF_8);
  }

  static Path text(Path file, String content, Charset charset) throws IOException {
    return Files.write(file, content.getBytes(charset));
  }

  static List<RowIssue> issues(ImportReport report) {
    return Stream.concat(
            report.issues().stream(),
            report.layers().stream().flatMap(layer -> layer.issues().stream()))
        .toList();
  }

  static List<String> codes(ImportReport report) {
    return issues(report).stream().map(RowIssue::code).distinct().sorted().toList();
  }
}
