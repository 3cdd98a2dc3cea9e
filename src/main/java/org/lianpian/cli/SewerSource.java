package org.lianpian.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianpian.app.Components;
import org.lianpian.geo.Crs;
import org.lianpian.ingest.Choices;
import org.lianpian.ingest.ImportOptions;
import org.lianpian.ingest.LayerOptions;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.Manhole;
import org.lianpian.model.Reach;
import org.lianpian.model.ServiceConnection;
import org.lianpian.policy.PolicyProfile;
import org.lianpian.sewer.SewerInput;
import org.lianpian.sewer.SewerParameters;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the drainage network comes from: a dataset unless files are given. */
final class SewerSource {
  private static final List<String> ROLES =
      List.of("pipes", "nodes", "connections", "communities", "buildings");

  @Mixin private final Common common = new Common();

  @Option(names = "--pipes", paramLabel = "FILE")
  private @Nullable Path pipes;

  @Option(names = "--nodes", paramLabel = "FILE")
  private @Nullable Path nodes;

  @Option(names = "--connections", paramLabel = "FILE")
  private @Nullable Path connections;

  @Option(
      names = {"--communities", "--units"},
      paramLabel = "FILE")
  private @Nullable Path communities;

  @Option(names = "--buildings", paramLabel = "FILE")
  private @Nullable Path buildings;

  @Option(names = "--inp", paramLabel = "FILE")
  private @Nullable Path model;

  @Option(names = "--map", paramLabel = "LAYER.COLUMN=PROPERTY")
  private final Map<String, String> columns = new LinkedHashMap<>();

  @Option(names = "--profile", defaultValue = "OPEN-DATA", paramLabel = "ID")
  @SuppressWarnings("NullAway.Init")
  private String profileId;

  @Option(names = "--date", paramLabel = "DATE")
  private @Nullable LocalDate date;

  @Option(names = "--crs", paramLabel = "EPSG:n")
  private @Nullable String crs;

  @Option(names = "--encoding", paramLabel = "NAME")
  private @Nullable String encoding;

  /**
   * What was read.
   *
   * @param profile applies to it
   */
  record Loaded(SewerInput input, Crs metric, PolicyProfile profile, LocalDate on) {}

  Components components() {
    LocalDate on = date;
    return common.components(on == null ? Map.of() : Map.of("assessment.date", on.toString()));
  }

  Loaded load(CommandSpec spec) {
    Components components = components();
    if (model == null && pipes == null && nodes == null) {
      return fromDataset(components);
    }
    if (model != null && (pipes != null || nodes != null)) {
      throw new ParameterException(
          spec.commandLine(),
          Cli.Language.say(
              "--inp 已含管线和节点,不能再给 --pipes、--nodes",
              "--inp brings pipes and nodes; --pipes and --nodes cannot be given too"));
    }
    if (model == null && (pipes == null || nodes == null)) {
      throw new ParameterException(
          spec.commandLine(),
          Cli.Language.say("--pipes 与 --nodes 须同时给出", "--pipes and --nodes go together"));
    }
    return fromFiles(components, spec);
  }

  private Loaded fromDataset(Components components) {
    try (FeatureStore store = components.openStore()) {
      PolicyProfile profile = components.profile(store.dataset().profile());
      LocalDate on = components.assessmentDate();
      SewerInput input = SewerInput.read(store, SewerParameters.from(profile, on));
      return new Loaded(input, store.dataset().crs(), profile, on);
    }
  }

  private Loaded fromFiles(Components components, CommandSpec spec) {
    Map<String, Map<String, String>> chosen = columnsByRole();
    Path nodesOf = model == null ? nodes : model;
    Path pipesOf = model == null ? pipes : model;
    Path connectionsOf = connections == null ? model : connections;
    FileInputs inputs =
        new FileInputs(
            components.importer(),
            options(chosen.getOrDefault("nodes", Map.of())),
            Objects.requireNonNull(nodesOf),
            spec.commandLine().getErr());
    PolicyProfile profile = components.profile(profileId);
    LocalDate on = components.assessmentDate();
    SewerInput input =
        new SewerInput(
            inputs.read(communities, Community.TYPE, chosen.getOrDefault("communities", Map.of())),
            inputs.read(buildings, Building.TYPE, chosen.getOrDefault("buildings", Map.of())),
            inputs.read(nodesOf, Manhole.TYPE, chosen.getOrDefault("nodes", Map.of())),
            inputs.read(pipesOf, Reach.TYPE, chosen.getOrDefault("pipes", Map.of())),
            inputs.read(
                connectionsOf,
                ServiceConnection.TYPE,
                chosen.getOrDefault("connections", Map.of())),
            SewerParameters.from(profile, on));
    inputs.requireNoErrors();
    return new Loaded(input, inputs.metric(), profile, on);
  }

  private ImportOptions options(Map<String, String> columnsOfNodes) {
    LayerOptions layer =
        LayerOptions.NONE.accepting(List.of(LayerOptions.ALL)).withColumns(columnsOfNodes);
    String stated = crs;
    if (stated != null) {
      layer = layer.withCrs(Choices.crs(stated));
    }
    ImportOptions options = ImportOptions.DEFAULTS.withOtherLayers(layer);
    String charset = encoding;
    return charset == null ? options : options.withEncoding(Choices.encoding(charset));
  }

  /** Returns what each layer's columns bring; {@code nodes.点号=@id} is one of them. */
  private Map<String, Map<String, String>> columnsByRole() {
    Map<String, Map<String, String>> byRole = new HashMap<>();
    ROLES.forEach(role -> byRole.put(role, new LinkedHashMap<>()));
    columns.forEach(
        (column, property) -> {
          int dot = column.indexOf('.');
          Map<String, String> own = dot < 0 ? null : byRole.get(column.substring(0, dot));
          if (own == null) {
            Set<String> roles = new TreeSet<>(ROLES);
            throw new IllegalArgumentException(
                Cli.Language.say(
                    "--map 须写作 图层.列名=属性,图层为 " + roles + ",收到:" + column,
                    "--map must be LAYER.COLUMN=PROPERTY, the layer one of "
                        + roles
                        + ", was "
                        + column));
          }
          own.put(column.substring(dot + 1), property);
        });
    return byRole;
  }
}
