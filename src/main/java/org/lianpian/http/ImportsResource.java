package org.lianpian.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianpian.ingest.Choices;
import org.lianpian.ingest.ImportCounts;
import org.lianpian.ingest.ImportOptions;
import org.lianpian.ingest.ImportReport;
import org.lianpian.ingest.LedgerTemplate;
import org.lianpian.ingest.source.ImportLimits;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Community;
import org.lianpian.model.FeatureType;

/**
 * Uploads: a dry run with row-level messages, again with other choices as often as needed, then a
 * commit with exactly the choices that it brings; all or nothing for each file.
 */
final class ImportsResource implements HttpApi.Resource {
  private static final int MAX_FILES = 20;
  private static final int MAX_ROWS = 20;

  /** Uploads that wait may take this many times the largest one. */
  private static final int WAITING_UPLOADS = 4;

  /** As many issues as a person may work through in a spreadsheet. */
  private static final int LISTED_ISSUES = 100_000;

  private final HttpServices services;
  private final HttpSettings settings;
  private final Uploads uploads;

  ImportsResource(HttpServices services, HttpSettings settings) {
    this.services = services;
    this.settings = settings;
    this.uploads = new Uploads(services.clock(), WAITING_UPLOADS * settings.maxUploadBytes());
  }

  @Override
  public void addRoutes(JavalinConfig config) {
    config.routes.get("/api/imports/choices", this::choices);
    config.routes.get("/api/imports/template.xlsx", this::template);
    config.routes.post("/api/imports", this::inspect);
    config.routes.post("/api/imports/{id}/check", this::check);
    config.routes.post("/api/imports/{id}/commit", this::commit);
    config.routes.post("/api/imports/{id}/issues.csv", this::issues);
    config.routes.get("/api/imports/{id}/rows", this::rows);
    config.routes.delete("/api/imports/{id}", this::cancel);
  }

  private void choices(Context ctx) {
    ctx.json(ImportVocabulary.of(services.store().dataset().crs()));
  }

