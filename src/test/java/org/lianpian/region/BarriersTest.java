package org.lianpian.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianpian.region.UnitBuilder.read;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.model.BankBaseline;
import org.lianpian.model.Provenance;
import org.lianpian.model.Railway;
import org.lianpian.model.Road;
import org.lianpian.model.RoadClass;
import org.lianpian.model.Watercourse;
import org.lianpian.model.WatercourseKind;

@Tag("U-7")
class BarriersTest {
  private static final PackagingParameters PARAMETERS = UnitBuilder.parameters();
  private static final String LINE = "LINESTRING (0 0, 100 0)";

  static Watercourse water(String id, WatercourseKind kind, boolean culverted, String wkt) {
    return new Watercourse(
        id,
        read(wkt),
        Provenance.of("test"),
        "沙溪",
        kind,
        BankBaseline.WATER_EDGE,
        null,
        true,
        culverted);
  }

  static Road road(String id, RoadClass roadClass, boolean bridge, boolean crossable, String wkt) {
    return new Road(
        id, read(wkt), Provenance.of("test"), "列东街", roadClass, null, bridge, crossable);
  }

  private static List<String> ids(List<Barrier> barriers) {
    return barriers.stream().map(Barrier::id).toList();
  }

  @Test
  void riversSeparateButPondsDitchesAndCulvertsDoNot() {
    List<Watercourse> waters =
        List.of(
            water("1", WatercourseKind.RIVER, false, LINE),
            water("2", WatercourseKind.POND, false, LINE),
            water("3", WatercourseKind.DITCH, false, LINE),
            water("4", WatercourseKind.RIVER, true, LINE),
            water("5", WatercourseKind.UNKNOWN, false, LINE));
    assertThat(ids(Barriers.from(waters, List.of(), List.of(), PARAMETERS)))
        .containsExactly("watercourse/1", "watercourse/5");
  }

  @Test
  void onlyRoadsOfTheNamedClassesSeparateAndOnlyWhereOneCannotPass() {
    List<Road> roads =
        List.of(
            road("1", RoadClass.ARTERIAL, false, false, LINE),
            road("2", RoadClass.ARTERIAL, false, true, LINE),
            road("3", RoadClass.COLLECTOR, false, false, LINE),
            road("4", RoadClass.LOCAL, false, false, LINE),
            road("5", RoadClass.EXPRESSWAY, false, false, LINE));
    List<Barrier> barriers = Barriers.from(List.of(), roads, List.of(), PARAMETERS);
    assertThat(ids(barriers)).containsExactly("road/1", "road/5");
    assertThat(barriers.get(0).zh()).isEqualTo("主干路「列东街」");
    PackagingParameters none = PARAMETERS.withBarriers(EnumSet.noneOf(BarrierKind.class));
    assertThat(Barriers.from(List.of(), roads, List.of(), none)).isEmpty();
  }

  @Test
  void railwaysSeparateExceptInTunnelsAndOnViaducts() {
    List<Railway> railways =
        List.of(
            new Railway("1", read(LINE), Provenance.of("test"), "鹰厦铁路", false),
            new Railway("2", read(LINE), Provenance.of("test"), "鹰厦铁路", true));
    assertThat(ids(Barriers.from(List.of(), List.of(), railways, PARAMETERS)))
        .containsExactly("railway/1");
  }

  @Test
  void aBridgeIsACrossingOfTheRiverAndAnUnderpassOfTheRoad() {
    List<Road> roads =
        List.of(
            road("bridge", RoadClass.LOCAL, true, false, "LINESTRING (50 -20, 50 20)"),
            road("underpass", RoadClass.ALLEY, false, true, "LINESTRING (20 -200, 20 -100)"),
            road("main", RoadClass.ARTERIAL, false, false, "LINESTRING (0 -150, 100 -150)"));
    List<Barrier> barriers =
        Barriers.from(
            List.of(water("1", WatercourseKind.RIVER, false, LINE)), roads, List.of(), PARAMETERS);
    assertThat(ids(barriers)).containsExactly("watercourse/1", "road/main");
    assertThat(barriers.get(0).crossings()).containsExactly(read("LINESTRING (50 -20, 50 20)"));
    assertThat(barriers.get(1).crossings()).containsExactly(read("LINESTRING (20 -200, 20 -100)"));
  }

  @Test
  void aMixedCollectionBecomesOneBarrierPerPart() {
    String mixed = "GEOMETRYCOLLECTION (LINESTRING (0 0, 9 0), POLYGON ((9 0, 20 0, 20 5, 9 0)))";
    List<Barrier> barriers =
        Barriers.from(
            List.of(water("1", WatercourseKind.RIVER, false, mixed)),
            List.of(),
            List.of(),
            PARAMETERS);
    assertThat(ids(barriers)).containsExactly("watercourse/1#0", "watercourse/1#1");
    assertThatThrownBy(() -> new Barrier("x", "", BarrierKind.RIVER, read(mixed)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x");
  }
}
