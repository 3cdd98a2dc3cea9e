package org.lianpian.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyRegistryTest {
  private static final LocalDate DAY = LocalDate.of(2024, 6, 1);

  private static final String PLACE =
      """
      id: PLACE-2023
      version: "1"
      title: {zh: 某地, en: Some place}
      adcodes: ["110101"]
      validFrom: 2023-01-01
      validTo: 2024-12-31
      inherits: GENERIC
      documents:
        - {id: DOC, number: 某办〔2023〕1号, title: 方案, issuer: 某办, date: 2023-01-01}
      parameters:
        packaging.max_gap:
          values: {2023-01-01: 40, 2024-01-01: 20}
          reference: {document: DOC, clause: 二, requirement: FZ-04, quote: 四十米}
      """;

  private final PolicyRegistry registry = PolicyRegistry.builtIn();

  @Test
  void theProfilesAreInTheJar() {
    assertThat(registry.list())
        .extracting(PolicyProfile::id)
        .containsExactly(
            "DEMO-SANYUAN",
            "FUZHOU-2021",
            "GENERIC",
            "OPEN-DATA",
            "PUYANG-2020",
            "SANMING-2024",
            "SANYUAN-2022");
  }

  @Test
  void theIndexNamesEveryFileOfTheDirectory() {
    assertThat(PolicyFiles.builtIn().keySet())
        .isEqualTo(PolicyFiles.in(Path.of("data/policy")).keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "crs.metric",
        "riverside.enabled",
        "riverside.distance",
        "riverside.first_row_share",
        "riverside.partial_share",
        "riverside.min_exposed_length",
        "riverside.min_frontage",
        "riverside.review_band",
        "riverside.parcel_coverage",
        "riverside.min_blocker_area",
        "riverside.excluded_kinds",
        "riverside.min_water_area",
        "packaging.max_gap",
        "packaging.small_households",
        "packaging.max_households",
        "packaging.max_diameter",
        "packaging.barriers",
        "packaging.same_district",
        "packaging.same_street",
        "packaging.min_barrier_area",
        "packaging.weight_adjacent",
        "packaging.weight_type",
        "packaging.weight_industry",
        "packaging.weight_culture",
        "sewer.exact_snap",
        "sewer.inferred_snap",
        "sewer.hookup_radius",
        "sewer.min_slope_permille"
      })
  void everyProfileAnswersWhatTheAnalysesAsk(String key) {
    for (PolicyProfile profile : registry.list()) {
      assertThat(profile.find(key, DAY)).as(profile.id()).isPresent();
    }
  }

  @Test
  @Tag("FZ-01")
  @Tag("FZ-03")
  void theRiversideDistanceOfFuzhouCitesItsClause() {
    PolicyProfile fuzhou = registry.get("FUZHOU-2021");
    assertThat(fuzhou.number("riverside.distance", DAY)).isEqualTo(50);
    Citation citation = fuzhou.citation("riverside.distance", DAY);
    assertThat(citation.document()).isEqualTo("榕政办〔2021〕60号");
    assertThat(citation.clause()).isEqualTo("一(一)");
    assertThat(citation.isDecision()).isFalse();
  }

  @Test
  @Tag("C-14")
  void onlyFuzhouAndProfilesThatSaySoCheckTheRiverside() {
    assertThat(registry.list())
        .filteredOn(profile -> profile.flag("riverside.enabled", DAY))
        .extracting(PolicyProfile::id)
        .containsExactly("DEMO-SANYUAN", "FUZHOU-2021", "OPEN-DATA");
    assertThat(registry.get("DEMO-SANYUAN").citation("riverside.enabled", DAY).isDecision())
        .isTrue();
  }

  @Test
  @Tag("SY-01")
  void sanyuanInheritsSanming() {
    PolicyProfile sanyuan = registry.get("SANYUAN-2022");
    assertThat(sanyuan.header().inherits()).isEqualTo("SANMING-2024");
    assertThat(sanyuan.documents())
        .extracting(PolicyDocument::number)
        .containsExactly("元政文〔2022〕70号", "明建〔2024〕14号");
  }

  @ParameterizedTest
  @CsvSource({
    "350102, 2022-01-01, FUZHOU-2021",
    "350102, 2026-01-01, GENERIC",
    "350404, 2024-06-01, SANYUAN-2022",
    "350403, 2022-06-01, SANYUAN-2022",
    "350405, 2024-06-01, SANMING-2024",
    "350405, 2023-06-01, GENERIC",
    "410928, 2020-08-01, PUYANG-2020",
    "110101, 2024-06-01, GENERIC",
    "X00001, 2024-06-01, GENERIC",
  })
  void theClosestProfileThatIsValidGovernsADivision(String adcode, LocalDate on, String id) {
    assertThat(registry.findFor(adcode, on).map(PolicyProfile::id)).hasValue(id);
  }

  @Test
  void aValueOfTheChildHoldsFromItsFirstDayAndThoseOfTheParentBefore() {
    PolicyProfile place = with(PLACE).get("PLACE-2023");
    assertThat(place.integer("packaging.max_gap", LocalDate.of(2022, 12, 31))).isEqualTo(30);
    assertThat(place.integer("packaging.max_gap", LocalDate.of(2023, 1, 1))).isEqualTo(40);
    assertThat(place.integer("packaging.max_gap", LocalDate.of(2024, 1, 1))).isEqualTo(20);
    assertThat(place.citation("packaging.max_gap", LocalDate.of(2022, 12, 31)).isDecision())
        .isTrue();
  }

  @Test
  void theVersionFollowsTheContentOwnOrInheritedButNotTheComments() {
    String version = with(PLACE).get("PLACE-2023").version();
    assertThat(version).matches("1-[0-9a-f]{8}");
    assertThat(with("# 说明\n" + PLACE).get("PLACE-2023").version()).isEqualTo(version);
    assertThat(with(PLACE.replace("40", "41")).get("PLACE-2023").version()).isNotEqualTo(version);

    Map<String, String> files = filesWith(PLACE);
    files.computeIfPresent(
        "000000/generic.yml",
        (file, text) -> text.replace("values: {2000-01-01: 600}", "values: {2000-01-01: 601}"));
    assertThat(PolicyRegistry.of(files).get("PLACE-2023").version()).isNotEqualTo(version);
  }

  @Test
  void anOpenValueIsMissingYetKeepsItsCitation() {
    PolicyProfile generic = registry.get("GENERIC");
    assertThat(generic.find("packaging.min_households", DAY)).isEmpty();
    assertThat(generic.entry("packaging.min_households", DAY)).isPresent();
    assertThatThrownBy(() -> generic.integer("packaging.min_households", DAY))
        .isInstanceOf(MissingParameterException.class)
        .hasMessage("Profile GENERIC has no value for packaging.min_households on 2024-06-01");
  }

  @Test
  void anUnknownProfileIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> registry.get("ATLANTIS"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ATLANTIS")
        .hasMessageContaining("FUZHOU-2021");
  }

  @Test
  void profilesOfADirectoryMayInheritBuiltInOnes(@TempDir Path directory) throws IOException {
    Files.createDirectories(directory.resolve("110101"));
    Files.writeString(directory.resolve("110101/place.yml"), PLACE);
    PolicyRegistry loaded = PolicyRegistry.load(directory);
    assertThat(loaded.get("PLACE-2023").number("sewer.exact_snap", DAY)).isEqualTo(0.05);
    assertThat(loaded.findFor("110101", DAY).map(PolicyProfile::id)).hasValue("PLACE-2023");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "packaging.max_gap:|packaging.max_gapp:|policy.unknown-key|是不是想写“packaging.max_gap”",
        "validTo:|validTil:|policy.unknown-key|是不是想写“validTo”",
        "2024-01-01: 20|2024-01-01: 很近|policy.bad-value|/parameters/packaging.max_gap/values/2024-01-01",
        "2024-01-01: 20|2023-01-01: 20|policy.duplicate-key|同一个键写了两次",
        "{document: DOC|{document: DOK|policy.unknown-document|可用的有 DOC",
        "inherits: GENERIC|inherits: ATLANTIS|policy.unknown-parent|找不到",
        "inherits: GENERIC|inherits: PLACE-2023|policy.inheritance-circle|继承成了环",
        "id: PLACE-2023|id: GENERIC|policy.duplicate-profile|000000/generic.yml",
        "2024-01-01: 20|2024-02-30: 20|policy.bad-date|不是日期",
        "version: \"1\"|# no version|policy.missing-key|version",
        "parameters:|things:|policy.unknown-file|parameters",
        "values: {2023|values: 2023|policy.not-yaml|YAML",
      })
  void aMistakeIsNamedWithFileKeyAndRemedy(String right, String wrong, String code, String words) {
    String broken = PLACE.replace(right, wrong);
    assertThat(broken).isNotEqualTo(PLACE);
    PolicyFormatException refused =
        catchThrowableOfType(PolicyFormatException.class, () -> with(broken));
    assertThat(refused.issues())
        .anySatisfy(
            issue -> {
              assertThat(issue.code()).isEqualTo(code);
              assertThat(issue.file()).isEqualTo("110101/place.yml");
            });
    assertThat(refused).hasMessageContaining(words);
  }

  @Test
  void everyMistakeIsListedNotOnlyTheFirst() {
    String broken =
        PLACE.replace("validTo:", "validTil:").replace("2024-01-01: 20", "2024-01-01: x");
    PolicyFormatException refused =
        catchThrowableOfType(PolicyFormatException.class, () -> with(broken));
    assertThat(refused.issues())
        .extracting(PolicyIssue::code)
        .contains("policy.unknown-key", "policy.bad-value");
  }

  @Test
  void aFractionIsExact() {
    assertThat(List.of(Fraction.parse("2/3").leastOf(12_197), Fraction.parse("2/3").leastOf(330)))
        .containsExactly(8132L, 220L);
    assertThatThrownBy(() -> Fraction.parse("0.67")).isInstanceOf(IllegalArgumentException.class);
  }

  private static PolicyRegistry with(String place) {
    return PolicyRegistry.of(filesWith(place));
  }

  private static Map<String, String> filesWith(String place) {
    Map<String, String> files = new TreeMap<>(PolicyFiles.builtIn());
    files.put("110101/place.yml", place);
    return files;
  }
}
