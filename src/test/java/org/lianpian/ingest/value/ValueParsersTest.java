package org.lianpian.ingest.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianpian.model.BalconyRiser;
import org.lianpian.model.ExclusionKind;
import org.lianpian.model.Medium;
import org.lianpian.model.RoadClass;

/** Cells as people fill them in (US-C07, B-05 to B-11, B-36, B-37, §7.7). */
class ValueParsersTest {

  @ParameterizedTest
  @Tag("US-C07")
  @CsvSource(
      delimiter = '|',
      value = {
        "99.7万平方米|m2||997000",
        "997000㎡|m2||997000",
        "997,000 m2|m2||997000",
        "99.7|m2|万平方米|997000",
        "1.8亿元|元||180000000",
        "1.8亿|元|元|180000000",
        "111.5千米|m||111500",
        "2.43万户|户||24300",
        "１２，１９７户|户||12197",
        "1,234|户||1234",
        "120 |户||120",
        "12 栋|栋||12",
        "0.3m|mm||300",
        "1.5e3|m2||1500",
      })
  void readsNumbersWithUnits(
      String text, String unit, @Nullable String columnUnit, BigDecimal expected) {
    Parsed<BigDecimal> parsed = Numbers.parse(text, unit, columnUnit);

    assertThat(parsed.value()).isEqualByComparingTo(expected);
    assertThat(parsed.finding()).isNull();
  }

  @Test
  @Tag("US-C07")
  void floorAreaInHectaresIsDoubted() {
    Parsed<BigDecimal> parsed = Numbers.parse("9.97公顷", "m2", null);

    assertThat(parsed.value()).isEqualByComparingTo("99700");
    assertThat(code(parsed)).isEqualTo("number.hectares");
  }

  @ParameterizedTest
  @Tag("US-C02")
  @ValueSource(strings = {"约120户", "120余户", "120户左右", "120多户", "近120户"})
  void approximateNumberIsProposed(String text) {
    Parsed<Integer> parsed = Numbers.parseInteger(text, "户", null);

    assertThat(parsed.value()).isEqualTo(120);
    assertThat(severity(parsed)).isEqualTo(Severity.PROPOSAL);
  }

  @ParameterizedTest
  @Tag("B-08")
  @CsvSource({
    "120/118, number.several",
    "3栋半, number.unreadable",
    "120.5, number.not-integer",
    "abc, number.unreadable",
    "5㎡, number.unit",
    "#REF!, value.error-cell",
  })
  void unreadableNumberIsAnError(String text, String code) {
    Parsed<Integer> parsed = Numbers.parseInteger(text, "户", null);

    assertThat(parsed.value()).isNull();
    assertThat(code(parsed)).isEqualTo(code);
    assertThat(severity(parsed)).isEqualTo(Severity.ERROR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "—", "/", "不详", "N/A"})
  void wordsForUnknownAreUnknownAndNeverZero(String text) {
    assertThat(Numbers.parse(text, "户", null)).isEqualTo(Parsed.unknown());
  }

  @Test
  @Tag("B-28")
  void placeholderNumberIsUnknown() {
    assertThat(Numbers.parse("-9999", "m", null).value()).isNull();
    assertThat(code(Numbers.parse("-9999", "m", null))).isEqualTo("number.placeholder");
  }

  @ParameterizedTest
  @Tag("US-E12")
  @ValueSource(
      strings = {
        "DN300", "dn 300", "Φ300", "φ300", "d300", "D300", "300mm", "300", "300.0", "0.3m"
      })
  void diametersAreMillimetres(String text) {
    assertThat(Diameters.parse(text)).isEqualTo(Parsed.of(300));
  }

  @Test
  @Tag("B-36")
  void oddDiametersAreDoubted() {
    assertThat(code(Diameters.parse("300×400"))).isEqualTo("diameter.box");
    assertThat(Diameters.parse("300×400").value()).isNull();
    assertThat(code(Diameters.parse("0.3"))).isEqualTo("diameter.metres");
    assertThat(Diameters.parse("0").value()).isNull();
    assertThat(severity(Diameters.parse("粗"))).isEqualTo(Severity.ERROR);
  }

  @ParameterizedTest
  @Tag("B-10")
  @ValueSource(
      strings = {
        "2022.3.10",
        "2022/3/10",
        "2022-03-10",
        "2022年3月10日",
        "20220310",
        "2022-03-10 00:00:00"
      })
  void readsDates(String text) {
    assertThat(Dates.parse(text)).isEqualTo(Parsed.of(LocalDate.of(2022, 3, 10)));
  }

