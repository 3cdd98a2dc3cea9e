package org.lianpian.sewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianpian.sewer.network.RouteMark;
import org.lianpian.sewer.network.TraceResult;

@NullUnmarked
@Tag("US-E06")
class NetworkTracerTest {

  private static List<TraceResult> ends(String text, String start) {
    return Networks.parse(text).tracer().downstream(start).terminals().stream()
        .map(TraceTerminal::result)
        .toList();
  }

  @Test
  void allBranchesAreFollowedNotTheShortestOnly() {
    assertThat(ends("W1 -> M1 -> WWTP\nM1 -> M2 -> M3\nM2 -> O1", "W1"))
        .containsExactly(
            TraceResult.REACHES_WWTP, TraceResult.REACHES_OUTFALL, TraceResult.DEAD_END);
  }

  @Test
  void loopsDoNotHang() {
    assertThat(ends("W1 -> M1 -> M2 -> M3 -> M1", "W1")).containsExactly(TraceResult.LOOP);
    assertThat(ends("W1 -> M1 -> M2 -> M1\nM2 -> WWTP", "W1"))
        .containsExactly(TraceResult.REACHES_WWTP);
  }

  @Test
  void plannedAndAbandonedPipesCarryNothing() {
    assertThat(ends("W1 -> M1 -abandoned-> WWTP", "W1")).containsExactly(TraceResult.DEAD_END);
    assertThat(ends("W1 -> M1 -planned-> WWTP", "W1")).containsExactly(TraceResult.DEAD_END);
  }

  @Test
  void anUnknownStartIsNoStart() {
    assertThat(ends("W1 -> M1", "nowhere")).containsExactly(TraceResult.NO_START);
  }

  @Test
  void aStormDrainWithoutOutfallIsStillAStormDrain() {
    assertThat(ends("W1 -> R1 -storm-> R2", "W1")).containsExactly(TraceResult.REACHES_STORM);
    assertThat(ends("W1 -> R1", "W1")).containsExactly(TraceResult.REACHES_STORM);
  }

  @Test
  @DisplayName(
      "A municipal pipe that ends alone leaves the survey; beside other nodes it is a dead end")
  void municipalPipesMayLeaveTheSurvey() {
    String away = "W1 (0, 0)\nM1 (100, 0)\nM2 (200, 0)\nW1 -> M1 -municipal-> M2";

    assertThat(ends(away, "W1")).containsExactly(TraceResult.REACHES_MUNICIPAL);
    assertThat(ends(away + "\nM3 (210, 0)\nM3 -> WWTP", "W1"))
        .containsExactly(TraceResult.DEAD_END);
    assertThat(ends("W1 (0, 0)\nM1 (100, 0)\nM2 (200, 0)\nW1 -> M1 -> M2", "W1"))
        .containsExactly(TraceResult.DEAD_END);
  }

  @Test
  void overflowAndOrdinaryRoutesToOneNodeAreToldApart() {
    Trace trace =
        Networks.parse("W1 -> I1 -> M1 -> O1\nI1 -overflow-> O1").tracer().downstream("W1");

    assertThat(trace.terminals()).extracting(TraceTerminal::nodeId).containsExactly("O1", "O1");
    assertThat(trace.terminals())
        .extracting(terminal -> terminal.has(RouteMark.OVERFLOW))
        .containsExactly(true, false);
  }

  @Test
  void upstreamFindsAllThatDrainsToANode() {
    NetworkTracer tracer =
        Networks.parse("W1 -> M1 -> M3 -> WWTP\nW2 -> M2 -> M3\nW3 -abandoned-> M2\nM3 -> M4")
            .tracer();

    assertThat(tracer.upstream("M3").nodeIds()).containsExactly("M1", "M2", "M3", "W1", "W2");
    assertThat(tracer.upstream("M3").heads()).containsExactly("W1", "W2");
    assertThat(tracer.upstream("M3").edges())
        .extracting(NetworkEdge::id)
        .containsExactly("M1-M3", "M2-M3", "W1-M1", "W2-M2");
  }

