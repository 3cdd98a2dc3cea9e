package org.lianpian.cli;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lianpian.app.Components;
import org.lianpian.model.FeatureStore;
import org.lianpian.policy.PolicyProfile;
import org.lianpian.sewer.SewerInput;
import org.lianpian.sewer.SewerParameters;
import org.lianpian.sewer.ledger.ConnectionLedger;
import org.lianpian.sewer.ledger.LedgerView;
import org.lianpian.sewer.trace.NetworkQueries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the ledger of connections of a dataset, or the projects to look at again; no persons. */
@Command(name = "ledger")
final class SewerLedgerCommand implements Callable<Integer> {
  @Mixin private final Common common = new Common();

  @Mixin private final SewerOutput output = new SewerOutput();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--community", paramLabel = "ID")
  private @Nullable String community;

  @Option(names = "--look-back")
  private boolean lookBack;

  @Override
  public Integer call() {
    Components components = common.components();
    try (FeatureStore store = components.openStore()) {
      PolicyProfile profile = components.profile(store.dataset().profile());
      LocalDate on = components.assessmentDate();
      NetworkQueries queries =
          new NetworkQueries(SewerInput.read(store, SewerParameters.from(profile, on)));
      LedgerView view =
          new LedgerView(queries, queries.statuses(), new ConnectionLedger(store), profile, on);
      String id = community;
      if (lookBack) {
        output.json(view.lookBack(), spec);
      } else {
        output.json(
            Map.of("items", id == null ? view.all() : view.ofCommunity(queries.find(id).id())),
            spec);
      }
    }
    return Failures.OK;
  }
}
