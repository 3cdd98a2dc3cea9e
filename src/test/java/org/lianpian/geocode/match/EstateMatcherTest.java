package org.lianpian.geocode.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianpian.geocode.bench.Corruption;
import org.lianpian.geocode.bench.Corruptor;

/** Names written otherwise find their estate; look-alikes are never as sure as the estate. */
@Tag("US-P01")
@Tag("US-P02")
class EstateMatcherTest {
  private static final double SURE = 0.97;

  private final EstateMatcher matcher =
      EstateMatcher.of(
          List.of(
              estate("1", "杜鹃新村", "梅列区", "列东街道新市北路25号"),
              estate("2", "牡丹新村", "梅列区", "列东街道新市中路60号"),
              estate("3", "西湖花园", "三元区", "江滨南路8号"),
              estate("4", "麒麟山庄", "三元区", "工业中路112号"),
              estate("5", "凤凰城一期", "沙县区", "金沙路9号"),
              estate("6", "凤凰城二期", "沙县区", "金沙路11号"),
              estate("7", "徐碧桂花园", "梅列区", "碧湖路3号")),
          Weights.shipped());

  @ParameterizedTest
  @CsvSource({
    "杜鹃心村,1",
    "杜娟新村,1",
    "杜鵑新邨,1",
    "雅戈尔西湖花园,3",
    "麒麟山庒,4",
    "麒麟庄,4",
    "凤凰城２期,6",
    "凤凰城三期,5",
    "徐碧桂花园小区,7"
  })
  void nameWrittenOtherwiseFindsItsEstate(String name, String id) {
    Ranking ranking = matcher.match(new NameQuery(name, "", ""));

    assertThat(ranking.candidates().get(0).estate().id()).isEqualTo(id);
    assertThat(ranking.candidates().get(0).contributions()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"芙蓉新村", "东湖花园", "麒麟花园", "狮子山庄", "桂花园"})
  void lookAlikeIsNeverSure(String name) {
    assertThat(matcher.match(new NameQuery(name, "", "")).confidence()).isLessThan(SURE);
  }

  @Test
  void partThatIsNotNamedStaysOpen() {
    assertThat(matcher.match(new NameQuery("凤凰城", "沙县区", "")).partOpen()).isTrue();
    assertThat(matcher.match(new NameQuery("凤凰城三期", "沙县区", "")).partOpen()).isTrue();
    assertThat(matcher.match(new NameQuery("凤凰城二期", "沙县区", "")).partOpen()).isFalse();
  }

  @Test
  void contributionsAddUpToTheScore() {
    for (ScoredEstate one : matcher.match(new NameQuery("杜鹃心村", "梅列", "")).candidates()) {
      double sum = one.contributions().stream().mapToDouble(part -> part.weight()).sum();
      assertThat(sum).isCloseTo(one.score(), org.assertj.core.data.Offset.offset(1e-6));
    }
  }

  @Test
  void nothingAskedOrNothingKnownFindsNothing() {
    assertThat(matcher.match(new NameQuery("", "", "")).candidates()).isEmpty();
    EstateMatcher empty = EstateMatcher.of(List.of(), Weights.shipped());
    assertThat(empty.match(new NameQuery("杜鹃新村", "", "")).candidates()).isEmpty();
  }

  /** The index finds what comparing with every name finds, wherever that is likely right. */
  @Test
  void indexLosesNothingThatIsLikely() {
    for (int seed = 0; seed < 5; seed++) {
      List<Estate> estates = world(seed, 600);
      EstateMatcher world = EstateMatcher.of(estates, Weights.shipped());
      Corruptor corruptor = new Corruptor(seed);
      for (Estate estate : estates.subList(0, 60)) {
        for (Corruption way : Corruption.values()) {
          NameQuery query = corruptor.corrupt(estate, way);
          Ranking plain = world.matchPlainly(query);
          if (plain.confidence() >= 0.5) {
            Ranking fast = world.match(query);
            assertThat(fast.candidates().get(0))
                .as("%s %s", way, query)
                .isEqualTo(plain.candidates().get(0));
          }
        }
      }
    }
  }

  private static List<Estate> world(int seed, int size) {
    String characters = "梅列三元沙县金碧桂兰荷牡丹芙蓉杜鹃麒麟凤凰龙虎山水江河湖海东西南北新华建设文明和平胜利工农";
    List<String> kinds = List.of("新村", "花园", "小区", "公寓", "家属院", "苑", "一期", "二区");
    Random random = new Random(seed);
    List<Estate> estates = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      StringBuilder name = new StringBuilder();
      for (int k = 0; k < 2 + random.nextInt(3); k++) {
        name.append(characters.charAt(random.nextInt(characters.length())));
      }
      name.append(kinds.get(random.nextInt(kinds.size())));
      String road =
          characters.charAt(random.nextInt(characters.length())) + "江路" + random.nextInt(300) + "号";
      estates.add(
          new Estate(
              "e" + i,
              name.toString(),
              List.of(),
              random.nextBoolean() ? "三元区" : "沙县区",
              road,
              random.nextInt(20_000),
              random.nextInt(20_000)));
    }
    return estates;
  }

  private static Estate estate(String id, String name, String district, String address) {
    return new Estate(id, name, List.of(), district, address, Double.NaN, Double.NaN);
  }
}
