package org.lianpian.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lianpian.policy.PolicyCheck;
import org.lianpian.policy.PolicyRegistry;
import org.lianpian.policy.PolicyReport;
import org.lianpian.policy.PolicyVerifier;

/** Runs every check of {@code verify-policy}, each worked case as a test of its own. */
class EligibilitySpecTest {
  private final PolicyReport report =
      new PolicyVerifier(EligibilitySpec.evaluators()).verify(PolicyRegistry.builtIn());

  @TestFactory
  Stream<DynamicTest> everyCheckOfTheBuiltInProfilesPasses() {
    return report.checks().stream()
        .map(
            check ->
                DynamicTest.dynamicTest(
                    check.line(),
                    () ->
                        assertThat(check.state())
                            .as(check.line())
                            .isEqualTo(PolicyCheck.State.PASSED)));
  }

  @Test
  void everyProfileHasWorkedCasesOfItsScope() {
    assertThat(PolicyRegistry.builtIn().cases())
        .filteredOn(spec -> spec.evaluator().equals(EligibilitySpec.NAME))
        .extracting(spec -> spec.profile())
        .containsAll(
            List.of(
                "FUZHOU-2021",
                "PUYANG-2020",
                "SANMING-2024",
                "SANYUAN-2022",
                "GENERIC",
                "DEMO-SANYUAN"));
  }
}
