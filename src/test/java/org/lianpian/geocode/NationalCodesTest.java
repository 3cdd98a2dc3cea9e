package org.lianpian.geocode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.model.AdminLevel;
import org.lianpian.model.AdminUnit;
import org.lianpian.support.SharedData;

@Tag("SY-A")
@Tag("B-15")
class NationalCodesTest {
  private static final String TABLE =
      """
      代码,一级行政区,二级行政区,名称,级别,状态,启用时间,变更/弃用时间,新代码
      350000,福建省,,福建省,省级,在用,1981,,
      350400,福建省,三明市,三明市,地级,在用,1983,,
      350402,福建省,三明市,梅列区,县级,弃用,1983,2021,350404
      350403,福建省,三明市,三元区,县级,弃用,1983,2021,350404[2021]
      350404,福建省,三明市,三元区,县级,在用,2021,,
      """;

  @Test
  void mergedDistrictsLeadToTheDistrictOfToday() throws IOException {
    List<AdminUnit> units = NationalCodes.counties(new StringReader(TABLE), "codes");
    StringWriter written = new StringWriter();
    DivisionTable.write(units, written);
    List<AdminUnit> read = DivisionTable.read(new StringReader(written.toString()), "codes");
    AdminDivisions divisions = AdminDivisions.of(read);

    for (String name : List.of("梅列区", "梅列", "350402")) {
      AdminResolution found = divisions.resolve(name, LocalDate.of(2024, 1, 1)).get(0);
      assertThat(found.change()).isEqualTo("梅列区→三元区(2021)");
    }
    assertThat(divisions.lineage(divisions.find("350404").get(0)))
        .extracting(AdminUnit::name)
        .contains("三明市", "福建省");
  }

  @Test
  void listsHaveTheUnitAbove() throws IOException {
    String list = "code,name,areaCode\n350404001,\"列东街道\",350404\n";
    AdminUnit street =
        NationalCodes.list(new StringReader(list), AdminLevel.STREET, "streets").get(0);

    assertThat(street.name()).isEqualTo("列东街道");
    assertThat(street.parentCode()).isEqualTo("350404");
  }

  @Test
  void lineThatCannotBeReadIsNamed() {
    String bad = TABLE + "35040,福建省,三明市,沙县,县级,在用,1983,,\n";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> NationalCodes.counties(new StringReader(bad), "codes.csv"))
        .withMessageContaining("codes.csv line 7");
  }

  @Test
  void everySuccessorOfTheRealTableIsAUnitOfItsOwn() throws IOException {
    Path file = SharedData.require("data/admin/areacodes-cc0.csv");
    try (Reader reader = Files.newBufferedReader(file)) {
      List<AdminUnit> units = NationalCodes.counties(reader, "codes");
      Set<String> known =
          units.stream().map(unit -> unit.id().substring(0, 6)).collect(Collectors.toSet());

      assertThat(units).hasSize(6823);
      for (AdminUnit unit : units) {
        assertThat(known).as(unit.id()).containsAll(unit.successors());
      }
    }
  }
}
