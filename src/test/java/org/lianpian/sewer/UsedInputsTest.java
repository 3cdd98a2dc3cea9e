package org.lianpian.sewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianpian.model.Progress;
import org.lianpian.model.Reach;
import org.lianpian.model.Row;

/**
 * The input hash of a sewer verdict changes with what the verdict rests on, and with nothing else.
 */
@NullUnmarked
@Tag("SM-14")
class UsedInputsTest {

  private static Map<String, String> hashes(SewerInput input) {
    Map<String, String> hashes = new TreeMap<>();
    new NetworkConnectionAssessor()
        .assess(input, Progress.NONE)
        .forEach(result -> hashes.put(result.communityId(), result.inputHash()));
    return hashes;
  }

  /** Says that a pipe is of another material, which changes no verdict. */
  private static Reach ofIron(Reach reach) {
    Map<String, Object> values = new LinkedHashMap<>(Reach.TYPE.toRow(reach).values());
    values.put("material", "铸铁");
    return Reach.TYPE.create(reach.id(), reach.geometry(), reach.provenance(), new Row(values));
  }

  @ParameterizedTest(name = "{0} changes {1}")
  @DisplayName("F3: another material of a pipe changes whom its water concerns, and nobody else")
  @CsvSource({
    "W1-M1, K1 K5 K8",
    "R1-O1, K2",
    "M8-M9, K3",
    "L2-L3, K9",
    "W4-M3, K4",
    "M3-M9, K1 K3 K4 K5 K7 K8",
    "I7-O7, K7"
  })
  void onlyThoseAreConcernedWhosePipesItIs(String pipe, String concerned) {
    Networks network = SewerFixtureTest.fixture();
    Map<String, String> before = hashes(network.input());
    network.reaches.computeIfPresent(pipe, (id, reach) -> ofIron(reach));
    Map<String, String> after = hashes(network.input());

    List<String> changed =
        before.keySet().stream().filter(id -> !before.get(id).equals(after.get(id))).toList();
    assertThat(String.join(" ", changed)).isEqualTo(concerned);
  }

  @Test
  void aNodeInTheHookUpWindowConcernsWhoMightUseIt() {
    Networks network = SewerFixtureTest.fixture();
    Map<String, String> before = hashes(network.input());
    network.add(Networks.node("M2", network.nodes.get("M2").geometry(), 9.81));
    Map<String, String> after = hashes(network.input());

    assertThat(after.get("K0")).isNotEqualTo(before.get("K0"));
    assertThat(after.get("K9")).isEqualTo(before.get("K9"));
  }

  static List<Long> seeds() {
    return IntStream.range(0, 400).mapToObj(Long::valueOf).toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void equalHashesMeanEqualAnswers(long seed) {
    SewerInput input = RandomNetworks.input(seed);
    Map<String, SewerResult> before = new HashMap<>();
    new NetworkConnectionAssessor()
        .assess(input, Progress.NONE)
        .forEach(result -> before.put(result.communityId(), result));
    for (int i = 0; i < input.reaches().size(); i++) {
      List<Reach> fewer = new ArrayList<>(input.reaches());
      fewer.remove(i);
      SewerInput edited =
          new SewerInput(
              input.communities(),
              input.buildings(),
              input.manholes(),
              fewer,
              input.connections(),
              input.parameters());
      for (SewerResult after : new NetworkConnectionAssessor().assess(edited, Progress.NONE)) {
        SewerResult was = before.get(after.communityId());
        if (was.inputHash().equals(after.inputHash())) {
          assertThat(after).isEqualTo(was);
        }
      }
    }
  }
}
