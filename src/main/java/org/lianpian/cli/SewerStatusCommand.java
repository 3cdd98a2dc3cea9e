package org.lianpian.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianpian.export.GeoJson;
import org.lianpian.model.Community;
import org.lianpian.model.Manhole;
import org.lianpian.model.ServiceConnection;
import org.lianpian.model.Verdict;
import org.lianpian.sewer.DrainageModel;
import org.lianpian.sewer.OutletResult;
import org.lianpian.sewer.SewerInput;
import org.lianpian.sewer.SewerTrees;
import org.lianpian.sewer.SewerVerdicts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Says of each community whether its sewage is separated and reaches the plant, and of each outlet
 * that belongs to no community where its water goes.
 */
@Command(name = "status")
final class SewerStatusCommand implements Callable<Integer> {
  @Mixin private final SewerSource source = new SewerSource();

  @Mixin private final SewerOutput output = new SewerOutput();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    SewerSource.Loaded loaded = source.load(spec);
    SewerInput input = loaded.input();
    List<Verdict> verdicts = verdicts(loaded);
    List<OutletResult> outlets = outletsWithoutCommunity(input);
    if (output.format() == SewerOutput.Format.GEOJSON) {
      writeFeatures(loaded, verdicts, outlets);
    } else {
      Map<String, @Nullable Object> tree = new LinkedHashMap<>();
      tree.put("profile", loaded.profile().id());
      tree.put("profile_version", loaded.profile().version());
      tree.put("date", loaded.on().toString());
      tree.put("counts", counts(verdicts));
      tree.put("communities", verdicts.stream().map(SewerStatusCommand::tree).toList());
      tree.put("outlets", outlets.stream().map(SewerStatusCommand::tree).toList());
      output.json(tree, spec);
    }
    return Failures.OK;
  }

  private List<Verdict> verdicts(SewerSource.Loaded loaded) {
    try (ConsoleProgress progress = new ConsoleProgress()) {
      return source
          .components()
          .engines()
          .connectionAssessor()
          .assess(loaded.input(), progress)
          .stream()
          .map(result -> SewerVerdicts.of(result, loaded.profile(), loaded.on()))
          .toList();
    }
  }

  private static List<OutletResult> outletsWithoutCommunity(SewerInput input) {
    Set<String> known = input.communities().stream().map(Community::id).collect(Collectors.toSet());
    List<ServiceConnection> alone =
        input.connections().stream()
            .filter(connection -> !known.contains(connection.communityId()))
            .sorted((a, b) -> a.id().compareTo(b.id()))
            .toList();
    if (alone.isEmpty()) {
      return List.of();
    }
    DrainageModel model = DrainageModel.of(input);
    return alone.stream().map(model::judge).toList();
  }

  private static Map<String, Long> counts(List<Verdict> verdicts) {
    return verdicts.stream()
        .collect(Collectors.groupingBy(Verdict::code, LinkedHashMap::new, Collectors.counting()));
  }

  private static Map<String, @Nullable Object> tree(Verdict verdict) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("id", verdict.subjectId());
    tree.put("status", verdict.code());
    tree.put("zh", verdict.zh());
    tree.put("en", verdict.en());
    tree.put("input_hash", verdict.inputHash());
    tree.putAll(verdict.evidence());
    return tree;
  }

  private static Map<String, @Nullable Object> tree(OutletResult outlet) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("id", outlet.connectionId());
    tree.put("node", outlet.nodeId());
    tree.put("connection", outlet.connection().name());
    tree.put("zh", outlet.connection().zh());
    tree.put("en", outlet.connection().en());
    tree.put("breaks", outlet.breaks().stream().map(SewerTrees::found).toList());
    tree.put("terminals", outlet.trace().terminals().stream().map(SewerTrees::terminal).toList());
    return tree;
  }

  private void writeFeatures(
      SewerSource.Loaded loaded, List<Verdict> verdicts, List<OutletResult> outlets) {
    GeoJson geoJson = new GeoJson(loaded.metric());
    VerdictFile file = new VerdictFile(loaded.metric());
    List<Map<String, @Nullable Object>> features =
        new ArrayList<>(file.features(loaded.input().communities(), verdicts).toList());
    Map<String, Manhole> nodes =
        loaded.input().manholes().stream()
            .collect(Collectors.toMap(Manhole::id, node -> node, (a, b) -> a));
    for (OutletResult outlet : outlets) {
      Manhole node = nodes.get(outlet.nodeId());
      features.add(
          geoJson.feature(
              outlet.connectionId(), node == null ? null : node.geometry(), tree(outlet)));
    }
    output.write(out -> geoJson.write(features.stream(), out), spec);
  }
}
