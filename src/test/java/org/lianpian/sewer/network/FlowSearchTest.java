package org.lianpian.sewer.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianpian.model.FlowDirection;
import org.lianpian.model.FlowRegime;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;
import org.lianpian.model.ReachLevel;
import org.lianpian.model.ReachState;

@NullUnmarked
@Tag("US-E06")
class FlowSearchTest {
  private final PipeSurvey survey = new PipeSurvey(0, 0);

  private void node(String id, double invert, ManholeKind kind) {
    survey.addNode(id, survey.nodeCount() * 100.0, 0, invert, kind, Medium.SEWAGE);
  }

  private void pipe(String from, String to, double metres) {
    survey.addPipe(
        new SurveyedPipe(
            from + "-" + to,
            from,
            to,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            metres,
            Double.NaN,
            Double.NaN,
            FlowDirection.UNKNOWN,
            FlowRegime.GRAVITY,
            Medium.SEWAGE,
            ReachState.IN_USE,
            ReachLevel.MUNICIPAL));
  }

  private static List<String> ids(PipeNetwork network, int[] nodes) {
    List<String> ids = new ArrayList<>();
    for (int node : nodes) {
      ids.add(network.nodeId(node));
    }
    return ids;
  }

  /**
   *
   *
   * <pre>
   *   A ──► B ──► C ──► PLANT
   *         │     ▲
   *         ▼     │
   *         D ──► E ──► F ⇄ G
   * </pre>
   */
  private PipeNetwork branches() {
    node("A", 10, ManholeKind.PRIVATE_WELL);
    node("B", 9, ManholeKind.MANHOLE);
    node("C", 8, ManholeKind.MANHOLE);
    node("PLANT", 7, ManholeKind.WWTP);
    node("D", 8.5, ManholeKind.MANHOLE);
    node("E", 8.2, ManholeKind.MANHOLE);
    node("F", 8, ManholeKind.MANHOLE);
    node("G", 8, ManholeKind.MANHOLE);
    pipe("A", "B", 30);
    pipe("B", "C", 40);
    pipe("C", "PLANT", 50);
    pipe("B", "D", 10);
    pipe("D", "E", 10);
    pipe("E", "C", 10);
    pipe("E", "F", 10);
    pipe("F", "G", 10);
    pipe("G", "F", 10);
    return PipeNetwork.join(survey, 0.05, 0.5);
  }

  @Test
  void downstreamNamesAllEndsAndTheLoop() {
    PipeNetwork network = branches();
    FlowTrace trace = new FlowSearch(network).downstream(network.findNode("A"));

    assertThat(ids(network, trace.nodes())).startsWith("A", "B").hasSize(8);
    assertThat(ids(network, trace.ends())).containsExactly("PLANT");
    assertThat(ids(network, trace.looping())).containsExactlyInAnyOrder("F", "G");
    assertThat(trace.pipes()).hasSize(9);
  }

  @Test
  @DisplayName("The way to the plant has its length, its drop and its travel at 0.6 m/s")
  void theWayToThePlantIsMeasured() {
    PipeNetwork network = branches();
    FlowPath path = new FlowSearch(network).toPlant(network.findNode("A")).orElseThrow();

    assertThat(path.lengthMetres()).isEqualTo(120);
    assertThat(path.dropMetres()).isCloseTo(3, within(1e-9));
    assertThat(path.longestTravelSeconds()).isCloseTo(200, within(1e-9));
  }

  @Test
  void upstreamFindsWhatDrainsToANode() {
    PipeNetwork network = branches();
    FlowTrace trace = new FlowSearch(network).upstream(network.findNode("C"));

    assertThat(new TreeSet<>(ids(network, trace.nodes()))).containsExactly("A", "B", "C", "D", "E");
    assertThat(ids(network, trace.ends())).containsExactly("A");
    int[] path = trace.path(network, trace.indexOf(network.findNode("A"))).pipes();
    assertThat(Arrays.stream(path).mapToObj(network::pipeId)).containsExactly("A-B", "B-C");
  }

  @Test
  void noWayAndNoStartAreResults() {
    PipeNetwork network = branches();
    FlowSearch search = new FlowSearch(network);

    assertThat(search.between(network.findNode("C"), network.findNode("A"))).isEmpty();
    assertThat(search.toPlant(network.findNode("F"))).isEmpty();
    assertThat(network.findNode("nowhere")).isEqualTo(-1);
    assertThat(search.downstream(-1).hasStart()).isFalse();
    assertThat(search.upstream(-1).hasStart()).isFalse();
  }

  @Test
  void idsMustBeUnique() {
    node("A", 1, ManholeKind.MANHOLE);

    assertThatThrownBy(() -> node("A", 1, ManholeKind.MANHOLE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  @DisplayName(
      "A node is downstream of another exactly when that is upstream of it; one search object serves all")
  void upstreamMirrorsDownstream(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      node("N" + i, Double.NaN, ManholeKind.MANHOLE);
    }
    for (int i = 0; i < 90; i++) {
      survey.addPipe(
          new SurveyedPipe(
              "P" + i,
              "N" + random.nextInt(60),
              "N" + random.nextInt(60),
              0,
              0,
              0,
              0,
              1,
              Double.NaN,
              Double.NaN,
              random.nextBoolean() ? FlowDirection.BACKWARD : FlowDirection.UNKNOWN,
              FlowRegime.GRAVITY,
              Medium.SEWAGE,
              ReachState.IN_USE,
              ReachLevel.PRIVATE));
    }
    PipeNetwork network = PipeNetwork.join(survey, 0.05, 0.5);
    FlowSearch search = new FlowSearch(network);
    for (int from = 0; from < 60; from++) {
      FlowTrace down = search.downstream(from);
      for (int to = 0; to < 60; to++) {
        assertThat(down.indexOf(to) >= 0)
            .as("%d to %d", from, to)
            .isEqualTo(search.upstream(to).indexOf(from) >= 0)
            .isEqualTo(search.between(from, to).isPresent());
      }
    }
  }
}
