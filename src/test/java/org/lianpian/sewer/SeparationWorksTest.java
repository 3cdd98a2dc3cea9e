package org.lianpian.sewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.model.Provenance;
import org.lianpian.model.Reach;
import org.lianpian.model.Row;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

@NullUnmarked
class SeparationWorksTest {

  @Test
  @DisplayName("US-E10: pipes of 1200.0 m and 300.5 m laid in 2024 are 1.5005 km")
  @Tag("SM-04")
  @Tag("US-E10")
  void addsTheLengthsOfOneYear() {
    List<Reach> reaches =
        List.of(
            reach("a", 1200, 2024, "IN_USE"),
            reach("b", 300.5, 2024, "IN_USE"),
            reach("c", 70, 2023, "IN_USE"),
            reach("d", 80, 2024, "PLANNED"),
            reach("e", 90, null, "IN_USE"));

    assertThat(SeparationWorks.lengthMetres(reaches, 2024) / 1000).isEqualTo(1.5005);
    assertThat(SeparationWorks.byYear(reaches))
        .extracting(year -> year.year() + " " + year.toTree().get("length_km"))
        .containsExactly("2023 0.07", "2024 1.5");
    assertThat(SeparationWorks.laidIn(reaches, 2024))
        .extracting(Reach::id)
        .containsExactly("a", "b");
  }

  private static Reach reach(String id, double metres, @Nullable Integer year, String state) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("separation_year", year);
    values.put("state", state);
    return Reach.TYPE.create(
        id,
        new GeometryFactory()
            .createLineString(new Coordinate[] {new Coordinate(0, 0), new Coordinate(metres, 0)}),
        Provenance.of("test"),
        new Row(values));
  }
}
