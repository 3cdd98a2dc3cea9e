package org.lianpian.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.lianpian.app.Components;
import org.lianpian.export.CsvExport;
import org.lianpian.export.GeoJson;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.lianpian.store.StoreCopier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a layer as GeoJSON or CSV, or the whole dataset as a GeoPackage. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
  @Mixin private final Common common = new Common();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "LAYER", defaultValue = "community")
  @SuppressWarnings("NullAway.Init")
  private String layer;

  @Option(names = "--out", required = true)
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Override
  public Integer call() throws IOException {
    Components components = common.components();
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    try (FeatureStore store = components.openStore()) {
      if (name.endsWith(".gpkg")) {
        exportDataset(components, store);
      } else if (name.endsWith(".csv") || name.endsWith(".geojson") || name.endsWith(".json")) {
        exportLayer(store, find(store, layer), name.endsWith(".csv"));
      } else {
        throw new IllegalArgumentException(
            Cli.Language.say(
                "文件名须以 .geojson、.csv 或 .gpkg 结尾:" + file,
                "The file must end in .geojson, .csv or .gpkg: " + file));
      }
    }
    spec.commandLine().getOut().println(file);
    return Failures.OK;
  }

  private void exportDataset(Components components, FeatureStore store) {
    try (FeatureStore target = components.createStore(file.toString(), store.dataset());
        ConsoleProgress progress = new ConsoleProgress()) {
      StoreCopier.copyWithoutPersons(store, target, components.change("导出 / export"), progress);
    }
  }

  private <T extends Feature> void exportLayer(FeatureStore store, FeatureType<T> type, boolean csv)
      throws IOException {
    GeoJson geoJson = new GeoJson(store.dataset().crs());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (Stream<T> features = store.stream(type);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
      if (csv) {
        new CsvExport(geoJson).write(type, features, out);
      } else {
        geoJson.write(features.map(feature -> geoJson.feature(type, feature, Map.of())), out);
      }
    }
    Files.move(part, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static FeatureType<?> find(FeatureStore store, String name) {
    return store.types().stream()
        .filter(type -> type.name().equals(name) || type.zh().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Cli.Language.say("没有图层 ", "There is no layer ")
                        + name
                        + ": "
                        + String.join(
                            ", ", store.types().stream().map(FeatureType::name).toList())));
  }
}
