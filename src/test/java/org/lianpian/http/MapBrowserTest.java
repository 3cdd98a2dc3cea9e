package org.lianpian.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Reprojector;
import org.lianpian.model.Analysis;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.Subject;
import org.lianpian.model.Verdict;
import org.lianpian.support.Chromium;
import org.lianpian.support.ServedTown;
import org.locationtech.jts.geom.Coordinate;

/** What a planner does with the map, in a real browser on a real server. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MapBrowserTest {
  private Chromium chromium;
  private ServedTown town;
  private BrowserContext context;
  private Page page;
  private final List<String> errors = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  @BeforeAll
  void startBrowser() {
    chromium = new Chromium();
    // a busy machine may take its time; a condition that never comes true still fails
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
  }

  @AfterAll
  void stopBrowser() {
    chromium.close();
  }

  @BeforeEach
  void openMap() {
    town = ServedTown.start(Map.of());
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions().setViewportSize(1366, 768).setLocale("zh-CN"));
    page = context.newPage();
    errors.clear();
    page.onPageError(errors::add);
    page.onConsoleMessage(this::keepErrors);
    requests.clear();
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(town.url("/"));
    page.waitForFunction("() => window.lianpian && window.lianpian.map");
    page.waitForFunction("() => window.lianpian.tilesSettled()");
  }

  @Test
  @Tag("US-L07")
  void wallMapIsSeenBeforeItIsPrinted() {
    page.getByTestId("rail-wall-map").click();
    Locator sheet = page.getByTestId("wall-map-preview");
    assertThat(sheet).isVisible();
    page.getByTestId("wallMap.paper").selectOption("A0");
    page.getByTestId("wallMap.scale").selectOption("5000");
    assertThat(page.getByText("比例尺 1:5,000")).isVisible();
    Download pdf = page.waitForDownload(() -> page.getByTestId("wall-map-pdf").click());

    assertThat(pdf.url()).contains("/api/wall-map.pdf?paper=A0").contains("scale=5000");
    assertThat(pdf.failure()).isNull();
  }

  @AfterEach
  void closeMap() {
    context.close();
    town.close();
    assertThat(errors).as("errors in the browser's console").isEmpty();
  }

  private void keepErrors(ConsoleMessage message) {
    if (message.type().equals("error")) {
      errors.add(message.text());
    }
  }

  @Test
  void mapAsksForEachTileOnceAndForThePlanAfterThem() {
    page.waitForCondition(() -> requests.stream().anyMatch(url -> url.endsWith("/api/plan")));
    page.waitForFunction("() => window.lianpian.tilesSettled()");

    List<String> tiles = requests.stream().filter(url -> url.contains("/tiles/")).toList();
    assertThat(tiles.stream().map(url -> url.replaceFirst("\\?.*", "")))
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(8);
    assertThat(requests.indexOf(town.url("/api/plan")))
        .isGreaterThan(requests.lastIndexOf(tiles.get(tiles.size() - 1)));
  }

  @Test
  @Tag("US-E03")
  @Tag("US-P05")
  void communityIsFoundAndShowsItsVerdictsWithTheEvidenceDrawn() {
    Community community = firstRowCommunity();
    page.getByTestId("search-input").fill(community.name());
    page.getByTestId("search-result").first().click();

    assertThat(page.getByTestId("panel")).containsText(community.name());
    for (Analysis analysis : Analysis.values()) {
      Locator card = page.getByTestId("verdict-" + analysis);
      assertThat(card).isVisible();
      assertThat(card).containsText(analysis.zh());
    }
    Locator card = page.getByTestId("verdict-" + Analysis.FRONTAGE);
    Locator show = page.getByTestId("show-evidence-" + Analysis.FRONTAGE);
    if (!show.isVisible()) {
      card.locator("summary").first().click();
    }
    show.click();
    page.waitForFunction("() => window.lianpian.evidenceCount() > 0");
    assertThat(card).containsText("FZ-03");

    page.getByTestId("language-switch").click();
    assertThat(card).containsText(Analysis.FRONTAGE.en());
    assertThat(page.getByTestId("verdict-" + Analysis.SEWER)).containsText("Sewer");
  }

  @Test
  @Tag("FZ-03")
  void scatteredBuildingIsClickedOnTheMapAndSaysWhyItIsNoCase() {
    Building office = nonResidentialByTheRiver();
    Coordinate at =
        Reprojector.between(town.store().dataset().crs(), Crs.WGS84)
            .apply(office.geometry().getInteriorPoint())
            .getCoordinate();
    page.navigate(town.url("/?theme=frontage&z=18&c=%f,%f".formatted(at.x, at.y)));
    page.waitForFunction("() => window.lianpian && window.lianpian.map");
    page.waitForFunction("() => window.lianpian.tilesSettled()");
    page.getByTestId("map").click();

    Locator card = page.getByTestId("verdict-" + Analysis.FRONTAGE);
    assertThat(card).containsText("不是住宅");
    page.waitForFunction("() => window.lianpian.evidenceCount() > 0");
    assertThat(page).hasURL(Pattern.compile("kind=building&id=" + office.id()));
  }

  @Test
  @Tag("US-P08")
  @Tag("US-P10")
  void plannerSelectsTwoEstatesAndMakesThemAnArea() {
    page.getByTestId("rail-areas").click();
    page.getByTestId("propose").click();
    page.getByTestId("preview-save").click();
    assertThat(page.getByTestId("area").first()).isVisible();
    int proposed = page.getByTestId("area").count();

    page.getByTestId("undo").click();
    assertThat(page.getByTestId("area")).hasCount(0);
    page.getByTestId("redo").click();
    assertThat(page.getByTestId("area")).hasCount(proposed);
  }

  @Test
  @Tag("US-C02")
  @Tag("US-C03")
  void workbookWithErrorsShowsWhatIsWrongRowByRow() throws IOException {
    Path workbook = ServedTown.generated().resolve("示意台账-有误.xlsx");
    page.getByTestId("import-open").click();
    page.getByTestId("import-file").setInputFiles(workbook);

    Locator issues = page.getByTestId("import-issues");
    assertThat(issues).isVisible();
    // a cell address such as F12, so that the clerk finds it in the workbook
    assertThat(issues).containsText(Pattern.compile("[A-Z]{1,2}\\d+"));
    assertThat(page.getByTestId("import-commit")).isDisabled();
    assertThat(town.store().count(Community.TYPE)).isEqualTo(200);
  }

  @Test
  @Tag("US-L09")
  void mapFitsAPhoneWithoutScrollingSideways() {
    page.setViewportSize(375, 700);

    Object overflow =
        page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");

    assertThat(((Number) overflow).intValue()).isLessThanOrEqualTo(0);
  }

  private Building nonResidentialByTheRiver() {
    String id =
        town.store().findWhere(Verdict.TYPE, "code", "NOT_APPLICABLE").stream()
            .filter(verdict -> verdict.subject().kind() == Subject.Kind.BUILDING)
            .findFirst()
            .orElseThrow()
            .subjectId();
    return town.store().find(Building.TYPE, id).orElseThrow();
  }

  private Community firstRowCommunity() {
    String id =
        town.store().findWhere(Verdict.TYPE, "code", "FIRST_ROW").stream()
            .filter(verdict -> verdict.subject().kind() == Subject.Kind.COMMUNITY)
            .findFirst()
            .orElseThrow()
            .subjectId();
    return town.store().find(Community.TYPE, id).orElseThrow();
  }
}
