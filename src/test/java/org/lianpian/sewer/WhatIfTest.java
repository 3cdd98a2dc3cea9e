package org.lianpian.sewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@NullUnmarked
@Tag("US-E05")
@Tag("US-E06")
class WhatIfTest {
  private final SewerInput input = SewerFixtureTest.fixture().input();
  private final WhatIf whatIf = new WhatIf(input);

  @Test
  @DisplayName("F3: turning M3→M9 connects K3 and nobody else")
  void turningTheReversedPipeConnectsK3() {
    List<WhatIf.Difference> changes = whatIf.apply(List.of(new NetworkChange.Flip("M3-M9")));

    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).before().communityId()).isEqualTo("K3");
    assertThat(changes.get(0).before().status()).isEqualTo(DrainageStatus.SEPARATED_UNCONNECTED);
    assertThat(changes.get(0).after().status()).isEqualTo(DrainageStatus.SEPARATED_CONNECTED);
  }

  @Test
  @DisplayName("F3: a pipe from W0 to M2 connects K0")
  void aNewPipeConnectsK0() {
    List<WhatIf.Difference> changes = whatIf.apply(List.of(new NetworkChange.Connect("W0", "M2")));

    assertThat(changes)
        .extracting(change -> change.after().communityId() + " " + change.after().status())
        .containsExactly("K0 SEPARATED_CONNECTED");
  }

  @Test
  @DisplayName("F3: without M2→M3 all that drain there lose their plant")
  void aMissingTrunkConcernsAllAboveIt() {
    List<WhatIf.Difference> changes = whatIf.apply(List.of(new NetworkChange.Delete("M2-M3")));

    assertThat(changes)
        .extracting(change -> change.after().communityId())
        .containsExactly("K1", "K7", "K8");
  }

  @Test
  void nothingIsSaved() {
    List<CommunityStatus> before = whatIf.statuses();
    NetworkChange.Flip flip = new NetworkChange.Flip("M3-M9");

    assertThat(whatIf.apply(List.of(flip))).hasSize(1);
    assertThat(whatIf.apply(List.of())).isEmpty();
    assertThat(new WhatIf(input).statuses()).isEqualTo(before);
  }

  @Test
  void unknownObjectsAreACallersMistake() {
    assertThatThrownBy(() -> whatIf.apply(List.of(new NetworkChange.Flip("none"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none");
    assertThatThrownBy(() -> whatIf.apply(List.of(new NetworkChange.Connect("W0", "none"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none");
    assertThatThrownBy(() -> whatIf.apply(List.of(new NetworkChange.Delete(""))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
