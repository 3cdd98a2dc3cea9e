package org.lianpian.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.model.Analysis;
import org.lianpian.model.EvidenceShape;
import org.lianpian.model.Progress;
import org.lianpian.model.Verdict;
import org.lianpian.policy.Citation;
import org.lianpian.policy.MissingParameterException;
import org.lianpian.policy.Parameter;
import org.lianpian.policy.ParameterValue;
import org.lianpian.policy.PolicyProfile;

@Tag("FZ-04")
class PackageVerdictsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final Map<String, Object> VALUES =
      Map.ofEntries(
          Map.entry("packaging.max_gap", 30),
          Map.entry("packaging.small_households", 300),
          Map.entry("packaging.max_households", 4000),
          Map.entry("packaging.max_diameter", 600),
          Map.entry("packaging.barriers", List.of("EXPRESSWAY", "ARTERIAL", "RIVER", "RAILWAY")),
          Map.entry("packaging.same_district", "HARD"),
          Map.entry("packaging.same_street", "SOFT"),
          Map.entry("packaging.weight_adjacent", 1),
          Map.entry("packaging.weight_type", 1),
          Map.entry("packaging.weight_industry", 1),
          Map.entry("packaging.weight_culture", 1));

  private static PolicyProfile profile(Map<String, Object> values) {
    List<Parameter> parameters = new ArrayList<>();
    values.forEach(
        (key, value) ->
            parameters.add(
                new Parameter(
                    key,
                    "",
                    "",
                    new TreeMap<>(
                        Map.of(
                            LocalDate.of(2021, 1, 1),
                            new ParameterValue(
                                value, new Citation(key, null, "U-7", "FZ-04", "默认")))))));
    return new PolicyProfile("TEST", "1", parameters);
  }

  private static final PolicyProfile PROFILE = profile(VALUES);

  private static Verdict verdict(String id) {
    PackagePlan plan =
        new PlainRegionalizer()
            .plan(FixtureF2.SANMING.input(), PackagingParameters.from(PROFILE, DAY), Progress.NONE);
    return PackageVerdicts.of(id, plan, PROFILE, DAY);
  }

  @Test
  void parametersComeFromTheProfile() {
    assertThat(PackagingParameters.from(PROFILE, DAY)).isEqualTo(UnitBuilder.parameters());
    Map<String, Object> bad = new TreeMap<>(VALUES);
    bad.put("packaging.same_street", "MAYBE");
    assertThatThrownBy(() -> PackagingParameters.from(profile(bad), DAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("packaging.same_street")
        .hasMessageContaining("MAYBE");
    bad.remove("packaging.same_street");
    assertThatThrownBy(() -> PackagingParameters.from(profile(bad), DAY))
        .isInstanceOf(MissingParameterException.class);
  }

  @Test
  @Tag("FZ-24")
  void aMemberIsToldItsPackageWithTotalsAndScores() {
    Verdict verdict = verdict("P2");
    assertThat(verdict.analysis()).isEqualTo(Analysis.PACKAGE);
    assertThat(verdict.code()).isEqualTo(PackageStatus.IN_PACKAGE.name());
    assertThat(verdict.zh()).contains("小区P1、小区P2、小区P3", "260户", "30.00米");
    assertThat(verdict.citations()).hasSize(VALUES.size());
    Map<?, ?> made = (Map<?, ?>) verdict.evidence().get("package");
    assertThat(made).isNotNull();
    assertThat(made.get("members")).isEqualTo(List.of("P1", "P2", "P3"));
    assertThat(String.valueOf(made.get("scores"))).contains("adjacent=", "type=", "overall=");
    assertThat(verdict.shapes())
        .extracting(EvidenceShape::role, EvidenceShape::zh)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("connector", "P1—P2 间距10.00米"),
            org.assertj.core.groups.Tuple.tuple("connector", "P2—P3 间距25.00米"));
  }

  @Test
  @Tag("U-7")
  void aBlockedNeighbourIsShownWithTheBarrierNearTheConnectorOnly() {
    Verdict verdict = verdict("P3");
    EvidenceShape barrier =
        verdict.shapes().stream().filter(s -> s.role().equals("barrier")).findFirst().orElseThrow();
    assertThat(barrier.zh()).isEqualTo("主干路「列东街」");
    assertThat(barrier.geometry().getEnvelopeInternal().getHeight()).isLessThan(150);
    assertThat(verdict.shapes()).anyMatch(s -> s.zh().equals("P3—P4 间距30.00米,被阻隔"));
  }

  @Test
  void theOthersAreToldWhy() {
    assertThat(verdict("P6").code()).isEqualTo(PackageStatus.LEFTOVER.name());
    assertThat(verdict("P6").evidence()).containsEntry("reason", "NO_NEIGHBOUR");
    assertThat(verdict("P6").shapes()).extracting(EvidenceShape::role).containsExactly("connector");
    assertThat(verdict("P7").code()).isEqualTo(PackageStatus.STAND_ALONE.name());
    assertThat(verdict("P8").code()).isEqualTo(PackageStatus.EXCLUDED.name());
    assertThat(verdict("P8").zh()).isEqualTo("不纳入:个人自建房");
    assertThat(verdict("P10").evidence().get("hints").toString()).contains("→ {P4,P5}");
  }

  @Test
  void theSameInputGivesAnEqualVerdict() {
    assertThat(verdict("P3")).isEqualTo(verdict("P3"));
    assertThat(verdict("P3").inputHash()).isNotEqualTo(verdict("P4").inputHash());
    assertThatThrownBy(() -> verdict("P99"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("P99");
  }
}
