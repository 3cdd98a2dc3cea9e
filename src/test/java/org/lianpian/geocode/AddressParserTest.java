package org.lianpian.geocode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressParserTest {
  private final AddressParser parser =
      new AddressParser(AdminDivisions.of(DivisionTable.shipped()));

  @ParameterizedTest
  @CsvSource({
    "三明市梅列区列东街道新和路45号小区, CITY三明市 DISTRICT梅列区 STREET列东街道 ROAD新和路 HOUSE_NUMBER45 RESIDUE小区",
    "福建省三明市三元区红岩新村二期17-21幢, PROVINCE福建省 CITY三明市 DISTRICT三元区 ESTATE红岩新村 PHASE2期 BUILDINGS17-21幢",
    "三明三元列东街道三路社区崇宁路77至83号, CITY三明 DISTRICT三元 STREET列东街道 NEIGHBOURHOOD三路社区 ROAD崇宁路 HOUSE_NUMBER77-83",
    "牡丹新村, ESTATE牡丹新村",
    "新和路小区, ESTATE新和路小区",
    "杜鹃(牡丹)新村1幢、3幢2单元, ESTATE杜鹃(牡丹)新村 BUILDINGS1幢、3幢 UNIT2单元",
    "鼓楼区五四北路1号院, DISTRICT鼓楼区 ROAD五四北路 HOUSE_NUMBER1",
    "新和路45号楼, ROAD新和路 BUILDINGS45号楼",
    "晋安-塔头-琯尾街46号, DISTRICT晋安 RESIDUE塔头 ROAD琯尾街 HOUSE_NUMBER46",
    "五山路与凤湖路交叉点, ROAD五山路 ROAD凤湖路 RELATION交叉点",
    "铜盘路软件大道89号, ROAD铜盘路 ROAD软件大道 HOUSE_NUMBER89",
    "仓山区人民政府附近, DISTRICT仓山区 ESTATE人民政府 RELATION附近",
    "凤湖新城一区, ESTATE凤湖新城 PHASE1区",
    "融信澜郡B区, ESTATE融信澜郡 PHASEB区"
  })
  void addressesAreTakenApart(String raw, String expected) {
    assertThat(describe(parser.parse(raw))).isEqualTo(expected);
  }

  @Test
  @Tag("US-P02")
  void everyComponentKeepsItsPlaceInTheRawText() {
    String raw = "三明市 梅列区（列东街道）新和路４５号\u200B红岩新村 二期";
    AddressComponents components = parser.parse(raw);
    for (AddressComponent component : components.components()) {
      assertThat(raw.substring(component.start(), component.end())).isEqualTo(component.text());
    }
    assertThat(components.find(ComponentKind.HOUSE_NUMBER).orElseThrow().text()).isEqualTo("４５号");
    assertThat(components.value(ComponentKind.PHASE)).isEqualTo("2期");
  }

  @Test
  @Tag("B-13")
  void fourBoundsAreRead() {
    AddressComponents components = parser.parse("区政府西侧片区(钟法路以东、区政府以西、胜利路以南、南昌路以北)");
    assertThat(components.bounds())
        .containsExactly(
            new AreaBound("钟法路", "东"),
            new AreaBound("区政府", "西"),
            new AreaBound("胜利路", "南"),
            new AreaBound("南昌路", "北"));
    assertThat(components.isRelative()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"红岩新村周边片区", "步行街周边街区", "区政府附近", "师大斜对面"})
  @Tag("B-13")
  void surroundingsAreRelative(String raw) {
    assertThat(parser.parse(raw).isRelative()).isTrue();
  }

  @Test
  void shortDistrictNamesAreNotTakenOutOfOtherNames() {
    assertThat(describe(parser.parse("长乐路12号"))).isEqualTo("ROAD长乐路 HOUSE_NUMBER12");
    assertThat(describe(parser.parse("三元新村"))).isEqualTo("ESTATE三元新村");
    assertThat(describe(parser.parse("长乐北路3号"))).isEqualTo("ROAD长乐北路 HOUSE_NUMBER3");
  }

  /** Whatever the text, components lie in order, inside it, and hold what they say. */
  @Test
  void anyTextIsTakenApartWithoutOverlap() {
    long seed = 42;
    Random random = new Random(seed);
    String alphabet = "三明市元区列东街道路弄号幢栋1２3-、，,()（）新村小期二十以南西周边 \u200BA~附近社镇\uD842\uDFB7";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder raw = new StringBuilder();
      int length = random.nextInt(14);
      for (int k = 0; k < length; k++) {
        raw.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      int last = 0;
      for (AddressComponent component : parser.parse(raw.toString()).components()) {
        assertThat(component.start()).as("seed %d: %s", seed, raw).isGreaterThanOrEqualTo(last);
        assertThat(raw.substring(component.start(), component.end())).isEqualTo(component.text());
        last = component.end();
      }
    }
  }

  private static String describe(AddressComponents components) {
    List<AddressComponent> parts = components.components();
    return parts.stream().map(part -> part.kind() + part.value()).collect(Collectors.joining(" "));
  }
}
