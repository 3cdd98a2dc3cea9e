package org.lianpian.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.ingest.ImportOptions;
import org.lianpian.ingest.ImportPreview;
import org.lianpian.ingest.Importer;
import org.lianpian.ingest.ReadResult;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureType;

/**
 * Reads plain files for one analysis into one metric CRS, without a dataset.
 *
 * <p>Rows that cannot be used are said on standard error and end the command with exit code 2,
 * since an answer over part of the data would look like an answer over all of it.
 */
final class FileInputs {
  private final Importer importer;
  private final ImportOptions options;
  private final Crs metric;
  private final PrintWriter err;
  private int errors;

  /** Chooses the metric CRS by where the first file lies. */
  FileInputs(Importer importer, ImportOptions options, Path first, PrintWriter err) {
    this.importer = importer;
    this.options = options;
    this.err = err;
    ImportPreview preview = importer.inspect(first, options);
    print(first, preview.issues());
    Crs crs = preview.metricCrs();
    if (crs == null) {
      throw new IllegalArgumentException(
          Cli.Language.say(
              "文件中没有可用的坐标:" + first + ";如为投影坐标请用 --crs 说明",
              "There are no usable coordinates in " + first + "; state projected ones by --crs"));
    }
    this.metric = crs;
  }

  Crs metric() {
    return metric;
  }

  /** Reads all features of a type from a file; none when there is no file. */
  <T extends Feature> List<T> read(@Nullable Path file, FeatureType<T> type) {
    return read(file, type, Map.of());
  }

  /** Does so with the properties that some of its columns were said to bring. */
  <T extends Feature> List<T> read(
      @Nullable Path file, FeatureType<T> type, Map<String, String> columns) {
    if (file == null) {
      return List.of();
    }
    ImportOptions own =
        columns.isEmpty()
            ? options
            : options.withOtherLayers(options.otherLayers().withColumns(columns));
    ReadResult<T> result = importer.read(file, type, own, metric);
    print(file, result.issues());
    errors += (int) result.issues().stream().filter(ImportPrinter::isError).count();
    return result.features();
  }

  private void print(Path file, List<RowIssue> issues) {
    for (RowIssue issue : issues) {
      // the option that names the file says what it holds: nothing to confirm
      if (!issue.code().equals("role.unsure")) {
        err.println(ImportPrinter.line(file, issue));
      }
    }
  }

  <T extends Feature> List<T> readAll(List<Path> files, FeatureType<T> type) {
    List<T> all = new ArrayList<>();
    files.forEach(file -> all.addAll(read(file, type)));
    return all;
  }

  /** Ends the command when any row could not be read. */
  void requireNoErrors() {
    if (errors > 0) {
      throw new IllegalArgumentException(
          Cli.Language.say(errors + " 处数据有误,见上", errors + " rows could not be read, see above"));
    }
  }
}
