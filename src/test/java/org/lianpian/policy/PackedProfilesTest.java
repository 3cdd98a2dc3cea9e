package org.lianpian.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Profiles read one by one are those that the registry read and checked together. */
class PackedProfilesTest {
  private static final PolicyRegistry CHECKED = PolicyRegistry.builtIn();

  @ParameterizedTest
  @MethodSource("profiles")
  void isEqualToTheCheckedProfile(PolicyProfile checked) {
    PolicyProfile packed = PackedProfiles.get(checked.id());

    assertThat(packed.header()).isEqualTo(checked.header());
    assertThat(packed.parameters()).containsExactlyElementsOf(checked.parameters());
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void isFoundByTheNameOfItsFile(PolicyProfile checked) {
    String name = "/" + checked.id().toLowerCase(Locale.ROOT) + ".yml";

    assertThat(PolicyFiles.packed()).filteredOn(file -> file.endsWith(name)).hasSize(1);
  }

  static Stream<PolicyProfile> profiles() {
    return CHECKED.list().stream();
  }

  @Test
  void anUnknownProfileIsRefusedWithThoseThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PackedProfiles.get("ATLANTIS"))
        .withMessageContaining("ATLANTIS")
        .withMessageContaining("FUZHOU-2021");
  }
}
