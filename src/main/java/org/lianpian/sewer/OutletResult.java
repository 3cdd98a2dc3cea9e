package org.lianpian.sewer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.ConnectionEvidence;
import org.lianpian.model.Medium;
import org.lianpian.model.ServiceConnection;

/**
 * Where the water of one outlet of a community goes.
 *
 * @param nodeId the outlet's node, or empty when nobody surveyed it
 * @param medium what the community's own pipes bring
 * @param trace all branches downstream
 * @param deciding the branch that decided, or null when there is no start
 * @param breaks what keeps the water from the plant, in the direction of flow
 * @param hookups nodes near the break that could take a new connection, and those that could not
 */
public record OutletResult(
    String connectionId,
    String nodeId,
    Medium medium,
    ConnectionEvidence evidence,
    OutletConnection connection,
    Trace trace,
    @Nullable TraceTerminal deciding,
    List<SewerBreak> breaks,
    List<HookupCandidate> hookups)
    implements OutletFacts {

  public OutletResult {
    breaks = List.copyOf(breaks);
    hookups = List.copyOf(hookups);
  }

  static OutletResult of(
      ServiceConnection connection,
      OutletConnection judged,
      Trace trace,
      @Nullable TraceTerminal deciding,
      List<SewerBreak> breaks,
      List<HookupCandidate> hookups) {
    return new OutletResult(
        connection.id(),
        connection.nodeId(),
        connection.medium(),
        connection.evidence(),
        judged,
        trace,
        deciding,
        breaks,
        hookups);
  }

  @Override
  public boolean isSurveyed() {
    return deciding != null;
  }

  @Override
  public boolean passesSewer() {
    return trace.edges().stream().anyMatch(edge -> edge.medium() == Medium.SEWAGE);
  }

  @Override
  public Optional<SewerBreak> firstBreak() {
    return breaks.stream().findFirst();
  }
}
