package org.lianpian.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianpian.region.BarriersTest.road;
import static org.lianpian.region.BarriersTest.water;
import static org.lianpian.region.UnitBuilder.unit;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.model.Progress;
import org.lianpian.model.Road;
import org.lianpian.model.RoadClass;
import org.lianpian.model.Watercourse;
import org.lianpian.model.WatercourseKind;

/**
 * A loop of local roads 0..200 x 0..100 with a road through the middle.
 *
 * <pre>
 *   +------+------+ 100
 *   |      |      |
 *   +------+------+ 0
 *   0     100    200
 * </pre>
 */
@Tag("PY-30")
@Tag("U-10")
class RoadBlocksTest {
  private static final List<Road> ROADS =
      List.of(
          road(
              "loop",
              RoadClass.LOCAL,
              false,
              false,
              "LINESTRING (0 0, 200 0, 200 100, 0 100, 0 0)"),
          road("middle", RoadClass.COLLECTOR, false, false, "LINESTRING (100 -20, 100 120)"),
          road("alley", RoadClass.ALLEY, false, false, "LINESTRING (50 0, 50 100)"));

  @Test
  void roadsOfLocalClassAndAboveBoundBlocks() {
    List<RoadBlock> blocks = RoadBlocks.from(ROADS, List.of(), List.of());
    assertThat(blocks).extracting(b -> b.polygon().getArea()).containsExactly(10000.0, 10000.0);
    assertThat(blocks).extracting(RoadBlock::id).containsExactly("RB-150-50", "RB-50-50");
  }

  @Test
  void riversCutBlocksAndAreNone() {
    Watercourse river =
        water("r", WatercourseKind.RIVER, false, "POLYGON ((-9 40, 99 40, 99 60, -9 60, -9 40))");
    List<RoadBlock> blocks = RoadBlocks.from(ROADS, List.of(river), List.of());
    assertThat(blocks.stream().mapToDouble(b -> b.polygon().getArea()).sum())
        .isEqualTo(10000 + 10000 - 99 * 20);
    assertThat(RoadBlocks.from(List.of(), List.of(), List.of())).isEmpty();
  }

  @Test
  void scatteredBuildingsOfOneBlockFormOnePackageAtAGapOf45Metres() {
    List<PackagingUnit> units =
        List.of(
            unit("B1").box(10, 20, 25, 32).buildings(1).households(24).build(),
            unit("B2").box(70, 20, 85, 32).buildings(1).households(30).build(),
            unit("B3").box(105, 20, 115, 32).buildings(1).households(12).build(),
            unit("C1").box(10, 80, 40, 95).buildings(5).households(90).build());
    PackagingInput input =
        new PackagingInput(units, List.of(), RoadBlocks.from(ROADS, List.of(), List.of()));
    PackagingParameters byGap = UnitBuilder.parameters().withMaxGapMetres(15);
    Regionalizer regionalizer = new SpanningTreeRegionalizer();
    PackagePlan plan =
        regionalizer.plan(input, byGap.withMode(PackagingMode.ROAD_BLOCK), Progress.NONE);
    assertThat(plan.packages()).hasSize(1);
    // B3 is nearer to B2, but across the road; C1 is no scattered building
    assertThat(plan.packages().get(0).members()).containsExactly("B1", "B2");
    assertThat(plan.graph().edges().get(0).gapMetres()).isEqualTo(45);
    assertThat(plan.graph().edges().get(0).roadBlock()).isEqualTo("RB-50-50");
    assertThat(plan.findLeftover("B3").orElseThrow().roadBlock()).isEqualTo("RB-150-50");
    assertThat(regionalizer.plan(input, byGap, Progress.NONE).packages()).isEmpty();
  }
}
