package org.lianpian.geocode.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressNormaliserTest {

  @ParameterizedTest
  @CsvSource({
    "红岩新村二期, 红岩新村2期",
    "红岩新村（二期）, 红岩新村(2期)",
    "第十七幢, 第17幢",
    "一〇一室, 101室",
    "二百零三号, 203号",
    "新和路４５号, 新和路45号",
    "列东街道 新和路 45号, 列东街道新和路45号",
    "17～21幢, 17-21幢",
    "新華樓三號, 新华楼3号",
    "b区, B区"
  })
  void spellingsBecomeOne(String raw, String expected) {
    assertThat(AddressNormaliser.text(raw)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"三路社区", "五一路", "三元区", "八一七北路", "十里新村花园", "百花洲"})
  void numeralsInNamesStay(String name) {
    assertThat(AddressNormaliser.text(name)).isEqualTo(name);
  }

  @Test
  @Tag("B-46")
  void invisibleCharactersVanishAndOffsetsStillPointIntoTheRawText() {
    String raw = "列东\u200B街道　新和路四十五号";
    NormalisedText text = AddressNormaliser.normalise(raw);
    assertThat(text.text()).isEqualTo("列东街道新和路45号");
    assertThat(text.raw()).isEqualTo(raw);
    int road = text.text().indexOf("新和路");
    assertThat(raw.substring(text.rawStart(road), text.rawEnd(road + 3))).isEqualTo("新和路");
    int number = text.text().indexOf("45");
    assertThat(raw.substring(text.rawStart(number), text.rawEnd(number + 2))).isEqualTo("四十五");
    assertThat(AddressNormaliser.normalise("").text()).isEmpty();
  }
}
