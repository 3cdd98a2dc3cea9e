package org.lianpian.geocode.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.geocode.match.Estate;
import org.lianpian.geocode.match.NameQuery;
import org.lianpian.geocode.match.Weights;
import org.lianpian.support.SharedData;

/** The shipped weights on cities that they were not fitted on; bounds below what was measured. */
@Tag("US-P01")
class TrialTest {
  @Test
  void shippedWeightsHoldOnOtherCities() throws IOException {
    SharedData.require("data/geocoding/gazetteer.tsv");
    List<City> cities = City.read(SharedData.require("data/geocoding"));
    Map<String, Object> figures = new Trial(cities, 20, 7).measure(Weights.shipped());

    assertThat(percent(figures, "synthetic", "top1Percent")).isGreaterThan(98);
    assertThat(percent(figures, "synthetic", "precisionOfAcceptedPercent")).isGreaterThan(99.7);
    assertThat(percent(figures, "real", "falselyAcceptedWhenAbsentPercent")).isLessThan(0.3);
  }

  @Test
  void corruptionIsTheSameForTheSameSeed() {
    Estate estate = new Estate("1", "杜鹃新村2期", List.of(), "梅列区", "新市北路25号", 0, 0);
    for (Corruption way : Corruption.values()) {
      NameQuery one = new Corruptor(3).corrupt(estate, way);
      assertThat(new Corruptor(3).corrupt(estate, way)).as("%s", way).isEqualTo(one);
    }
    assertThat(new Corruptor(3).corrupt(estate, Corruption.TRADITIONAL).name()).isEqualTo("杜鵑新邨2期");
    assertThat(new Corruptor(3).corrupt(estate, Corruption.NUMERALS).name()).isEqualTo("杜鹃新村二期");
  }

  @SuppressWarnings("unchecked")
  private static double percent(Map<String, Object> figures, String part, String name) {
    return ((Number) ((Map<String, Object>) figures.get(part)).get(name)).doubleValue();
  }
}
