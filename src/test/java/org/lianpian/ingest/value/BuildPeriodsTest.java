package org.lianpian.ingest.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianpian.model.BuildPeriod;
import org.lianpian.model.BuiltPrecision;

/** Years of construction as offices write them (B-09, §7.7). */
@Tag("B-09")
class BuildPeriodsTest {

  @ParameterizedTest
  @CsvSource({
    "1998, 1998, 1998, YEAR",
    "1998年, 1998, 1998, YEAR",
    "2000.0, 2000, 2000, YEAR",
    "二〇〇〇年, 2000, 2000, YEAR",
    "二○○五年, 2005, 2005, YEAR",
    "１９９８年, 1998, 1998, YEAR",
    "建于1998年, 1998, 1998, YEAR",
    "1998年10月, 1998, 1998, YEAR",
    "1998.10, 1998, 1998, YEAR",
    "1998-10-05, 1998, 1998, DAY",
    "1998-2002, 1998, 2002, RANGE",
    "1998年至2002年, 1998, 2002, RANGE",
    "1998～2002, 1998, 2002, RANGE",
    "80年代, 1980, 1989, DECADE",
    "八十年代, 1980, 1989, DECADE",
    "上世纪90年代初, 1990, 1999, DECADE",
    "1990年代, 1990, 1999, DECADE",
    "2000年代, 2000, 2009, DECADE",
    "七八十年代, , , UNKNOWN",
    "70-80年代, 1970, 1989, DECADE",
    "2000年底前, , 2000, BEFORE",
    "二〇〇五年以前, , 2005, BEFORE",
    "2000年12月31日前, , 2000, BEFORE",
    "2000年以后, 2000, , AFTER",
    "不详, , , UNKNOWN",
    "-, , , UNKNOWN",
    "98年, 1998, 1998, YEAR",
    "05年, 2005, 2005, YEAR",
    "98-02, 1998, 2002, RANGE",
  })
  void readsTheInterval(
      String text, @Nullable Integer from, @Nullable Integer to, BuiltPrecision precision) {
    BuildPeriod period = period(BuildPeriods.parse(text));

    assertThat(period.from()).as("from").isEqualTo(from);
    assertThat(period.to()).as("to").isEqualTo(to);
    assertThat(period.precision()).isEqualTo(precision);
    assertThat(period.text()).as("the words are kept").isEqualTo(text);
  }

  @Test
  @DisplayName("36526 in a year column is proposed as the serial of 2000-01-01, not used")
  void excelSerialIsProposed() {
    Parsed<BuildPeriod> parsed = BuildPeriods.parse("36526");

    assertThat(period(parsed).from()).isEqualTo(2000);
    assertThat(finding(parsed).severity()).isEqualTo(Severity.PROPOSAL);
    assertThat(finding(parsed).zh()).contains("疑似Excel日期序列 2000-01-01");
  }

  @Test
  void approximateYearIsProposed() {
    assertThat(finding(BuildPeriods.parse("约1998年")).severity()).isEqualTo(Severity.PROPOSAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"98年", "98-02"})
  void twoDigitsAreReadWithAWarning(String text) {
    assertThat(finding(BuildPeriods.parse(text)).code()).isEqualTo("year.two-digits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"建设中", "2002-1998", "3998", "一九", "0"})
  void unreadableTextStaysUnknownWithAWarning(String text) {
    Parsed<BuildPeriod> parsed = BuildPeriods.parse(text);

    assertThat(period(parsed).isUnknown()).isTrue();
    assertThat(period(parsed).text()).isEqualTo(text);
    assertThat(finding(parsed).severity()).isEqualTo(Severity.WARNING);
  }

  private static BuildPeriod period(Parsed<BuildPeriod> parsed) {
    BuildPeriod period = parsed.value();
    assertThat(period).isNotNull();
    return period;
  }

  private static Finding finding(Parsed<?> parsed) {
    Finding finding = parsed.finding();
    assertThat(finding).isNotNull();
    return finding;
  }
}
