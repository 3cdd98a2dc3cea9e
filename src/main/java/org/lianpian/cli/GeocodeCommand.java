package org.lianpian.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lianpian.app.Components;
import org.lianpian.assessment.Locator;
import org.lianpian.export.GeoJson;
import org.lianpian.geocode.BatchGeocoder;
import org.lianpian.geocode.DivisionTable;
import org.lianpian.geocode.GazetteerIndex;
import org.lianpian.geocode.Geocoder;
import org.lianpian.geocode.StructuredGeocoder;
import org.lianpian.model.AdminUnit;
import org.lianpian.model.Community;
import org.lianpian.model.Place;
import org.lianpian.model.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds positions for the communities of a file, or for the rows of a table of addresses. */
@Command(name = "geocode")
final class GeocodeCommand extends FileAnalysis implements Callable<Integer> {
  @Option(names = "--gazetteer", required = true, paramLabel = "FILE")
  @SuppressWarnings("NullAway.Init")
  private Path gazetteer;

  @Option(names = "--admin", paramLabel = "FILE")
  private @Nullable Path admin;

  @Option(names = "--in", paramLabel = "FILE")
  private @Nullable Path in;

  @Option(names = "--resume")
  private boolean resume;

  @Override
  public Integer call() throws IOException {
    Path rows = in;
    Components components = components();
    if (rows != null) {
      return table(rows, components);
    }
    FileInputs inputs = inputs(components, gazetteer);
    List<Community> communities = inputs.read(units(), Community.TYPE);
    List<Place> places = inputs.read(gazetteer, Place.TYPE);
    List<AdminUnit> adminUnits = divisions(inputs);
    inputs.requireNoErrors();
    Locator locator =
        new Locator(places, adminUnits, profile(components), components.assessmentDate());
    List<Locator.Located> located = communities.stream().map(locator::locate).toList();
    List<Verdict> verdicts = located.stream().map(Locator.Located::verdict).toList();
    return finish(
        inputs.metric(), located.stream().map(Locator.Located::community).toList(), verdicts);
  }

  /** Geocodes a table of rows into a table of positions. */
  private int table(Path rows, Components components) throws IOException {
    AddressTable table = AddressTable.read(rows, components.assessmentDate());
    FileInputs inputs = inputs(components, gazetteer);
    List<Place> places = inputs.read(gazetteer, Place.TYPE);
    List<AdminUnit> adminUnits = divisions(inputs);
    inputs.requireNoErrors();
    Geocoder geocoder = new StructuredGeocoder(GazetteerIndex.of(places, adminUnits));
    boolean goOn = resume && Files.exists(out);
    int from = goOn ? PositionTable.rowsIn(out, table.ids()) : 0;
    Map<String, Integer> counts = new TreeMap<>();
    try (ConsoleProgress progress = new ConsoleProgress();
        PositionTable positions = new PositionTable(out, new GeoJson(inputs.metric()), goOn)) {
      new BatchGeocoder(geocoder)
          .run(
              table.queries(),
              from,
              progress,
              (row, result) -> {
                positions.write(table.ids().get(row), result);
                counts.merge(result.getClass().getSimpleName(), 1, Integer::sum);
              });
    }
    spec.commandLine().getOut().println(out + " " + counts);
    return Failures.OK;
  }

  /** Reads the units: a table of {@code gazetteer import} when it ends in .tsv, else any layer. */
  private List<AdminUnit> divisions(FileInputs inputs) throws IOException {
    Path file = admin;
    if (file == null || !file.toString().endsWith(".tsv")) {
      return inputs.read(file, AdminUnit.TYPE);
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      return DivisionTable.read(reader, file.getFileName().toString());
    }
  }
}
