package org.lianpian.geocode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianpian.model.AdminLevel;
import org.lianpian.model.AdminUnit;

@Tag("B-15")
class AdminDivisionsTest {
  private final AdminDivisions divisions = AdminDivisions.of(DivisionTable.shipped());

  @ParameterizedTest
  @CsvSource({
    "350403, 2020-05-01, 350404, false",
    "350402, 2023-01-01, 350404, true",
    "350402, 2020-05-01, 350404, false",
    "梅列区, 2022-04-29, 350404, true",
    "梅列, 2022-04-29, 350404, true",
    "三元区, 2022-04-29, 350404, false",
    "三元区, 2021-06-01, 350404, false",
    "三元区, 2019-01-01, 350404, false",
    "沙县, 2020-01-01, 350405, false",
    "沙县, 2022-01-01, 350405, true",
    "沙县区, 2022-01-01, 350405, false",
    "长乐市, 2016-01-01, 350112, false",
    "350182, 2018-01-01, 350112, true",
    "长乐区, 2018-01-01, 350112, false",
    "X410900-01, 2020-01-01, X410900-01, false"
  })
  void oldNamesAndCodesLeadToTheUnitOfToday(
      String text, LocalDate on, String current, boolean obsolete) {
    List<AdminResolution> resolutions = divisions.resolve(text, on);
    assertThat(resolutions).hasSize(1);
    assertThat(resolutions.get(0).current()).extracting(AdminUnit::code).containsExactly(current);
    assertThat(resolutions.get(0).obsolete()).isEqualTo(obsolete);
  }

  @Test
  @Tag("US-P01")
  void changesAreExplained() {
    assertThat(divisions.resolve("梅列区", LocalDate.of(2020, 1, 1)).get(0).change())
        .isEqualTo("梅列区→三元区(2021)");
    assertThat(divisions.resolve("350403", LocalDate.of(2020, 1, 1)).get(0).change())
        .isEqualTo("三元区350403→三元区350404(2021)");
    assertThat(divisions.resolve("350402", LocalDate.of(2023, 1, 1)).get(0).remark().code())
        .isEqualTo("OBSOLETE_CODE");
  }

  @Test
  @Tag("SY-A")
  void eightStreetsAndNineteenCommunitiesOfSanyuanAreShipped() {
    List<AdminUnit> sanyuan =
        DivisionTable.shipped().stream().filter(unit -> unit.id().startsWith("350404/")).toList();
    assertThat(sanyuan).filteredOn(unit -> unit.level() == AdminLevel.STREET).hasSize(8);
    assertThat(sanyuan).filteredOn(unit -> unit.level() == AdminLevel.NEIGHBOURHOOD).hasSize(19);
    assertThat(sanyuan).allSatisfy(unit -> assertThat(unit.code()).isEmpty());
  }

  @Test
  @Tag("SY-A")
  void baishaIsAStreetAndACommunity() {
    assertThat(divisions.find("白沙"))
        .extracting(AdminUnit::level)
        .containsExactly(AdminLevel.STREET, AdminLevel.NEIGHBOURHOOD);
    assertThat(divisions.path(divisions.find("白沙社区").get(0))).isEqualTo("福建省三明市三元区白沙街道白沙社区");
  }

  @Test
  void everyShippedUnitHasAnIdAndAParentOfItsOwn() {
    List<AdminUnit> units = DivisionTable.shipped();
    assertThat(units).extracting(AdminUnit::id).doesNotHaveDuplicates();
    assertThat(units)
        .filteredOn(unit -> unit.level() != AdminLevel.PROVINCE)
        .allSatisfy(unit -> assertThat(divisions.parent(unit)).isPresent());
    assertThat(units)
        .allSatisfy(
            unit ->
                assertThat(unit.successors())
                    .allSatisfy(code -> assertThat(divisions.find(code)).hasSize(1)));
  }

  @Test
  void brokenTablesNameTheLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DivisionTable.read(new StringReader("title\n1\t2\n"), "t.tsv"))
        .withMessageContaining("t.tsv line 2");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                DivisionTable.read(
                    new StringReader("title\n1\t甲区\tDISTRICT\t\t2021\t\t\tx\n"), "t.tsv"))
        .withMessageContaining("line 2");
  }
}
