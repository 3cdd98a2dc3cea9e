package org.lianpian.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lianpian.geocode.DivisionTable;
import org.lianpian.geocode.NationalCodes;
import org.lianpian.model.AdminLevel;
import org.lianpian.model.AdminUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prepares what the geocoder knows. */
@Command(name = "gazetteer", subcommands = GazetteerCommand.Import.class)
final class GazetteerCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return 2;
  }

  /** Turns public tables of administrative codes into the table that {@code geocode} reads. */
  @Command(name = "import")
  static final class Import implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--codes", required = true, paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init")
    private Path codes;

    @Option(names = "--streets", paramLabel = "FILE")
    private @Nullable Path streets;

    @Option(names = "--communities", paramLabel = "FILE")
    private @Nullable Path communities;

    @Option(names = "--within", paramLabel = "CODE", split = ",")
    private List<String> within = List.of();

    @Option(names = "--out", required = true, paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Override
    public Integer call() throws IOException {
      List<AdminUnit> units = new ArrayList<>();
      try (Reader reader = Files.newBufferedReader(codes)) {
        units.addAll(NationalCodes.counties(reader, name(codes)));
      }
      add(streets, AdminLevel.STREET, units);
      add(communities, AdminLevel.NEIGHBOURHOOD, units);
      units.removeIf(unit -> !isWithin(unit));
      try (BufferedWriter writer = Files.newBufferedWriter(out)) {
        DivisionTable.write(units, writer);
      }
      spec.commandLine().getOut().println(out + " " + units.size());
      return Failures.OK;
    }

    private static void add(@Nullable Path file, AdminLevel level, List<AdminUnit> units)
        throws IOException {
      if (file != null) {
        try (Reader reader = Files.newBufferedReader(file)) {
          units.addAll(NationalCodes.list(reader, level, name(file)));
        }
      }
    }

    private boolean isWithin(AdminUnit unit) {
      return within.isEmpty() || within.stream().anyMatch(unit.id()::startsWith);
    }

    private static String name(Path file) {
      return file.getFileName().toString();
    }
  }
}
