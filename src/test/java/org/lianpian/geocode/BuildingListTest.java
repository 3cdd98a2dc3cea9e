package org.lianpian.geocode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("B-11")
class BuildingListTest {

  @ParameterizedTest
  @CsvSource({
    "17幢-21幢, 17 18 19 20 21",
    "10、23-25、34、35-38幢, 10 23 24 25 34 35 36 37 38",
    "1、2、19幢, 1 2 19",
    "02、21、25-27、A3, 2 21 25 26 27 A3",
    "1-5幢、7幢, 1 2 3 4 5 7",
    "１７幢～１９幢, 17 18 19",
    "十七幢至十九幢, 17 18 19",
    "A1-A3栋, A1 A2 A3",
    "3号楼, 3",
    "5#楼, 5",
    "1幢和2幢, 1 2",
    "3幢、3幢, 3",
    "1-3幢等, 1 2 3"
  })
  void listsAndRangesAreExpanded(String text, String numbers) {
    BuildingList list = BuildingList.parse(text).orElseThrow();
    assertThat(String.join(" ", list.numbers())).isEqualTo(numbers);
    assertThat(list.original()).isEqualTo(text);
  }

  @Test
  void theDocumentedFormsHaveTheKnownCounts() {
    assertThat(BuildingList.parse("17幢-21幢").orElseThrow().numbers()).hasSize(5);
    assertThat(BuildingList.parse("10、23-25、34、35-38幢").orElseThrow().numbers()).hasSize(9);
    assertThat(BuildingList.parse("02、21、25-35、A3").orElseThrow().numbers())
        .hasSize(14)
        .contains("A3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "全部", "21-17幢", "A1-B3幢", "1-2000幢", "新和路45号", "三栋半"})
  void whatIsNoListIsNotRead(String text) {
    assertThat(BuildingList.parse(text)).isEmpty();
  }
}
