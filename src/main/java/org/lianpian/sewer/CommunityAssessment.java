package org.lianpian.sewer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lianpian.model.Community;
import org.lianpian.model.ConnectionEvidence;
import org.lianpian.model.Progress;
import org.lianpian.model.ServiceConnection;

/** Puts together what is known of each community once its outlets can be judged. */
final class CommunityAssessment {
  private final CommunityRecords records;
  private final SewerParameters parameters;
  private final List<TopologyIssue> issues;
  private final Map<String, List<Integer>> issuesOn = new HashMap<>();
  private final OutletJudge judge;
  private final UsedInputs used;

  /**
   * @param network of the input
   */
  CommunityAssessment(SewerInput input, SewerNetwork network, OutletJudge judge) {
    this.records = new CommunityRecords(input);
    this.parameters = input.parameters();
    this.issues = TopologyCheck.of(network);
    this.judge = judge;
    for (int i = 0; i < issues.size(); i++) {
      // a defect of a whole part of the network is not one of the way through it
      if (issues.get(i).code() != TopologyCode.ISOLATED_PART) {
        for (String id : issues.get(i).objectIds()) {
          issuesOn.computeIfAbsent(id, any -> new ArrayList<>()).add(i);
        }
      }
    }
    used = new UsedInputs(network, input);
  }

  List<SewerResult> assess(Progress progress) {
    List<SewerResult> results = new ArrayList<>();
    for (Community community : records.communities()) {
      progress.report("sewer", results.size(), records.communities().size());
      results.add(assess(community));
    }
    progress.report("sewer", results.size(), results.size());
    return results;
  }

  private SewerResult assess(Community community) {
    List<ServiceConnection> own = records.connections(community);
    List<OutletResult> outlets = own.stream().map(judge::judge).toList();
    SewerResult.Risers risers = records.risers(community);
    StatusRules rules = new StatusRules(community.id(), outlets, risers);
    StatusRules.Decision decision = rules.decide();
    boolean renovated = community.renovatedYear() != null || community.acceptedOn() != null;
    List<TopologyIssue> concerned = issuesOn(outlets);
    return new SewerResult(
        community.id(),
        community.name(),
        decision.status(),
        decision.rule(),
        decision.blocking(),
        decision.outlet(),
        rules.separation(),
        outlets.stream()
            .filter(OutletResult::carriesSewage)
            .allMatch(outlet -> outlet.evidence() != ConnectionEvidence.NONE),
        renovated && decision.status() != DrainageStatus.SEPARATED_CONNECTED,
        outlets,
        risers,
        concerned,
        parameters,
        used.hash(community, records.buildings(community), own, outlets, concerned));
  }

  /** Returns the defects at the pipes and nodes that the community's water passes. */
  private List<TopologyIssue> issuesOn(List<OutletResult> outlets) {
    BitSet found = new BitSet();
    Consumer<String> look = id -> issuesOn.getOrDefault(id, List.of()).forEach(found::set);
    for (OutletResult outlet : outlets) {
      outlet.trace().nodeIds().forEach(look);
      outlet.trace().edges().forEach(edge -> look.accept(edge.id()));
      outlet.breaks().forEach(one -> look.accept(one.objectId()));
    }
    return found.stream().mapToObj(issues::get).toList();
  }
}
