package org.lianpian.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("B-26")
class CoordinateTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "117°37′51.6″",
        "117°37'51.6\"",
        "117° 37' 51.6\" ",
        "117º37’51.6”",
        "117°37'51.6''",
        "117°37′51.6′′",
        "117度37分51.6秒",
        "１１７°３７′５１．６″",
        "117°37′51.6″E",
        "E117°37′51.6″",
        "东经117°37′51.6″",
        "东经：117度37分51.6秒",
        "117-37-51.6",
        "117:37:51.6",
        "117 37 51.6",
        "117°37.86′",
        "117.631°",
        "\u200B117°37′51.6″"
      })
  void allSpellingsOfSanmingsLongitudeAreRead(String text) {
    assertThat(CoordinateText.parse(text).orElseThrow().value()).isEqualTo(117.631, within(1e-12));
  }

  @Test
  void hemispheresNameTheAxisAndTheSign() {
    assertThat(CoordinateText.parse("东经117°37′51.6″").orElseThrow().axis())
        .isEqualTo(CoordinateText.Axis.LONGITUDE);
    assertThat(CoordinateText.parse("北纬26°16′1.2″").orElseThrow().axis())
        .isEqualTo(CoordinateText.Axis.LATITUDE);
    assertThat(CoordinateText.parse("26°16′1.2″").orElseThrow().axis()).isNull();
    assertThat(CoordinateText.parse("33°30′S").orElseThrow().value()).isEqualTo(-33.5);
    assertThat(CoordinateText.parse("西经10°").orElseThrow().value()).isEqualTo(-10);
  }

  @Test
  void plainNumbersStayWhatTheyAre() {
    CoordinateText packed = CoordinateText.parse("117.3751").orElseThrow();
    assertThat(packed.value()).isEqualTo(117.3751);
    assertThat(packed.notation()).isEqualTo(CoordinateText.Notation.PLAIN_NUMBER);
    assertThat(CoordinateText.parse("39563031.566").orElseThrow().value()).isEqualTo(39563031.566);
    assertThat(CoordinateText.parse("-9999").orElseThrow().value()).isEqualTo(-9999);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "不详",
        "117°61′51.6″",
        "117°37′60″",
        "117.5°37′",
        "东经117°37′W",
        "117,26",
        "1-2幢",
        "2022-03-10"
      })
  void whatIsNoCoordinateIsNotRead(String text) {
    assertThat(CoordinateText.parse(text)).isEmpty();
  }
}
