package org.lianpian.sewer;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianpian.model.Manhole;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;
import org.lianpian.model.Progress;
import org.lianpian.model.ServiceConnection;
import org.lianpian.sewer.network.BreakType;
import org.lianpian.sewer.network.Ending;
import org.lianpian.sewer.network.RouteMark;
import org.lianpian.sewer.network.TraceResult;

/**
 * The plain engine of the sewer analysis: traces each outlet by itself, over maps and sets. It is
 * the oracle of the fast one, {@link NetworkConnectionAssessor}.
 *
 * <p>Stateless and thread-safe. Cost: outlets × (n + m) at worst.
 */
public final class PlainConnectionAssessor implements ConnectionAssessor {

  @Override
  public List<SewerResult> assess(SewerInput input, Progress progress) {
    SewerNetwork network =
        NetworkBuilder.build(input.manholes(), input.reaches(), input.parameters());
    return new CommunityAssessment(input, network, new PlainJudge(network, input)).assess(progress);
  }

  private static final class PlainJudge implements OutletJudge {
    private final SewerNetwork network;
    private final NetworkTracer tracer;
    private final BreakLocator breakLocator;
    private final HookupFinder hookupFinder;
    private final Map<String, Boolean> connected = new HashMap<>();

    PlainJudge(SewerNetwork network, SewerInput input) {
      SewerParameters parameters = input.parameters();
      this.network = network;
      tracer = new NetworkTracer(network, parameters.hookupRadiusMetres());
      breakLocator = new BreakLocator(network, tracer, parameters);
      hookupFinder =
          new HookupFinder(
              network,
              parameters,
              new Obstacles(input.roads(), input.watercourses()),
              this::isConnected);
    }

    @Override
    public OutletResult judge(ServiceConnection connection) {
      Trace trace = tracer.downstream(connection.nodeId());
      TraceTerminal deciding =
          BranchRules.deciding(trace.terminals(), this::ending).stream()
              .min(Comparator.comparing(this::judge))
              .orElseThrow();
      OutletConnection judged = judge(deciding);
      if (deciding.result() == TraceResult.NO_START) {
        return OutletResult.of(connection, judged, trace, null, List.of(), List.of());
      }
      boolean sewage = connection.medium() != Medium.STORM;
      List<SewerBreak> breaks = List.of();
      List<HookupCandidate> hookups = List.of();
      if (sewage && judged == OutletConnection.BROKEN) {
        breaks = breaks(trace, deciding);
        if (breaks.get(0).type() == BreakType.MISSING_PIPE) {
          hookups = hookupFinder.find(deciding.nodeId());
        }
      } else if (sewage && judged.isMisconnected()) {
        SewerBreak flip = BreakWords.misconnection(deciding);
        breaks = List.of(flip);
        hookups = hookupFinder.find(flip.nodeId());
      }
      return OutletResult.of(connection, judged, trace, deciding, breaks, hookups);
    }

    private OutletConnection judge(TraceTerminal terminal) {
      return BranchRules.judge(ending(terminal));
    }

    private Ending ending(TraceTerminal terminal) {
      int marks = 0;
      for (RouteMark mark : terminal.marks()) {
        marks |= mark.bit();
      }
      Manhole node = network.findNode(terminal.nodeId());
      boolean capped = node != null && node.kind() == ManholeKind.CAPPED_STUB;
      return new Ending(terminal.result(), marks, capped);
    }

    /** Tells whether sewage at a node is connected, over all its branches. */
    private boolean isConnected(String nodeId) {
      return connected.computeIfAbsent(
          nodeId,
          id ->
              BranchRules.deciding(tracer.downstream(id).terminals(), this::ending).stream()
                  .allMatch(terminal -> judge(terminal).isConnected()));
    }

    private List<SewerBreak> breaks(Trace trace, TraceTerminal deadEnd) {
      Set<String> passed = new HashSet<>();
      trace.edges().forEach(edge -> passed.add(edge.id()));
      boolean otherwiseConnected =
          trace.terminals().stream().anyMatch(terminal -> judge(terminal).reachesSewer());
      return breakLocator.locate(
          otherwiseConnected ? deadEnd.nodeId() : trace.startId(), deadEnd.nodeId(), passed);
    }
  }
}
