package org.lianpian.sewer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.ConnectionEvidence;
import org.lianpian.model.Medium;

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
    List<HookupCandidate> hookups) {

  public OutletResult {
    breaks = List.copyOf(breaks);
    hookups = List.copyOf(hookups);
  }

  public boolean carriesSewage() {
    return medium == Medium.SEWAGE || isCombined();
  }

  public boolean isCombined() {
    return medium == Medium.COMBINED || medium == Medium.INTERCEPTING;
  }
}