  @ParameterizedTest
  @Tag("B-10")
  @CsvSource({
    "3月10日, date.no-year",
    "2022年3月-6月, date.not-a-day",
    "2022.2.10-2022.3.10, date.not-a-day",
    "2022-02-30, date.impossible",
    "10/03/2022, date.unreadable",
  })
  void uncertainDateIsAnError(String text, String code) {
    assertThat(code(Dates.parse(text))).isEqualTo(code);
    assertThat(severity(Dates.parse(text))).isEqualTo(Severity.ERROR);
  }

  @Test
  @Tag("B-10")
  void readsTwoDates() {
    assertThat(Dates.parseRange("2022.2.10-2022.3.10"))
        .isEqualTo(new Dates.DateRange(LocalDate.of(2022, 2, 10), LocalDate.of(2022, 3, 10)));
  }

  @Test
  void serialDateIsProposed() {
    assertThat(Dates.parse("44630").value()).isEqualTo(LocalDate.of(2022, 3, 10));
    assertThat(severity(Dates.parse("44630"))).isEqualTo(Severity.PROPOSAL);
  }

  @ParameterizedTest
  @Tag("B-37")
  @CsvSource({
    "污水, SEWAGE",
    "W, SEWAGE",
    "ws, SEWAGE",
    "污, SEWAGE",
    "Sewage, SEWAGE",
    "雨水, STORM",
    "Y, STORM",
    "YS, STORM",
    "合流, COMBINED",
    "HS, COMBINED",
    "不详, UNKNOWN"
  })
  void readsMediumByLabel(String text, String code) {
    assertThat(Codes.parse(text, List.of(Medium.values()))).isEqualTo(Parsed.of(code));
  }

  @Test
  @Tag("B-37")
  @DisplayName("1 and 2 could be either medium, so they are unknown, with a warning")
  void unlistedCodeIsUnknownWithAWarning() {
    Parsed<String> parsed = Codes.parse("1", List.of(Medium.values()));

    assertThat(parsed.value()).isEqualTo("UNKNOWN");
    assertThat(code(parsed)).isEqualTo("code.unknown");
  }

  @Test
  void codeListWithoutUnknownRefusesOtherWords() {
    assertThat(severity(Codes.parse("公园", List.of(ExclusionKind.values()))))
        .isEqualTo(Severity.ERROR);
  }

  @Test
  void noneMeansNoneWhereTheListHasIt() {
    assertThat(Codes.parse("无", List.of(BalconyRiser.values())).value()).isEqualTo("NONE");
    assertThat(Codes.parse("primary", List.of(RoadClass.values())).value()).isEqualTo("ARTERIAL");
  }

  @ParameterizedTest
  @CsvSource({"是, true", "否, false", "1, true", "0, false", "T, true", "有, true", "无, false"})
  void readsYesAndNo(String text, boolean value) {
    assertThat(Booleans.parse(text)).isEqualTo(Parsed.of(value));
  }

  @Test
  @Tag("B-11")
  void expandsBuildingLists() {
    assertThat(BuildingLists.expand("17幢-21幢")).containsExactly("17", "18", "19", "20", "21");
    assertThat(BuildingLists.expand("10、23-25、34、35-38幢")).hasSize(9);
    assertThat(BuildingLists.expand("1、2、19幢")).containsExactly("1", "2", "19");
    assertThat(BuildingLists.expand("02、21、25-35、A3")).hasSize(14).contains("02", "A3");
  }

  @Test
  @Tag("US-C05")
  void spellingsOfOneNameHaveOneKey() {
    assertThat(Texts.nameKey("红岩新村(一期)"))
        .isEqualTo(Texts.nameKey("红岩新村一期"))
        .isEqualTo(Texts.nameKey("红岩新村（1期）"));
    assertThat(Texts.nameKey("红岩新村二期")).isNotEqualTo(Texts.nameKey("红岩新村一期"));
  }

  @Test
  @Tag("B-46")
  void invisibleCharactersAreRemoved() {
    assertThat(Texts.normalise("红岩\u200B新村　１号")).isEqualTo("红岩新村 1号");
  }

  private static String code(Parsed<?> parsed) {
    Finding finding = parsed.finding();
    return finding == null ? "" : finding.code();
  }

  private static @Nullable Severity severity(Parsed<?> parsed) {
    Finding finding = parsed.finding();
    return finding == null ? null : finding.severity();
  }
}
