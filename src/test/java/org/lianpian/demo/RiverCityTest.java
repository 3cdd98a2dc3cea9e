package org.lianpian.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.frontage.ExactFrontageClassifier;
import org.lianpian.frontage.FrontageInput;
import org.lianpian.frontage.FrontageParameters;
import org.lianpian.frontage.FrontageStatus;
import org.lianpian.model.Progress;
import org.lianpian.model.Subject;
import org.lianpian.policy.PackedProfiles;

@NullUnmarked // a missing value fails the test
class RiverCityTest {
  private static final FrontageParameters RULE =
      FrontageParameters.from(PackedProfiles.get("OPEN-DATA"), LocalDate.of(2026, 1, 1));

  @Test
  void aCityHasTheBuildingsAskedForAndIsTheSameEachTime() {
    RiverCity city = RiverCity.generate(777, 3);
    RiverCity again = RiverCity.generate(777, 3);

    assertThat(city.buildings()).hasSize(777).isEqualTo(again.buildings());
    assertThat(city.watercourses()).isEqualTo(again.watercourses());
    assertThat(city.buildings()).allMatch(one -> one.geometry().isValid());
    assertThat(city.communities()).allMatch(one -> one.geometry().isValid());
    assertThat(city.watercourses()).allMatch(one -> one.geometry().isValid());
  }

  @Test
  @Tag("FZ-03")
  void everyAnswerOccursAndNeedsNoEvidenceToBeTheSame() {
    RiverCity city = RiverCity.generate(4_000, 1);
    FrontageInput input =
        new FrontageInput(List.of(), city.scatteredBuildings(), city.watercourses());
    ExactFrontageClassifier classifier = new ExactFrontageClassifier(2);

    Map<Subject, FrontageStatus> statuses = classifier.statuses(input, RULE, Progress.NONE);

    assertThat(statuses.values())
        .contains(
            FrontageStatus.FIRST_ROW,
            FrontageStatus.PARTIAL,
            FrontageStatus.BEHIND,
            FrontageStatus.OUTSIDE,
            FrontageStatus.NEEDS_SURVEY);
    assertThat(classifier.classify(input, RULE, Progress.NONE))
        .allMatch(result -> statuses.get(result.subject()) == result.status())
        .hasSameSizeAs(statuses.entrySet());
  }
}