  /** Answers an empty workbook to fill in. */
  private void template(Context ctx) {
    String role = Params.text(ctx, "role", 40);
    FeatureType<?> type =
        Choices.roles().stream()
            .filter(one -> one.name().equals(role.isEmpty() ? Community.TYPE.name() : role))
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "没有“" + role + "”的模板", "There is no template " + role));
    ByteArrayOutputStream workbook = new ByteArrayOutputStream();
    try {
      LedgerTemplate.write(type, workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ctx.contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        .header("Content-Disposition", "attachment; filename=\"" + type.name() + ".xlsx\"")
        .result(workbook.toByteArray());
  }

  private void inspect(Context ctx) {
    List<UploadedFile> files = ctx.uploadedFiles("file");
    if (files.isEmpty() || files.size() > MAX_FILES) {
      throw ProblemException.badRequest(
          "请选择 1 到 " + MAX_FILES + " 个文件", "Choose 1 to " + MAX_FILES + " files");
    }
    List<Uploads.Sent> sent =
        files.stream().map(file -> new Uploads.Sent(file.filename(), file::content)).toList();
    try (Uploads.Use use = uploads.keep(sent)) {
      Map<String, Path> byName = files(use);
      ctx.json(view(use, dryRuns(byName, ImportChoices.NONE, ImportLimits.DEFAULTS)));
    }
  }

  private void check(Context ctx) {
    try (Uploads.Use use = uploads.use(ctx.pathParam("id"))) {
      Map<String, Path> files = files(use);
      ImportChoices choices = ImportChoices.read(Params.body(ctx), files.keySet());
      ctx.json(view(use, dryRuns(files, choices, ImportLimits.DEFAULTS)));
    }
  }

  private void commit(Context ctx) {
    try (Uploads.Use use = uploads.use(ctx.pathParam("id"))) {
      Map<String, Path> files = files(use);
      ImportChoices choices = ImportChoices.read(Params.body(ctx), files.keySet());
      if (files.size() > 1) {
        // a file that would be refused must not leave the others half imported
        requireCommittable(dryRuns(files, choices, ImportLimits.DEFAULTS), choices);
      }
      Map<String, @Nullable ImportReport> reports = new LinkedHashMap<>();
      files.forEach(
          (name, path) ->
              reports.put(name, choices.leavesOut(name) ? null : commit(name, path, choices)));
      requireCommittable(reports, choices);
      use.forget();
      ctx.json(view(use, reports));
    }
  }

  private ImportReport commit(String name, Path path, ImportChoices choices) {
    ImportOptions options = choices.of(name);
    ChangeContext change =
        new ChangeContext(
            settings.actor(), Choices.reason(name, options), services.clock().instant());
    return ImportChoices.fitting(
        name, () -> services.importer().commit(path, options, services.store(), change));
  }

  /** Refuses when nothing would be written, or, unless only what passes is wanted, not all. */
  private static void requireCommittable(
      Map<String, @Nullable ImportReport> reports, ImportChoices choices) {
    boolean any = false;
    ImportReport refused = null;
    for (ImportReport report : reports.values()) {
      if (report != null && !report.isLeftOut()) {
        any |= report.committable();
        refused = refused == null && !report.committable() ? report : refused;
      }
    }
    if (!any || (refused != null && !choices.onlyPassing())) {
      String file = refused == null ? "" : refused.file() + " ";
      long errors = refused == null ? 0 : refused.errors();
      throw new ProblemException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "import-refused",
          file + "有 " + errors + " 处错误,未写入任何内容;请改正后重传,或选择仅导入通过的行",
          file
              + errors
              + " errors, nothing was written; mend them or take in only the rows that pass");
    }
  }

  /** Answers all issues, more than a check shows, as a table. */
  private void issues(Context ctx) {
    try (Uploads.Use use = uploads.use(ctx.pathParam("id"))) {
      Map<String, Path> files = files(use);
      ImportChoices choices = ImportChoices.read(Params.body(ctx), files.keySet());
      IssueCsv csv = new IssueCsv();
      for (ImportReport report :
          dryRuns(files, choices, ImportLimits.DEFAULTS.withIssues(LISTED_ISSUES)).values()) {
        if (report != null) {
          csv.add(report);
        }
      }
      ctx.contentType("text/csv; charset=utf-8")
          .header("Content-Disposition", "attachment; filename=\"issues.csv\"")
          .result(csv.bytes());
    }
  }

  /** Answers some rows as they stand in the file. */
  private void rows(Context ctx) {
    try (Uploads.Use use = uploads.use(ctx.pathParam("id"))) {
      String file = Params.text(ctx, "file", 500);
      Path path = files(use).get(file);
      if (path == null) {
        throw ProblemException.notFound("上传的文件里没有“" + file + "”", "The upload has no file " + file);
      }
      String layer = Params.text(ctx, "layer", 500);
      int from = Params.integer(ctx, "from", 1, 1, Integer.MAX_VALUE);
      int count = Params.integer(ctx, "count", 3, 1, MAX_ROWS);
      String encoding = Params.text(ctx, "encoding", 40);
      ctx.json(
          ImportChoices.fitting(
              file,
              () -> {
                ImportOptions options =
                    encoding.isEmpty()
                        ? ImportOptions.DEFAULTS
                        : ImportOptions.DEFAULTS.withEncoding(Choices.encoding(encoding));
                return ImportViews.rows(
                    services.importer().rows(path, options, layer, from, count));
              }));
    }
  }

  private void cancel(Context ctx) {
    try (Uploads.Use use = uploads.use(ctx.pathParam("id"))) {
      use.forget();
      ctx.status(HttpStatus.NO_CONTENT);
    }
  }

  private Map<String, Path> files(Uploads.Use use) {
    Map<String, Path> byName = new TreeMap<>();
    for (Path file : services.importer().files(use.directory())) {
      byName.put(String.valueOf(file.getFileName()), file);
    }
    return byName;
  }

  /** Checks every file; null stands for one that is left out. */
  private Map<String, @Nullable ImportReport> dryRuns(
      Map<String, Path> files, ImportChoices choices, ImportLimits limits) {
    Map<String, @Nullable ImportReport> reports = new LinkedHashMap<>();
    files.forEach(
        (name, path) ->
            reports.put(
                name,
                choices.leavesOut(name)
                    ? null
                    : ImportChoices.fitting(
                        name,
                        () ->
                            services
                                .importer()
                                .dryRun(
                                    path, choices.of(name).withLimits(limits), services.store()))));
    return reports;
  }

  private static Map<String, Object> view(
      Uploads.Use use, Map<String, @Nullable ImportReport> reports) {
    List<Map<String, @Nullable Object>> files = new ArrayList<>();
    ImportCounts counts = ImportCounts.NONE;
    boolean any = false;
    boolean all = true;
    for (Map.Entry<String, @Nullable ImportReport> entry : reports.entrySet()) {
      ImportReport report = entry.getValue();
      if (report == null) {
        files.add(ImportViews.leftOut(entry.getKey()));
        continue;
      }
      files.add(ImportViews.file(report));
      counts = counts.plus(report.counts());
      any |= report.committable();
      all &= report.committable() || report.isLeftOut();
    }
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", use.id());
    view.put("committable", any && all);
    view.put("counts", counts);
    view.put("files", files);
    return view;
  }

  @Override
  public void close() {
    uploads.close();
  }
}
