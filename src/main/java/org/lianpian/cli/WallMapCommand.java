package org.lianpian.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lianpian.app.Components;
import org.lianpian.app.ConfigKey;
import org.lianpian.http.WallMaps;
import org.lianpian.model.Analysis;
import org.lianpian.model.FeatureStore;
import org.lianpian.region.PlanScenarios;
import org.lianpian.wallmap.Paper;
import org.lianpian.wallmap.WallMap;
import org.lianpian.wallmap.WallMapContent;
import org.lianpian.wallmap.WallMapRequest;
import org.lianpian.wallmap.WallMapSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a wall map as PDF or PNG. */
@Command(name = "wall-map")
final class WallMapCommand implements Callable<Integer> {
  @Mixin private final Common common = new Common();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--paper", defaultValue = "A3")
  @SuppressWarnings("NullAway.Init")
  private Paper paper;

  @Option(names = "--portrait")
  private boolean portrait;

  @Option(names = "--scale")
  private @Nullable Integer scale;

  @Option(names = "--theme", defaultValue = "PACKAGE")
  @SuppressWarnings("NullAway.Init")
  private Analysis theme;

  @Option(names = "--title", defaultValue = "")
  @SuppressWarnings("NullAway.Init")
  private String title;

  @Option(names = "--unit", defaultValue = "")
  @SuppressWarnings("NullAway.Init")
  private String unit;

  @Option(names = "--dpi", defaultValue = "96")
  private int dpi;

  @Option(names = "--out", required = true)
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Override
  public Integer call() throws IOException {
    Components components = common.components();
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (!name.endsWith(".pdf") && !name.endsWith(".png")) {
      throw new IllegalArgumentException(
          Cli.Language.say(
              "文件名须以 .pdf 或 .png 结尾:" + file, "The file must end in .pdf or .png: " + file));
    }
    WallMap printer = components.wallMap();
    Path part = file.resolveSibling(file.getFileName() + ".part");
    WallMapSummary summary;
    try (FeatureStore store = components.openStore()) {
      WallMaps maps =
          new WallMaps(
              store, components.profile(store.dataset().profile()), new PlanScenarios(store));
      WallMapContent content =
          maps.content(theme, Cli.Language.isChinese(), components.assessmentDate());
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        WallMapRequest request = request(components, store);
        summary =
            name.endsWith(".pdf")
                ? printer.writePdf(request, content, out)
                : printer.writePng(request, content, dpi, out);
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(part);
        throw e;
      }
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    spec.commandLine()
        .getOut()
        .println(
            file
                + Cli.Language.say(
                    ":" + paper + ",1:" + summary.scale() + "," + summary.communities() + " 个小区",
                    ": "
                        + paper
                        + ", 1:"
                        + summary.scale()
                        + ", "
                        + summary.communities()
                        + " communities"));
    return Failures.OK;
  }

  private WallMapRequest request(Components components, FeatureStore store) {
    String review = components.config().get(ConfigKey.MAP_REVIEW_NUMBER);
    return new WallMapRequest(
        paper,
        !portrait,
        scale,
        null,
        theme,
        title.isEmpty()
            ? store.dataset().name() + Cli.Language.say(" " + theme.zh() + "图", ": " + theme.en())
            : title,
        unit,
        review.isEmpty() ? null : review,
        Cli.Language.isChinese());
  }
}
