package org.lianpian.sewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@NullUnmarked
@Tag("US-E13")
class TopologyCheckTest {

  private static List<List<String>> objects(TopologyCode code, Networks networks) {
    return TopologyCheck.of(networks.network()).stream()
        .filter(issue -> issue.code() == code)
        .map(TopologyIssue::objectIds)
        .toList();
  }

  private static List<List<String>> objects(TopologyCode code, String text) {
    return objects(code, Networks.parse(text));
  }

  @Test
  @DisplayName("US-E13: nodes under 0.1 m apart")
  void duplicateNodes() {
    assertThat(
            objects(
                TopologyCode.DUPLICATE_NODE,
                "M1 (0, 0)\nM2 (0.09, 0)\nM3 (0.3, 0)\nM1 -> WWTP\nM2 -> WWTP"))
        .containsExactly(List.of("M1", "M2"));
  }

  @Test
  @DisplayName("US-E13: the downstream invert is higher")
  void adverseSlope() {
    String levels = "M1 (0, 0) 5\nM2 (9, 0) 5.3\nP1 (20, 0) 2\nM3 (30, 0) 6\nWWTP (50, 0) 1\n";

    assertThat(objects(TopologyCode.ADVERSE_SLOPE, levels + "M1 -> M2 -> P1 -> M3 -> WWTP"))
        .containsExactly(List.of("M1-M2"));
  }

  @Test
  @Tag("US-E14")
  void stormAndSewageInOneManhole() {
    assertThat(
            objects(
                TopologyCode.MIXED_MANHOLE,
                "M1 -> M2 -> WWTP\nR1 -storm-> M2\nI1 -> M2\nI1 -overflow,storm-> O1"))
        .containsExactly(List.of("M2"));
  }

  @Test
  void aBigPipeIntoASmallOne() {
    Networks networks = Networks.parse("M1 -> M2 -> WWTP");
    networks.add(Networks.withInverts(networks.reaches.get("M1-M2"), null, null, 400));
    networks.add(Networks.withInverts(networks.reaches.get("M2-WWTP"), null, null, 300));

    assertThat(objects(TopologyCode.BIG_INTO_SMALL, networks))
        .containsExactly(List.of("M1-M2", "M2"));
  }

  @Test
  void doubledAndOppositePipes() {
    assertThat(objects(TopologyCode.DOUBLED_PIPE, "M1 -> M2 -> M1\nM2 -> WWTP"))
        .containsExactly(List.of("M1-M2", "M2-M1"));
  }

  @Test
  void isolatedPartsDeadEndsAndCycles() {
    String text = "M1 -> M2 -> M3 -> M1\nM0 -> M1\nM3 -> M4 -> M5\nW1 -> M9 -> WWTP";

    assertThat(objects(TopologyCode.ISOLATED_PART, text))
        .containsExactly(List.of("M0", "M1", "M2", "M3", "M4", "M5"));
    assertThat(objects(TopologyCode.CYCLE, text)).containsExactly(List.of("M1", "M2", "M3"));
    assertThat(objects(TopologyCode.DEAD_END, text)).containsExactly(List.of("M5"));
  }

  @Test
  @DisplayName("US-E13: pipes that cross without a node")
  void crossingWithoutNode() {
    assertThat(
            objects(
                TopologyCode.CROSSING_WITHOUT_NODE,
                "M1 (0, 0)\nM2 (10, 10)\nM3 (0, 10)\nM4 (10, 0)\nM5 (20, 0)\n"
                    + "M1 -> M2\nM3 -> M4 -> M5"))
        .containsExactly(List.of("M1-M2", "M3-M4"));
  }

  @Test
  void aSoundNetworkHasNoDefects() {
    assertThat(
            TopologyCheck.of(
                Networks.parse("W1 (0, 0) 9\nM1 (10, 0) 8\nWWTP (90, 0) 7\nW1 -> M1 -> WWTP")
                    .network()))
        .isEmpty();
  }
}
