package org.lianpian.frontage;

import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The exact engine against dense samples. */
@NullUnmarked
@Tag("FZ-03")
class FrontageOracleTest {
  private static final double STEP = SampledFrontageClassifier.DEFAULT_STEP_METRES;
  private static final FrontageClassifier SAMPLED = new SampledFrontageClassifier();
  private static final FrontageClassifier EXACT = new ExactFrontageClassifier(1);

  @Test
  @DisplayName(
      "2,000 random worlds: E agrees to two steps, statuses differ in the review band only")
  void randomWorlds() {
    IntStream.range(0, 2_000).parallel().forEach(FrontageOracleTest::assertAgree);
  }

  private static void assertAgree(long seed) {
    World world = RandomWorlds.of(seed);
    Map<String, FrontageResult> sampled = world.by(SAMPLED).classify();
    world
        .by(EXACT)
        .classify()
        .forEach(
            (id, exact) ->
                OracleAgreement.check("seed " + seed + ", " + id, exact, sampled.get(id), STEP));
  }
}
