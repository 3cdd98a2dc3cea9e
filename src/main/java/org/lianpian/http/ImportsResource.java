package org.lianpian.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.ingest.Choices;
import org.lianpian.ingest.ColumnMapping;
import org.lianpian.ingest.ImportOptions;
import org.lianpian.ingest.ImportReport;
import org.lianpian.ingest.LayerReport;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.FeatureType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uploads: first a dry run with row-level messages, then a commit, all or nothing.
 *
 * <p>Uploaded files wait in a private temporary directory until they are committed, cancelled or
 * pushed out by later ones.
 */
final class ImportsResource implements HttpApi.Resource {
  private static final Logger LOG = LoggerFactory.getLogger(ImportsResource.class);
  private static final int MAX_WAITING = 10;
  private static final int MAX_FILES = 20;
  private static final Pattern UNSAFE = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");

  /** Files of one upload; {@code main} is the one that is read. */
  private record Upload(String id, Path directory, Path main) {}

  private final HttpServices services;
  private final HttpSettings settings;
  private final Map<String, Upload> waiting = new LinkedHashMap<>();
  private int uploads;

  ImportsResource(HttpServices services, HttpSettings settings) {
    this.services = services;
    this.settings = settings;
  }

  @Override
  public void addRoutes(JavalinConfig config) {
    config.routes.post("/api/imports", this::inspect);
    config.routes.post("/api/imports/{id}/commit", this::commit);
    config.routes.delete("/api/imports/{id}", this::cancel);
  }

  private void inspect(Context ctx) {
    List<UploadedFile> files = ctx.uploadedFiles("file");
    if (files.isEmpty() || files.size() > MAX_FILES) {
      throw ProblemException.badRequest(
          "请选择 1 到 " + MAX_FILES + " 个文件", "Choose 1 to " + MAX_FILES + " files");
    }
    Upload upload = keep(files);
    ImportReport report =
        services.importer().dryRun(upload.main(), ImportOptions.DEFAULTS, services.store());
    ctx.json(view(upload.id(), report));
  }

  private void commit(Context ctx) {
    JsonNode onlyPassing = Params.body(ctx).get("onlyPassing");
    boolean passing = onlyPassing != null && onlyPassing.asBoolean(false);
    Upload upload = get(ctx.pathParam("id"));
    String name = String.valueOf(upload.main().getFileName());
    ImportReport report =
        services
            .importer()
            .commit(
                upload.main(),
                ImportOptions.DEFAULTS.withOnlyPassing(passing),
                services.store(),
                new ChangeContext(
                    settings.actor(),
                    Choices.reason(name, ImportOptions.DEFAULTS.withOnlyPassing(passing)),
                    services.clock().instant()));
    if (!report.committed()) {
      throw new ProblemException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "import-refused",
          "有 " + report.errors() + " 处错误,未写入任何内容;请改正后重传,或选择仅导入通过的行",
          report.errors()
              + " errors, nothing was written; mend them or take in only the rows that pass");
    }
    forget(upload.id());
    ctx.json(view(upload.id(), report));
  }

  private void cancel(Context ctx) {
    forget(get(ctx.pathParam("id")).id());
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private synchronized Upload get(String id) {
    return Optional.ofNullable(waiting.get(id))
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "上传 " + id + " 已过期,请重新上传", "Upload " + id + " has expired; upload again"));
  }

  /** Keeps the files together, as a Shapefile's parts need each other; the first is read. */
  private synchronized Upload keep(List<UploadedFile> files) {
    try {
      Path directory = Files.createTempDirectory("lianpian-upload");
      Path main = null;
      for (UploadedFile file : files) {
        Path target = directory.resolve(safeName(file.filename()));
        try (InputStream content = file.content()) {
          Files.copy(content, target);
        }
        boolean shape = target.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".shp");
        if (main == null || shape) {
          main = target;
        }
      }
      String id = "import-" + ++uploads;
      Upload upload = new Upload(id, directory, main == null ? directory : main);
      waiting.put(id, upload);
      if (waiting.size() > MAX_WAITING) {
        forget(waiting.keySet().iterator().next());
      }
      return upload;
    } catch (IOException e) {
      throw new UncheckedIOException("an upload could not be kept", e);
    }
  }

  private static String safeName(@Nullable String name) {
    String safe = UNSAFE.matcher(name == null ? "" : name).replaceAll("_");
    safe = safe.length() > 150 ? safe.substring(safe.length() - 150) : safe;
    return safe.isBlank() || safe.startsWith(".") ? "upload" + safe : safe;
  }

  private synchronized void forget(String id) {
    Upload upload = waiting.remove(id);
    if (upload == null) {
      return;
    }
    try (Stream<Path> files = Files.list(upload.directory())) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(upload.directory());
    } catch (IOException e) {
      LOG.warn("Upload {} could not be removed from {}", id, upload.directory(), e);
    }
  }

  @Override
  public synchronized void close() {
    List.copyOf(waiting.keySet()).forEach(this::forget);
  }

  private static Map<String, @Nullable Object> view(String id, ImportReport report) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("id", id);
    view.put("file", report.file());
    view.put("committable", report.committable());
    view.put("committed", report.committed());
    view.put("counts", report.counts());
    view.put("issues", report.issues().stream().map(ImportsResource::issue).toList());
    view.put("layers", report.layers().stream().map(ImportsResource::layer).toList());
    return view;
  }

  private static Map<String, @Nullable Object> layer(LayerReport layer) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("name", layer.name());
    FeatureType<?> type = layer.reading().role().type();
    view.put("role", type == null ? null : type.name());
    view.put("roleZh", type == null ? "" : type.zh());
    view.put("roleEn", type == null ? "" : type.en());
    view.put("confidence", layer.reading().role().confidence());
    view.put("rows", layer.rows());
    view.put("crs", layer.reading().crs().toString());
    view.put("mapping", layer.reading().mapping().stream().map(ImportsResource::column).toList());
    view.put("counts", layer.counts());
    view.put("issues", layer.issues().stream().map(ImportsResource::issue).toList());
    view.put("issuesTotal", layer.issuesTotal());
    view.put("errors", layer.errors());
    view.put("notices", layer.reading().notices());
    return view;
  }

  private static Map<String, @Nullable Object> column(ColumnMapping column) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("column", column.column().name());
    view.put("property", column.property());
    view.put("zh", column.zh());
    view.put("en", column.en());
    return view;
  }

  private static Map<String, @Nullable Object> issue(RowIssue issue) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("code", issue.code());
    view.put("severity", issue.severity().name().toLowerCase(java.util.Locale.ROOT));
    view.put("row", issue.row());
    view.put("column", issue.column());
    view.put("cell", issue.cell());
    view.put("value", issue.value());
    view.put("zh", issue.zh());
    view.put("en", issue.en());
    view.put("suggestion", issue.suggestion());
    return view;
  }
}
