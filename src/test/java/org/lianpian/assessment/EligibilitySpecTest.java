package org.lianpian.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lianpian.policy.PolicyCheck;
import org.lianpian.policy.PolicyRegistry;
import org.lianpian.policy.PolicyReport;
import org.lianpian.policy.PolicyVerifier;

/**
 * Runs every check of {@code verify-policy}, each worked case as a test of its own. The tags are
 * the requirements that the worked cases name.
 */
@Tag("C-1")
@Tag("C-3")
@Tag("C-4")
@Tag("C-5")
@Tag("C-9")
@Tag("C-14")
@Tag("FZ-03")
@Tag("FZ-13")
@Tag("FZ-25")
@Tag("FZ-27")
@Tag("FZ-28")
@Tag("FZ-29")
@Tag("FZ-43")
@Tag("FZ-44")
@Tag("FZ-46")
@Tag("FZ-47")
@Tag("FZ-49")
@Tag("FZ-54")
@Tag("FZ-60")
@Tag("FZ-61")
@Tag("FZ-62")
@Tag("FZ-108")
@Tag("FZ-112")
@Tag("FZ-113")
@Tag("FZ-116")
@Tag("NL-01")
@Tag("NL-04")
@Tag("PY-11")
@Tag("PY-12")
@Tag("PY-13")
@Tag("PY-14")
@Tag("PY-15")
@Tag("PY-16")
@Tag("PY-17")
@Tag("PY-18")
@Tag("PY-28")
@Tag("PY-29")
@Tag("PY-34")
@Tag("PY-36")
@Tag("PY-43")
@Tag("PY-46")
@Tag("SM-01")
@Tag("SM-10")
@Tag("SM-20")
@Tag("SM-29")
@Tag("SM-43")
@Tag("SY-01")
@Tag("SY-14")
@Tag("SY-16")
@Tag("SY-25")
@Tag("SY-44")
@Tag("U-7")
@Tag("U-15")
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
  void theTagsOfThisClassAreTheRequirementsOfTheWorkedCases() {
    Set<String> ids = new TreeSet<>();
    PolicyRegistry.builtIn()
        .cases()
        .forEach(spec -> ids.addAll(List.of(spec.requirement().split(", "))));
    assertThat(EligibilitySpecTest.class.getAnnotationsByType(Tag.class))
        .extracting(Tag::value)
        .containsExactlyInAnyOrderElementsOf(ids);
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
