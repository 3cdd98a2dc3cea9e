package org.lianpian.sewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lianpian.model.Community;
import org.lianpian.model.Medium;
import org.lianpian.model.ServiceConnection;

/**
 * Gives every community of a city its status at once, for maps and for what-if questions: the same
 * statuses, rules and blocking objects as a {@link ConnectionAssessor}, without traces.
 *
 * <p>Communities are read once and can be judged on several networks. Immutable and thread-safe,
 * but for the model. Cost: {@code O(outlets)} and a search for each break that blocks.
 */
public final class StatusPass {
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(
      String communityId, List<ServiceConnection> outlets, SewerResult.Risers risers) {}

  /** Reads communities, buildings and outlets of the input; its pipes are not looked at. */
  public StatusPass(SewerInput input) {
    CommunityRecords records = new CommunityRecords(input);
    for (Community community : records.communities()) {
      entries.add(
          new Entry(community.id(), records.connections(community), records.risers(community)));
    }
  }

  /** Returns one status per community, in the order of their ids. */
  public List<CommunityStatus> run(DrainageModel model) {
    List<CommunityStatus> statuses = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      List<Outlet> outlets = new ArrayList<>(entry.outlets().size());
      for (ServiceConnection connection : entry.outlets()) {
        outlets.add(Outlet.of(connection, model));
      }
      StatusRules rules = new StatusRules(entry.communityId(), outlets, entry.risers());
      StatusRules.Decision decision = rules.decide();
      statuses.add(
          new CommunityStatus(
              entry.communityId(),
              decision.status(),
              decision.rule(),
              decision.blocking(),
              decision.outlet(),
              rules.separation()));
    }
    return statuses;
  }

  private record Outlet(
      ServiceConnection record, int node, OutletConnection connection, DrainageModel model)
      implements OutletFacts {

    static Outlet of(ServiceConnection record, DrainageModel model) {
      int node = model.pipes().findNode(record.nodeId());
      return new Outlet(
          record, node, node < 0 ? OutletConnection.UNKNOWN : model.connectionOf(node), model);
    }

    @Override
    public String connectionId() {
      return record.id();
    }

    @Override
    public String nodeId() {
      return record.nodeId();
    }

    @Override
    public Medium medium() {
      return record.medium();
    }

    @Override
    public boolean isSurveyed() {
      return node >= 0;
    }

    @Override
    public boolean passesSewer() {
      return node >= 0 && model.passesSewer(node);
    }

    @Override
    public Optional<SewerBreak> firstBreak() {
      return node < 0 ? Optional.empty() : model.firstBreak(node, medium(), connection);
    }
  }
}
