package org.lianpian.cli;

import java.util.concurrent.Callable;
import org.lianpian.app.Components;
import org.lianpian.model.FeatureStore;
import org.lianpian.store.CopyReport;
import org.lianpian.store.StoreCopier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies a dataset from one store to a new one and compares both. */
@Command(name = "copy")
final class CopyCommand implements Callable<Integer> {
  @Mixin private final Common common = new Common();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FROM")
  @SuppressWarnings("NullAway.Init")
  private String from;

  @Parameters(index = "1", paramLabel = "TO")
  @SuppressWarnings("NullAway.Init")
  private String to;

  @Override
  public Integer call() {
    Components components = common.components();
    try (FeatureStore source = components.openStore(from);
        FeatureStore target = components.createStore(to, source.dataset());
        ConsoleProgress progress = new ConsoleProgress()) {
      CopyReport report =
          StoreCopier.copy(source, target, components.change("复制 / copy from " + from), progress);
      for (CopyReport.TypeCopy type : report.types()) {
        spec.commandLine()
            .getOut()
            .printf("%-20s %10d  %s%n", type.type(), type.targetCount(), type.targetChecksum());
      }
      return report.matches() ? Failures.OK : Failures.OUR_FAILURE;
    }
  }
}
