package org.lianpian.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Splits a row of three estates, 100 m wide and 10 m apart, by lines. */
@NullUnmarked
@Tag("US-P08")
class AreaSplitterTest {
  private static final List<PackagingUnit> ROW =
      List.of(
          unit("A", "POLYGON ((0 0, 100 0, 100 80, 0 80, 0 0))"),
          unit("B", "POLYGON ((110 0, 210 0, 210 80, 110 80, 110 0))"),
          unit("C", "POLYGON ((220 0, 320 0, 320 80, 220 80, 220 0))"));

  private static PackagingUnit unit(String id, String wkt) {
    return UnitBuilder.unit(id).wkt(wkt).build();
  }

  private static Geometry line(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  @Test
  void lineBetweenTwoEstatesParts() {
    AreaSplitter.Split split = AreaSplitter.split(ROW, line("LINESTRING (105 -10, 105 90)"));

    assertThat(split.parts()).containsExactly(List.of("B", "C"), List.of("A"));
    assertThat(split.crossed()).isEmpty();
  }

  @Test
  void shortLineGoesOnInItsDirection() {
    AreaSplitter.Split split = AreaSplitter.split(ROW, line("LINESTRING (215 30, 215 50)"));

    assertThat(split.parts()).containsExactly(List.of("A", "B"), List.of("C"));
  }

  @Test
  void crossedEstateGoesWhereMostOfItLies() {
    AreaSplitter.Split split = AreaSplitter.split(ROW, line("LINESTRING (130 -10, 130 90)"));

    assertThat(split.parts()).containsExactly(List.of("B", "C"), List.of("A"));
    assertThat(split.crossed()).containsExactly("B");
  }

  @Test
  void lineThatMissesLeavesOnePart() {
    AreaSplitter.Split split = AreaSplitter.split(ROW, line("LINESTRING (-20 -10, -20 90)"));

    assertThat(split.parts()).containsExactly(List.of("A", "B", "C"));
  }

  @Test
  void roadInPiecesCutsAsOneLine() {
    AreaSplitter.Split split =
        AreaSplitter.split(ROW, line("MULTILINESTRING ((105 40, 105 90), (105 -10, 105 40))"));

    assertThat(split.parts()).containsExactly(List.of("B", "C"), List.of("A"));
  }
}
