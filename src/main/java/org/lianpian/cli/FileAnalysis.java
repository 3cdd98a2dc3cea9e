package org.lianpian.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianpian.app.Components;
import org.lianpian.assessment.AssessmentInput;
import org.lianpian.assessment.VerdictCodes;
import org.lianpian.geo.Crs;
import org.lianpian.ingest.Choices;
import org.lianpian.ingest.ImportOptions;
import org.lianpian.ingest.LayerOptions;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.ExclusionZone;
import org.lianpian.model.Verdict;
import org.lianpian.policy.PolicyProfile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the analyses on plain files have in common: communities in, verdicts out. */
abstract class FileAnalysis {
  @Mixin final Common common = new Common();

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  @Option(names = "--units", paramLabel = "FILE")
  private @Nullable Path units;

  @Option(names = "--out", required = true, paramLabel = "FILE")
  @SuppressWarnings("NullAway.Init")
  Path out;

  @Option(names = "--profile", defaultValue = "OPEN-DATA", paramLabel = "ID")
  @SuppressWarnings("NullAway.Init")
  String profileId;

  @Option(names = "--date", paramLabel = "DATE")
  @Nullable LocalDate date;

  @Option(names = "--crs", paramLabel = "EPSG:n")
  @Nullable String crs;

  @Option(names = "--encoding", paramLabel = "NAME")
  @Nullable String encoding;

  Components components() {
    LocalDate on = date;
    return common.components(on == null ? Map.of() : Map.of("assessment.date", on.toString()));
  }

  PolicyProfile profile(Components components) {
    return components.profile(profileId);
  }

  /** Tells whether files are given; without them an analysis may run on a dataset. */
  boolean hasUnits() {
    return units != null;
  }

  /** Returns the file with the communities. */
  Path units() {
    Path file = units;
    if (file == null) {
      throw new ParameterException(
          spec.commandLine(),
          Cli.Language.say("缺少选项 --units=FILE", "Missing required option: '--units=FILE'"));
    }
    return file;
  }

  FileInputs inputs(Components components) {
    return inputs(components, units());
  }

  FileInputs inputs(Components components, Path first) {
    LayerOptions layer = LayerOptions.NONE.accepting(List.of(LayerOptions.ALL));
    String stated = crs;
    if (stated != null) {
      layer = layer.withCrs(Choices.crs(stated));
    }
    ImportOptions options = ImportOptions.DEFAULTS.withOtherLayers(layer);
    String charset = encoding;
    if (charset != null) {
      options = options.withEncoding(Choices.encoding(charset));
    }
    return new FileInputs(components.importer(), options, first, spec.commandLine().getErr());
  }

  static AssessmentInput input(
      List<Community> communities, List<Building> buildings, List<ExclusionZone> zones) {
    return new AssessmentInput(
        communities,
        buildings,
        List.of(),
        List.of(),
        List.of(),
        zones,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** Writes the verdicts and prints how many there are of each. */
  int finish(Crs metric, List<Community> communities, List<Verdict> verdicts) {
    new VerdictFile(metric).write(communities, verdicts, out);
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, String> labels = new LinkedHashMap<>();
    for (Verdict verdict : verdicts) {
      var label = VerdictCodes.label(verdict.analysis(), verdict.code());
      counts.merge(verdict.code(), 1, Integer::sum);
      labels.put(verdict.code(), Cli.Language.say(label.zh(), label.en()));
    }
    PrintWriter screen = spec.commandLine().getOut();
    List<String> parts = new ArrayList<>();
    counts.forEach((code, count) -> parts.add(labels.get(code) + " " + count));
    screen.println(String.join(", ", parts));
    screen.println(out);
    return Failures.OK;
  }
}
