package org.lianpian.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lianpian.sewer.profile.HeightDatum;
import org.lianpian.sewer.profile.LongitudinalProfile;
import org.lianpian.sewer.profile.ProfileDrawing;
import org.lianpian.sewer.profile.ProfileSheet;
import org.lianpian.sewer.trace.NetworkPlace;
import org.lianpian.sewer.trace.NetworkQueries;
import org.lianpian.sewer.trace.RouteProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gives the longitudinal section of a way: as data, or drawn when the file ends in .svg. */
@Command(name = "profile")
final class SewerProfileCommand implements Callable<Integer> {
  @Mixin private final SewerSource source = new SewerSource();

  @Mixin private final SewerOutput output = new SewerOutput();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--from", required = true, paramLabel = "ID")
  @SuppressWarnings("NullAway.Init")
  private String from;

  @Option(names = "--to", paramLabel = "ID")
  private @Nullable String to;

  @Option(names = "--sheet", defaultValue = "PRINT", paramLabel = "print|screen")
  @SuppressWarnings("NullAway.Init")
  private ProfileSheet sheet;

  @Option(names = "--height-datum", paramLabel = "NAME")
  private @Nullable String heightDatum;

  @Override
  public Integer call() {
    SewerSource.Loaded loaded = source.load(spec);
    NetworkQueries queries = new NetworkQueries(loaded.input());
    NetworkPlace start = queries.find(from);
    LongitudinalProfile profile =
        RouteProfile.of(queries, start, to == null ? null : queries.find(to));
    String stated = heightDatum;
    HeightDatum datum =
        stated == null ? HeightDatum.assumedFor(loaded.metric()) : HeightDatum.stated(stated);
    if (output.nameEndsWith(".svg")) {
      output.text(ProfileDrawing.of(profile, datum, sheet, Cli.Language.isChinese()), spec);
    } else {
      output.json(profile.toTree(datum), spec);
    }
    return Failures.OK;
  }
}
