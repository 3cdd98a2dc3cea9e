package org.lianpian.geocode.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianpian.geocode.match.NameSuggester.Fit;
import org.lianpian.geocode.match.NameSuggester.Item;
import org.lianpian.geocode.match.NameSuggester.Suggestion;

@Tag("US-P19")
class NameSuggesterTest {
  private final NameSuggester suggester =
      new NameSuggester(
          List.of(
              new Item(List.of("杜鹃新村", "造纸厂宿舍"), "新市北路25号"),
              new Item(List.of("新村"), "江滨路1号"),
              new Item(List.of("红岩新村2期"), "杜鹃路8号"),
              new Item(List.of("碧桂园A区"), "")));

  @ParameterizedTest
  @CsvSource({
    "新村,1,SAME",
    "杜鹃,0,BEGINNING",
    "djxc,0,SOUND_BEGINNING",
    "DuJuan,0,SOUND_BEGINNING",
    "造纸,0,BEGINNING",
    "yan,2,SOUND_PART",
    "杜鵑,0,BEGINNING",
    "二期,2,PART",
    "碧桂园a,3,BEGINNING",
    "江滨路１号,1,ADDRESS"
  })
  void firstIsWhatFitsBest(String typed, int item, Fit fit) {
    Suggestion first = suggester.suggest(typed, 5).get(0);

    assertThat(first.item()).isEqualTo(item);
    assertThat(first.fit()).isEqualTo(fit);
  }

  @Test
  void eachItemIsNamedOnceAndAddressesComeLast() {
    assertThat(suggester.suggest("杜鹃", 5))
        .containsExactly(new Suggestion(0, 0, Fit.BEGINNING), new Suggestion(2, -1, Fit.ADDRESS));
    assertThat(suggester.suggest("新村", 2)).hasSize(2);
    assertThat(suggester.suggest(" ", 5)).isEmpty();
  }
}
