package org.lianpian.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianpian.frontage.FrontageParameters;
import org.lianpian.policy.PolicyProfile;
import org.lianpian.policy.PolicyRegistry;
import org.lianpian.region.PackagingMode;
import org.lianpian.region.PackagingParameters;
import org.lianpian.sewer.SewerParameters;

/** Every built-in profile has what the analyses read, within the ranges that they accept. */
class ProfilesFeedAnalysesTest {
  private static final LocalDate DAY = LocalDate.of(2024, 6, 1);

  static Collection<PolicyProfile> profiles() {
    return PolicyRegistry.builtIn().list();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  @Tag("C-11")
  void theAnalysesReadTheirParameters(PolicyProfile profile) {
    assertThat(FrontageParameters.from(profile, DAY)).isNotNull();
    assertThat(SewerParameters.from(profile, DAY)).isNotNull();
    assertThat(PackagingParameters.from(profile, DAY).mode())
        .isEqualTo(
            profile.id().equals("PUYANG-2020") ? PackagingMode.ROAD_BLOCK : PackagingMode.GAP);
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void theAnalysesAlsoReadThemBeforeTheDocumentsWereIssued(PolicyProfile profile) {
    LocalDate early = LocalDate.of(2019, 1, 1);
    assertThat(PackagingParameters.from(profile, early).maxGapMetres()).isEqualTo(30);
    assertThat(FrontageParameters.from(profile, early)).isNotNull();
    assertThat(SewerParameters.from(profile, early)).isNotNull();
  }
}
