package org.lianpian.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lianpian.export.GeoJson;
import org.lianpian.sewer.trace.NetworkPlace;
import org.lianpian.sewer.trace.NetworkQueries;
import org.lianpian.sewer.trace.NetworkTrace;
import org.lianpian.sewer.trace.TraceReport;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Follows water from a node, a pipe or a community: up, down, to the plant, to another place. */
@Command(name = "trace")
final class SewerTraceCommand implements Callable<Integer> {
  @Mixin private final SewerSource source = new SewerSource();

  @Mixin private final SewerOutput output = new SewerOutput();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--from", required = true, paramLabel = "ID")
  @SuppressWarnings("NullAway.Init")
  private String from;

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init")
  private Goal goal;

  /** Where to follow the water to. */
  static final class Goal {
    @Option(names = "--up")
    private boolean up;

    @Option(names = "--down")
    private boolean down;

    @Option(names = "--to-plant")
    private boolean toPlant;

    @Option(names = "--to", paramLabel = "ID")
    private @Nullable String to;
  }

  @Override
  public Integer call() {
    SewerSource.Loaded loaded = source.load(spec);
    NetworkQueries queries = new NetworkQueries(loaded.input());
    NetworkTrace trace = trace(queries);
    TraceReport report = new TraceReport(queries);
    if (output.format() == SewerOutput.Format.GEOJSON) {
      GeoJson geoJson = new GeoJson(loaded.metric());
      output.write(
          out ->
              geoJson.write(
                  report.items(trace).stream()
                      .map(item -> geoJson.feature(item.id(), item.geometry(), item.properties())),
                  out),
          spec);
    } else {
      Map<String, @Nullable Object> tree = new LinkedHashMap<>(report.summary(trace));
      List<Map<String, @Nullable Object>> rows =
          report.items(trace).stream().map(SewerTraceCommand::row).toList();
      tree.put("items", rows);
      output.json(tree, spec);
    }
    return Failures.OK;
  }

  private static Map<String, @Nullable Object> row(TraceReport.Item item) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("id", item.id());
    row.putAll(item.properties());
    return row;
  }

  private NetworkTrace trace(NetworkQueries queries) {
    NetworkPlace start = queries.find(from);
    String other = goal.to;
    if (other != null) {
      return queries.between(start, queries.find(other));
    }
    if (goal.up) {
      return queries.upstream(start);
    }
    return goal.toPlant ? queries.toPlant(start) : queries.downstream(start);
  }
}
