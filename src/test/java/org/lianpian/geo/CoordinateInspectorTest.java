package org.lianpian.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Columns of numbers of the three cities, in every way in which they arrive. */
class CoordinateInspectorTest {

  enum City {
    SANMING(117.6310, 26.2670, 4548, 4527, 39),
    FUZHOU(119.3000, 26.0800, 4549, 4528, 40),
    PUYANG(115.0300, 35.7600, 4547, 4526, 38);

    final Coordinate lonLat;
    final Crs metric;
    final Crs prefixed;
    final int prefix;

    City(double longitude, double latitude, int metric, int prefixed, int prefix) {
      this.lonLat = new Coordinate(longitude, latitude);
      this.metric = new Crs(metric);
      this.prefixed = new Crs(prefixed);
      this.prefix = prefix;
    }

    CoordinateInspector inspector() {
      Envelope region = new Envelope(lonLat);
      region.expandBy(0.4);
      return new CoordinateInspector(region, metric);
    }

    /** Twelve estates around the centre, in a CRS. */
    List<CoordinateRow> rows(Crs crs) {
      Reprojector reprojector = Reprojector.between(Crs.CGCS2000, crs);
      List<CoordinateRow> rows = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Coordinate at =
            reprojector.apply(
                new Coordinate(lonLat.x + 0.0123457 * i, lonLat.y - 0.0076543 * (i % 5)));
        rows.add(new CoordinateRow(i + 2, "小区" + i, at.x, at.y));
      }
      return rows;
    }
  }

  @ParameterizedTest
  @EnumSource
  void goodColumnsGiveNoFindings(City city) {
    assertThat(city.inspector().inspect(city.rows(Crs.CGCS2000))).isEmpty();
    assertThat(city.inspector().inspect(city.rows(city.metric))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @Tag("B-20")
  void swappedColumnsAreProposedToBeSwappedAsAWhole(City city) {
    List<CoordinateProposal> found = city.inspector().inspect(swap(city.rows(Crs.WGS84)));
    assertThat(found).hasSize(1);
    CoordinateProposal proposal = found.get(0);
    assertThat(proposal.code()).isEqualTo(CoordinateProposal.SWAPPED_AXES);
    assertThat(proposal.swap()).isTrue();
    assertThat(proposal.wholeColumn()).isTrue();
    assertThat(proposal.affectedRows()).hasSize(12).startsWith(2, 3);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("B-21")
  void surveyorsXIsRecognisedAsNorth(City city) {
    assertThat(city.inspector().inspect(swap(city.rows(city.metric))))
        .singleElement()
        .satisfies(
            proposal -> {
              assertThat(proposal.code()).isEqualTo(CoordinateProposal.NORTH_FIRST);
              assertThat(proposal.swap()).isTrue();
              assertThat(proposal.crs()).isEqualTo(city.metric);
              assertThat(proposal.zh()).contains("测量X为北");
            });
  }

  @ParameterizedTest
  @EnumSource
  @Tag("B-22")
  void zonePrefixesAreReadFromTheNumbers(City city) {
    assertThat(city.inspector().inspect(city.rows(city.prefixed)))
        .singleElement()
        .satisfies(
            proposal -> {
              assertThat(proposal.code()).isEqualTo(CoordinateProposal.ZONE_PREFIX);
              assertThat(proposal.crs()).isEqualTo(city.prefixed);
              assertThat(proposal.zh()).contains("带" + city.prefix + "带号");
            });
    assertThat(city.inspector().inspect(swap(city.rows(city.prefixed))))
        .extracting(CoordinateProposal::code)
        .containsExactly(CoordinateProposal.NORTH_FIRST, CoordinateProposal.ZONE_PREFIX);
  }

  /** Zone 20 of 6° has Sanming's own meridian, but not Fuzhou's. */
  @Test
  @Tag("B-22")
  void sixDegreePrefixIsCheckedAgainstTheProfile() {
    assertThat(City.SANMING.inspector().inspect(City.SANMING.rows(new Crs(4498))))
        .singleElement()
        .satisfies(proposal -> assertThat(proposal.zh()).contains("一致"));
    assertThat(City.FUZHOU.inspector().inspect(City.FUZHOU.rows(new Crs(4498))))
        .singleElement()
        .satisfies(
            proposal -> {
              assertThat(proposal.crs()).isEqualTo(new Crs(4498));
              assertThat(proposal.zh()).contains("不同,请确认");
            });
  }

  @Test
  @Tag("B-23")
  void eastingsWithoutZoneThatFitOnlyAnotherMeridianAreAskedAbout() {
    assertThat(City.FUZHOU.inspector().inspect(City.FUZHOU.rows(new Crs(4548))))
        .singleElement()
        .satisfies(
            proposal -> {
              assertThat(proposal.code()).isEqualTo(CoordinateProposal.ZONE_GUESS);
              assertThat(proposal.crs()).isEqualTo(new Crs(4548));
            });
  }

  @Test
  @Tag("B-24")
  void threeAndSixDegreeZonesInOneFileAreReportedAsTwoGroups() {
    List<CoordinateRow> rows = new ArrayList<>(City.FUZHOU.rows(City.FUZHOU.metric).subList(0, 6));
    rows.addAll(City.FUZHOU.rows(new Crs(4548)).subList(6, 12));
    assertThat(City.FUZHOU.inspector().inspect(rows))
        .anySatisfy(
            proposal -> {
              assertThat(proposal.code()).isEqualTo(CoordinateProposal.MIXED_SYSTEMS);
              assertThat(proposal.affectedRows()).hasSize(12);
              assertThat(proposal.zh()).contains("中央经线117").contains("中央经线120");
            })
        .anySatisfy(
            proposal -> {
              assertThat(proposal.code()).isEqualTo(CoordinateProposal.ZONE_GUESS);
              assertThat(proposal.affectedRows()).containsExactly(8, 9, 10, 11, 12, 13);
              assertThat(proposal.wholeColumn()).isFalse();
            });
  }

  @Test
  @Tag("B-27")
  void prefixedEastingsInStepsOfFourMetresAreFloats() {
    List<CoordinateRow> floats =
        map(
            City.SANMING.rows(City.SANMING.prefixed),
            row ->
                new CoordinateRow(
                    row.row(), row.name(), (double) (float) x(row), (double) (float) y(row)));
    assertThat(City.SANMING.inspector().inspect(floats))
        .anySatisfy(
            proposal -> {
              assertThat(proposal.code()).isEqualTo(CoordinateProposal.FLOAT32);
              assertThat(proposal.sigmaMetres()).isEqualTo(4.0);
            });
  }

  @Test
  @Tag("B-27")
  void roundedMetresAreNotFloats() {
    List<CoordinateRow> rounded =
        map(
            City.SANMING.rows(City.SANMING.metric),
            row -> new CoordinateRow(row.row(), row.name(), Math.rint(x(row)), Math.rint(y(row))));
    assertThat(City.SANMING.inspector().inspect(rounded)).isEmpty();
  }

  @Test
  @Tag("B-28")
  void placeholdersAndPileUpsAreFlagged() {
    List<CoordinateRow> rows = new ArrayList<>(City.SANMING.rows(Crs.CGCS2000).subList(0, 3));
    rows.add(new CoordinateRow(20, "红岩新村", 0.0, 0.0));
    rows.add(new CoordinateRow(21, "牡丹新村", -9999.0, -9999.0));
    rows.add(new CoordinateRow(22, "杜鹃新村", null, null));
    for (int i = 0; i < 3; i++) {
      rows.add(new CoordinateRow(30 + i, "单位宿舍" + i, 117.64, 26.25));
    }
    // two rows of one name on a point are an estate entered twice, not a default
    rows.add(new CoordinateRow(40, "工人新村", 117.65, 26.25));
    rows.add(new CoordinateRow(41, "工人新村", 117.65, 26.25));
    rows.add(new CoordinateRow(42, "工人新村二期", 117.65, 26.25));
    assertThat(City.SANMING.inspector().inspect(rows))
        .extracting(CoordinateProposal::code, CoordinateProposal::affectedRows)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                CoordinateProposal.PLACEHOLDER, List.of(20, 21, 22)),
            org.assertj.core.groups.Tuple.tuple(
                CoordinateProposal.PLACEHOLDER, List.of(30, 31, 32)));
  }

  @Test
  @Tag("B-26")
  void packedDegreesMinutesSecondsNeedAWholeColumnOfEvidence() {
    List<CoordinateRow> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      rows.add(new CoordinateRow(i, "小区" + i, 117.3710 + i * 0.0004, 26.1601 + i * 0.0003));
    }
    assertThat(City.SANMING.inspector().inspect(rows))
        .extracting(CoordinateProposal::code)
        .contains(CoordinateProposal.PACKED_DMS);
    assertThat(City.SANMING.inspector().inspect(rows.subList(0, 3)))
        .extracting(CoordinateProposal::code)
        .doesNotContain(CoordinateProposal.PACKED_DMS);
  }

  @Test
  void numbersThatFitNowhereAreSaidToFitNowhere() {
    assertThat(City.SANMING.inspector().inspect(City.PUYANG.rows(Crs.WGS84)))
        .extracting(CoordinateProposal::code)
        .containsExactly(CoordinateProposal.OUT_OF_REGION);
    assertThat(
            City.SANMING
                .inspector()
                .inspect(List.of(new CoordinateRow(2, "本地坐标", 12345.6, 54321.0))))
        .extracting(CoordinateProposal::code)
        .containsExactly(CoordinateProposal.OUT_OF_REGION);
  }

  @Test
  void findingsDoNotDependOnTheOrderOfRows() {
    List<CoordinateRow> rows = new ArrayList<>(City.FUZHOU.rows(new Crs(4548)));
    rows.addAll(swap(City.FUZHOU.rows(Crs.WGS84)));
    List<CoordinateProposal> first = City.FUZHOU.inspector().inspect(rows);
    Collections.shuffle(rows, new Random(7));
    assertThat(City.FUZHOU.inspector().inspect(rows)).isEqualTo(first);
  }

  @Test
  void regionsOutsideChinasZonesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CoordinateInspector(new Envelope(2, 3, 48, 49), new Crs(4548)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new CoordinateInspector(new Envelope(117, 118, 26, 27), Crs.WEB_MERCATOR));
  }

  private static List<CoordinateRow> swap(List<CoordinateRow> rows) {
    return map(rows, row -> new CoordinateRow(row.row(), row.name(), row.second(), row.first()));
  }

  private static List<CoordinateRow> map(
      List<CoordinateRow> rows, UnaryOperator<CoordinateRow> change) {
    return rows.stream().map(change).toList();
  }

  private static double x(CoordinateRow row) {
    return Objects.requireNonNull(row.first());
  }

  private static double y(CoordinateRow row) {
    return Objects.requireNonNull(row.second());
  }
}
