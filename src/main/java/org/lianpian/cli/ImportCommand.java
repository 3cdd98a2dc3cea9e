package org.lianpian.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lianpian.app.Components;
import org.lianpian.app.ConfigKey;
import org.lianpian.geo.Crs;
import org.lianpian.geo.MetricCrs;
import org.lianpian.ingest.Choices;
import org.lianpian.ingest.ImportOptions;
import org.lianpian.ingest.ImportPreview;
import org.lianpian.ingest.ImportReport;
import org.lianpian.ingest.Importer;
import org.lianpian.ingest.LayerOptions;
import org.lianpian.ingest.LedgerTemplate;
import org.lianpian.model.Community;
import org.lianpian.model.Dataset;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.lianpian.policy.PolicyProfile;
import org.locationtech.jts.geom.Envelope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes files into a dataset, which is made when there is none. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
  private static final String DEFAULT_PROFILE = "OPEN-DATA";

  /** Half a zone and a little: districts do not end where zones do. */
  private static final double NEAR_MERIDIAN_DEGREES = 1.75;

  @Mixin private final Common common = new Common();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "FILE")
  private final List<Path> files = new ArrayList<>();

  @Option(names = "--template", paramLabel = "FILE.xlsx")
  private @Nullable Path template;

  @Option(names = "--dry-run")
  private boolean dryRun;

  @Option(names = "--only-passing")
  private boolean onlyPassing;

  @Option(names = "--profile", defaultValue = DEFAULT_PROFILE, paramLabel = "ID")
  @SuppressWarnings("NullAway.Init")
  private String profile;

  @Option(names = "--name", paramLabel = "NAME")
  private @Nullable String name;

  @Option(names = "--role", paramLabel = "LAYER")
  private @Nullable String role;

  @Option(names = "--crs", paramLabel = "EPSG:n")
  private @Nullable String crs;

  @Option(names = "--datum", paramLabel = "DATUM")
  private @Nullable String datum;

  @Option(names = "--encoding", paramLabel = "NAME")
  private @Nullable String encoding;

  @Option(names = "--accept", paramLabel = "CODE")
  private final List<String> accepted = new ArrayList<>();

  @Option(names = "--column", paramLabel = "COLUMN=PROPERTY")
  private final Map<String, String> columns = new LinkedHashMap<>();

  @Option(names = "--estate", paramLabel = "ROW=ID")
  private final Map<Long, String> estates = new LinkedHashMap<>();

  @Option(names = "--issues", defaultValue = "50")
  private int maxIssues;

  @Override
  public Integer call() {
    if (template != null) {
      return writeTemplate(template);
    }
    if (files.isEmpty()) {
      throw new IllegalArgumentException(
          Cli.Language.say("请写出要导入的文件", "Name the files to take in"));
    }
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new IllegalArgumentException(Cli.Language.say("找不到文件:", "There is no file ") + file);
      }
    }
    Components components = common.components();
    Importer importer = components.importer();
    PrintWriter out = spec.commandLine().getOut();
    try (FeatureStore store = open(components, importer, out)) {
      return importAll(components, importer, store, out);
    }
  }

  private int importAll(
      Components components, Importer importer, FeatureStore store, PrintWriter out) {
    ImportPrinter printer = new ImportPrinter(out, maxIssues);
    boolean complete = true;
    for (Path file : files) {
      ImportReport report =
          dryRun
              ? importer.dryRun(file, options(), store)
              : importer.commit(
                  file,
                  options(),
                  store,
                  components.change(Choices.reason(String.valueOf(file.getFileName()), options())));
      printer.print(file, report);
      complete &= report.committable();
      if (!dryRun && !report.committed()) {
        out.println(
            Cli.Language.say(
                "  未写入任何内容;改正后重新导入,或用 --only-passing 只导入通过的行",
                "  Nothing was written; mend the rows, or take in only those that pass:"
                    + " --only-passing"));
      }
    }
    return complete ? Failures.OK : Failures.BAD_INPUT;
  }

  private int writeTemplate(Path file) {
    String wanted = role == null ? Community.TYPE.name() : role;
    FeatureType<?> type =
        Choices.roles().stream()
            .filter(one -> one.name().equals(wanted))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        Cli.Language.say("没有模板:", "There is no template ") + wanted));
    try (OutputStream out = Files.newOutputStream(file)) {
      LedgerTemplate.write(type, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    spec.commandLine().getOut().println(file);
    return Failures.OK;
  }

  private FeatureStore open(Components components, Importer importer, PrintWriter out) {
    if (components.storeExists()) {
      return components.openStore();
    }
    PolicyProfile policy = components.profile(profile);
    Crs metric = metricCrs(components, importer, policy);
    String title = name;
    if (profile.equals(DEFAULT_PROFILE)) {
      out.println(
          Cli.Language.say(
              "未指定政策方案,采用 OPEN-DATA(全部为我方默认值);可用 --profile 指定",
              "No policy profile was stated: OPEN-DATA applies, all of it our defaults; see --profile"));
    }
    Dataset dataset =
        new Dataset(
            title == null ? components.config().get(ConfigKey.STORE) : title,
            metric,
            policy.id(),
            false);
    return dryRun
        ? components.createStore(scratch().toString(), dataset)
        : components.createStore(dataset);
  }

  /** A dry run into a dataset that does not exist yet must not leave one behind. */
  private static Path scratch() {
    try {
      Path directory = Files.createTempDirectory("lianpian-dry-run");
      directory.toFile().deleteOnExit();
      Path file = directory.resolve("scratch.gpkg");
      for (String suffix : List.of("", "-wal", "-shm")) {
        file.resolveSibling(file.getFileName() + suffix).toFile().deleteOnExit();
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary directory can be made", e);
    }
  }

  /**
   * Returns the profile's CRS when the data lies in or near its zone, else the zone of the data:
   * far from its meridian a Gauss-Krüger distance is wrong by centimetres in 50 m.
   */
  private Crs metricCrs(Components components, Importer importer, PolicyProfile policy) {
    Optional<Crs> stated =
        policy
            .find("crs.metric", components.assessmentDate())
            .map(value -> Crs.parse(String.valueOf(value.value())));
    for (Path file : files) {
      ImportPreview preview = importer.inspect(file, options());
      Envelope extent = preview.extent();
      Crs zone = preview.metricCrs();
      if (extent != null && zone != null) {
        return stated.filter(crs -> liesNear(extent.centre().x, crs)).orElse(zone);
      }
    }
    return stated.orElseThrow(
        () ->
            new IllegalArgumentException(
                Cli.Language.say(
                    "无法确定投影坐标系:没有可用的坐标;请先导入有坐标的文件,或用 --profile 指定政策方案",
                    "The metric CRS is not known: import a located file first or state --profile")));
  }

  private static boolean liesNear(double longitude, Crs crs) {
    return MetricCrs.of(crs)
        .map(metric -> Math.abs(longitude - metric.centralMeridian()) <= NEAR_MERIDIAN_DEGREES)
        .orElse(false);
  }

  private ImportOptions options() {
    LayerOptions layer = LayerOptions.NONE;
    if (role != null) {
      layer = layer.withRole(role);
    }
    if (crs != null) {
      layer = layer.withCrs(Choices.crs(crs));
    }
    if (datum != null) {
      layer = layer.withDatum(Choices.datum(datum));
    }
    ImportOptions options =
        ImportOptions.DEFAULTS
            .withOtherLayers(
                layer.accepting(accepted).withColumns(columnUses()).withEstates(estateIds()))
            .withOnlyPassing(onlyPassing);
    return encoding == null ? options : options.withEncoding(Choices.encoding(encoding));
  }

  /** Reads the names of uses as people may type them: 不导入 and none leave a column out. */
  private Map<String, String> columnUses() {
    Map<String, String> uses = new LinkedHashMap<>();
    columns.forEach(
        (column, use) ->
            uses.put(
                column, use.equals("none") || use.equals("不导入") ? LayerOptions.NOT_IMPORTED : use));
    return uses;
  }

  private Map<Long, String> estateIds() {
    Map<Long, String> ids = new LinkedHashMap<>();
    estates.forEach(
        (row, id) ->
            ids.put(row, id.equals("new") || id.equals("新") ? LayerOptions.NEW_ESTATE : id));
    return ids;
  }
}