  /** The oracle: pass over all pipes again and again until nothing new is reached. */
  private static Set<String> relaxed(SewerNetwork network, String start, boolean downstream) {
    Set<String> reached = new TreeSet<>(Set.of(start));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (NetworkEdge edge : network.edges()) {
        String from = downstream ? edge.from() : edge.to();
        String to = downstream ? edge.to() : edge.from();
        boolean stopped = edge.from().matches("(WWTP|O|C).*");
        if (edge.isPassable() && !stopped && reached.contains(from)) {
          grew |= reached.add(to);
        }
      }
    }
    return reached;
  }

  static Networks random(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("WWTP (500, 500) 1\nO1 (0, 500) 1\nC1 (250, 250) 5\n");
    for (int i = 0; i < 40; i++) {
      text.append(
          "M%d (%d, %d) %d%n"
              .formatted(i, random.nextInt(500), random.nextInt(500), random.nextInt(20)));
    }
    String[] kinds = {
      "->", "->", "->", "->", "-storm->", "-combined->", "-abandoned->", "-overflow->"
    };
    for (int i = 0; i < 55; i++) {
      String from = "M" + random.nextInt(40);
      int end = random.nextInt(43);
      String to = end < 40 ? "M" + end : end == 40 ? "WWTP" : end == 41 ? "O1" : "C1";
      if (!from.equals(to)) {
        text.append(from)
            .append(' ')
            .append(kinds[random.nextInt(kinds.length)])
            .append(' ')
            .append(to)
            .append('\n');
      }
    }
    return Networks.parse(text.toString());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void reachesWhatRepeatedRelaxationReaches(long seed) {
    Networks networks = random(seed);
    SewerNetwork network = networks.network();
    NetworkTracer tracer = networks.tracer();

    for (int i = 0; i < 40; i++) {
      String start = "M" + i;
      Trace trace = tracer.downstream(start);
      Set<String> expected = relaxed(network, start, true);
      assertThat(new TreeSet<>(trace.nodeIds())).as("from %s", start).isEqualTo(expected);
      assertThat(new TreeSet<>(tracer.upstream(start).nodeIds()))
          .isEqualTo(relaxed(network, start, false));
      Set<String> sinks = new HashSet<>();
      for (String node : expected) {
        if (relaxed(network, node, true).size() == 1) {
          sinks.add(node);
        }
      }
      assertThat(
              trace.terminals().stream()
                  .filter(terminal -> terminal.result() != TraceResult.LOOP)
                  .map(TraceTerminal::nodeId))
          .containsAll(sinks)
          .allMatch(sinks::contains);
      boolean trapped =
          expected.stream()
              .anyMatch(node -> relaxed(network, node, true).stream().noneMatch(sinks::contains));
      assertThat(trace.find(TraceResult.LOOP).isPresent()).isEqualTo(trapped);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void eachRouteIsAWayFromStartToEnd(long seed) {
    NetworkTracer tracer = random(seed).tracer();

    for (int i = 0; i < 40; i++) {
      for (TraceTerminal terminal : tracer.downstream("M" + i).terminals()) {
        String at = "M" + i;
        for (NetworkEdge edge : terminal.route()) {
          assertThat(edge.from()).isEqualTo(at);
          at = edge.to();
        }
        assertThat(at).isEqualTo(terminal.nodeId());
      }
    }
  }

  @Test
  void aLongSewerIsTracedAtOnce() {
    StringBuilder text = new StringBuilder("W0");
    for (int i = 1; i <= 3000; i++) {
      text.append(" -> M").append(i);
    }
    NetworkTracer tracer = Networks.parse(text + " -> WWTP").tracer();

    assertTimeout(
        Duration.ofSeconds(20),
        () ->
            assertThat(
                    tracer.downstream("W0").terminals().stream()
                        .max(Comparator.comparing(TraceTerminal::nodeId))
                        .orElseThrow()
                        .route())
                .hasSize(3001));
  }
}
