package org.lianpian.sewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianpian.model.Medium;
import org.lianpian.sewer.network.BreakType;
import org.lianpian.sewer.network.TraceResult;
import org.lianpian.sewer.trace.NetworkQueries;
import org.lianpian.sewer.trace.NetworkTrace;
import org.lianpian.sewer.trace.TraceReport;
import org.lianpian.sewer.trace.UnknownPlaceException;

/** Questions about fixture F3, and about random networks with the plain tracer as oracle. */
@NullUnmarked
@Tag("US-E06")
class SewerQuestionsTest {
  private final NetworkQueries queries =
      new NetworkQueries(SewerFixtureTest.fixture().outlet("K1", Medium.STORM, "R1").input());

  @Test
  @DisplayName("F3: K1 reaches the plant, by its sewage outlet and not by its storm outlet")
  void toThePlant() {
    NetworkTrace trace = queries.toPlant(queries.find("K1"));

    assertThat(trace.route().pipes())
        .extracting(NetworkEdge::id)
        .containsExactly("W1-M1", "M1-M2", "M2-M3", "M3-WWTP");
    assertThat(trace.route().lengthMetres()).isEqualTo(233);
    assertThat(trace.ends())
        .extracting(TraceTerminal::result)
        .contains(TraceResult.REACHES_OUTFALL);
  }

  @Test
  @DisplayName("F3: K3 does not, for M3-M9 is taken the wrong way round; the break is named")
  void notToThePlant() {
    NetworkTrace trace = queries.toPlant(queries.find("community:K3"));

    assertThat(trace.route()).isNull();
    assertThat(trace.breaks()).extracting(SewerBreak::type).containsExactly(BreakType.REVERSED);
    assertThat(new TraceReport(queries).summary(trace).get("zh").toString())
        .contains("不能到达污水厂", "M9");
  }

  @Test
  void upstreamOfAPipeIncludesItAndWhatFeedsItOnly() {
    NetworkTrace trace = queries.upstream(queries.find("M2-M3"));

    assertThat(trace.pipes().get(0).id()).isEqualTo("M2-M3");
    assertThat(trace.nodeIds()).containsExactly("I7", "M1", "M2", "W1", "W7");
    assertThat(trace.heads()).containsExactly("W1", "W7");
  }

  @Test
  void betweenTwoPlacesWaterRunsOneWay() {
    NetworkTrace with = queries.between(queries.find("W1"), queries.find("M3"));
    NetworkTrace against = queries.between(queries.find("M3"), queries.find("W1"));
    NetworkTrace none = queries.between(queries.find("W1"), queries.find("W2"));

    assertThat(with.against()).isFalse();
    assertThat(against.against()).isTrue();
    assertThat(against.route().pipes()).isEqualTo(with.route().pipes());
    assertThat(none.route()).isNull();
    assertThat(new TraceReport(queries).summary(none).get("en").toString()).contains("No water");
  }

  @Test
  void loopsAndMissingStartsAreNamed() {
    NetworkTrace loop = queries.downstream(queries.find("W9"));
    NetworkTrace nowhere = queries.downstream(queries.find("K6"));

    assertThat(loop.ends()).extracting(TraceTerminal::result).containsExactly(TraceResult.LOOP);
    assertThat(nowhere.hasStart()).isFalse();
    assertThat(new TraceReport(queries).summary(nowhere).get("zh").toString()).contains("无起点");
    assertThat(queries.find("K8").missing()).containsExactly("K8/");
  }

  @Test
  void unknownIdsAreRefusedWithIdsLikeThem() {
    assertThatThrownBy(() -> queries.find("M33"))
        .isInstanceOf(UnknownPlaceException.class)
        .hasMessageContaining("M33")
        .hasMessageContaining("M3");
  }

  @Test
  void anIdOfSeveralThingsHasToBeSaidMoreExactly() {
    Networks networks = Networks.parse("M1 (0, 0)\nM2 (9, 0)\nM1 -> M2").community("M1", 1);
    NetworkQueries same = new NetworkQueries(networks.input());

    assertThatThrownBy(() -> same.find("M1")).hasMessageContaining("community:M1");
    assertThat(same.find("node:M1").id()).isEqualTo("M1");
    assertThat(same.find("pipe:M1-M2").pipe().from()).isEqualTo("M1");
  }

  static List<Long> seeds() {
    return IntStream.range(0, 300).mapToObj(Long::valueOf).toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void tracesReachWhatThePlainTracerReaches(long seed) {
    SewerInput input = RandomNetworks.input(seed);
    NetworkQueries random = new NetworkQueries(input);
    NetworkTracer plain =
        new NetworkTracer(
            NetworkBuilder.build(input.manholes(), input.reaches(), input.parameters()),
            input.parameters().hookupRadiusMetres());
    Set<String> ids = new TreeSet<>();
    input.manholes().forEach(node -> ids.add(node.id()));
    for (String id : ids) {
      NetworkTrace up = random.upstream(random.find("node:" + id));
      NetworkTrace down = random.downstream(random.find("node:" + id));
      Trace plainUp = plain.upstream(id);
      assertThat(up.nodeIds()).isEqualTo(plainUp.nodeIds());
      assertThat(edgeIds(up.pipes())).isEqualTo(edgeIds(plainUp.edges()));
      assertThat(up.heads()).isEqualTo(plainUp.heads());
      assertThat(down.nodeIds()).isEqualTo(plain.downstream(id).nodeIds());
      assertThat(down.ends()).isEqualTo(plain.downstream(id).terminals());
    }
  }

  private static Set<String> edgeIds(List<NetworkEdge> edges) {
    Set<String> ids = new HashSet<>();
    edges.forEach(edge -> ids.add(edge.id()));
    return ids;
  }
}
