package org.lianpian.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.ingest.source.ChoiceException;
import org.lianpian.ingest.source.ReadOptions;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.ingest.source.SourceException;
import org.lianpian.ingest.source.SourceLayer;
import org.lianpian.ingest.source.SourceReaders;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports files: {@link #inspect} looks, {@link #dryRun} checks every row against a store, {@link
 * #commit} writes, all or nothing.
 *
 * <p>A file is a single file, an archive, or a directory with the parts of a shapefile. Tables,
 * GeoJSON and shapefiles are streamed, two or three times; OSM extracts are held in memory. Keeps
 * no state between calls; thread-safe.
 */
public final class Importer {
  private static final Logger LOG = LoggerFactory.getLogger(Importer.class);

  private final Path temporary;

  /** Unpacks archives below the system's directory for temporary files. */
  public Importer() {
    this(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** Unpacks archives below the given directory, and removes them again. */
  public Importer(Path temporary) {
    this.temporary = temporary;
  }

  /** Looks at a file without a dataset: its layers, what they seem to hold, and where it lies. */
  public ImportPreview inspect(Path file, ImportOptions options) {
    String name = fileName(file);
    return withLayers(
        file,
        options,
        layers -> {
          List<LayerReport> previews = new ArrayList<>();
          List<RowIssue> issues = new ArrayList<>();
          for (SourceLayer layer : layers) {
            try {
              previews.add(new LayerPreviewer(name, options).preview(layer));
            } catch (SourceException e) {
              issues.add(e.issue());
            }
          }
          return new ImportPreview(name, previews, issues);
        },
        issue -> new ImportPreview(name, List.of(), List.of(issue)));
  }

  /** Checks every row and counts what a commit would change in the store; writes nothing. */
  public ImportReport dryRun(Path file, ImportOptions options, FeatureStore store) {
    return withLayers(
        file,
        options,
        layers ->
            new ImportRun(fileName(file), layers, options, store.dataset().crs()).check(store),
        issue -> refused(file, issue));
  }

  /**
   * Writes a file's features in one transaction. When a row has an error nothing is written, unless
   * {@link ImportOptions#onlyPassing} asks for the rows without.
   */
  public ImportReport commit(
      Path file, ImportOptions options, FeatureStore store, ChangeContext context) {
    long started = System.nanoTime();
    ImportReport report =
        withLayers(
            file,
            options,
            layers ->
                new ImportRun(fileName(file), layers, options, store.dataset().crs())
                    .commit(store, context),
            issue -> refused(file, issue));
    LOG.info(
        "Import of {}: committed={}, {}, {} errors, {} ms",
        report.file(),
        report.committed(),
        report.counts(),
        report.errors(),
        (System.nanoTime() - started) / 1_000_000);
    return report;
  }

  /**
   * Reads the features of one type from a file, without a store: for analyses on plain files. A
   * file with a single layer is taken to hold the type unless it surely holds another.
   *
   * @param target the metric CRS of the result
   */
  public <T extends Feature> ReadResult<T> read(
      Path file, FeatureType<T> type, ImportOptions options, Crs target) {
    return withLayers(
        file,
        options,
        layers -> new ImportRun(fileName(file), layers, options, target).read(type),
        issue -> new ReadResult<>(List.of(), List.of(issue)));
  }

  /**
   * Returns rows of a layer as they stand there, from a row number on.
   *
   * @throws ChoiceException when the file has no such layer
   * @throws IllegalArgumentException when the file cannot be read
   */
  public LayerRows rows(Path file, ImportOptions options, String layer, long from, int count) {
    return withLayers(
        file,
        options,
        layers -> LayerRows.read(layers, layer, from, count),
        issue -> {
          throw new IllegalArgumentException(issue.zh() + " / " + issue.en());
        });
  }

  /**
   * Returns the files of a directory that are imported each for itself, by name: the parts of a
   * shapefile are one.
   */
  public List<Path> files(Path directory) {
    try {
      return SourceReaders.files(directory);
    } catch (IOException e) {
      throw new ImportException("Listing " + fileName(directory), e);
    }
  }

  private <R> R withLayers(
      Path file,
      ImportOptions options,
      Function<List<SourceLayer>, R> work,
      Function<RowIssue, R> refusal) {
    Path directory = null;
    try {
      directory = Files.createTempDirectory(temporary, "import");
      List<SourceLayer> layers =
          SourceReaders.open(
              file, new ReadOptions(options.encoding(), options.limits(), directory));
      return work.apply(layers);
    } catch (SourceException e) {
      return refusal.apply(e.issue());
    } catch (IOException | UncheckedIOException e) {
      throw new ImportException("Reading " + fileName(file), e);
    } finally {
      delete(directory);
    }
  }

  private static ImportReport refused(Path file, RowIssue issue) {
    return new ImportReport(fileName(file), List.of(), List.of(issue), false, false);
  }

  private static String fileName(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static void delete(@Nullable Path directory) {
    if (directory == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      LOG.warn("Temporary directory {} was not removed", directory, e);
    }
  }
}
