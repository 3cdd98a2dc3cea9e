package org.lianpian.sewer;

import java.util.List;
import java.util.Locale;
import org.lianpian.model.Feature;
import org.lianpian.model.Reach;

/** Words what was missing, inferred or disputed when pipes and nodes were joined. */
final class JoinIssues {
  private JoinIssues() {}

  static TopologyIssue duplicateId(Feature twin, String zh, String en) {
    return new TopologyIssue(
        TopologyCode.DUPLICATE_ID,
        List.of(twin.id()),
        zh + " " + twin.id() + " 编号重复,只取其一",
        en + " " + twin.id() + " is there more than once; one is used",
        twin.geometry());
  }

  static TopologyIssue startEqualsEnd(Reach reach, String nodeId) {
    return issue(
        TopologyCode.START_EQUALS_END,
        reach,
        nodeId,
        "起终点为同一节点 " + nodeId,
        "starts and ends at " + nodeId);
  }

  static TopologyIssue noPlace(Reach reach) {
    return issue(
        TopologyCode.MISSING_NODE, reach, "", "无节点编号也无图形", "has neither node id nor shape");
  }

  static TopologyIssue unsurveyed(Reach reach, String nodeId) {
    return issue(
        TopologyCode.MISSING_NODE,
        reach,
        nodeId,
        "节点 " + nodeId + " 不在节点表中",
        nodeId + " is not surveyed");
  }

  static TopologyIssue unsurveyedPlace(Reach reach, String nodeId) {
    return issue(TopologyCode.MISSING_NODE, reach, nodeId, "管端无节点", "ends without a node");
  }

  static TopologyIssue inferred(Reach reach, String nodeId, double metres) {
    return issue(
        TopologyCode.INFERRED_JOIN,
        reach,
        nodeId,
        String.format(Locale.ROOT, "端点距节点 %s %.2f m,推断相连", nodeId, metres),
        String.format(Locale.ROOT, "ends %.2f m from %s, taken as joined", metres, nodeId));
  }

  /**
   * @param other the node at which the line ends, or empty
   */
  static TopologyIssue conflict(Reach reach, String nodeId, double metres, String other) {
    return issue(
        TopologyCode.JOIN_CONFLICT,
        reach,
        nodeId,
        String.format(
            Locale.ROOT,
            "编号指向 %s,但管端距其 %.2f m%s",
            nodeId,
            metres,
            other.isEmpty() ? "" : ",而位于 " + other),
        String.format(
            Locale.ROOT,
            "names %s but ends %.2f m from it%s",
            nodeId,
            metres,
            other.isEmpty() ? "" : ", at " + other));
  }

  private static TopologyIssue issue(
      TopologyCode code, Reach reach, String nodeId, String zh, String en) {
    return new TopologyIssue(
        code,
        nodeId.isEmpty() ? List.of(reach.id()) : List.of(reach.id(), nodeId),
        "管段 " + reach.id() + " " + zh,
        "Pipe " + reach.id() + " " + en,
        reach.geometry());
  }
}
