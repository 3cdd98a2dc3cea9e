package org.lianpian.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("B-25")
class DatumDetectorTest {

  @ParameterizedTest
  @EnumSource
  void elevenEstatesTellTheDatumThoughEachIsOffAndThreeAreMismatched(Datum datum) {
    long seed = 11;
    Random random = new Random(seed);
    List<DatumDetector.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      LonLat known = new LonLat(117.6 + random.nextDouble() * 0.05, 26.25 + i * 0.004);
      // two sources differ by up to 100 m, and three estates are not the same at all
      double noise = i < 3 ? 0.03 : 0.0008;
      LonLat written = datum.fromCgcs2000(known);
      pairs.add(
          new DatumDetector.Pair(
              new LonLat(
                  written.longitude() + (random.nextDouble() - 0.5) * noise,
                  written.latitude() + (random.nextDouble() - 0.5) * noise),
              known));
    }
    DatumDetector.Finding finding = DatumDetector.detect(pairs);
    assertThat(finding.best()).as("seed %d", seed).isEqualTo(datum);
    assertThat(finding.clear()).isTrue();
    assertThat(finding.residualMetres().get(datum)).isLessThan(100);
  }

  @Test
  void positionsHalfWayBetweenTwoDatumsTellNothing() {
    LonLat known = new LonLat(117.631, 26.267);
    LonLat shifted = Gcj02.fromWgs84(known);
    LonLat between =
        new LonLat(
            (known.longitude() + shifted.longitude()) / 2,
            (known.latitude() + shifted.latitude()) / 2);
    assertThat(DatumDetector.detect(List.of(new DatumDetector.Pair(between, known))).clear())
        .isFalse();
  }

  @Test
  void withoutKnownPositionsNothingIsGuessed() {
    assertThatIllegalArgumentException().isThrownBy(() -> DatumDetector.detect(List.of()));
  }
}
