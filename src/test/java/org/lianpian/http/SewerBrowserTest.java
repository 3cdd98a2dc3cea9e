package org.lianpian.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.lianpian.model.Medium;
import org.lianpian.model.Reach;
import org.lianpian.model.ReachLevel;
import org.lianpian.model.ReachState;
import org.lianpian.support.Chromium;
import org.lianpian.support.ServedTown;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** What a drainage engineer does on the map, in a real browser on a real server. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SewerBrowserTest {
  private Chromium chromium;
  private ServedTown town;
  private BrowserContext context;
  private Page page;
  private final List<String> errors = new ArrayList<>();

  @BeforeAll
  void start() {
    chromium = new Chromium();
    town = ServedTown.start(Map.of());
    // a busy machine may take its time; a condition that never comes true still fails
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
  }

  @AfterAll
  void stop() {
    town.close();
    chromium.close();
  }

  @BeforeEach
  void newPage() {
    context = chromium.browser().newContext();
    page = context.newPage();
    page.setViewportSize(1440, 900);
    errors.clear();
    page.onPageError(errors::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text());
          }
        });
  }

  @AfterEach
  void closePage() {
    context.close();
    assertThat(errors).as("errors in the browser's console").isEmpty();
  }

  private void open(String query) {
    page.navigate(town.url("/?lang=zh-CN&ws=engineer&theme=sewer" + query));
    page.waitForFunction("() => window.lianpian && window.lianpian.map");
    page.waitForFunction("() => window.lianpian.tilesSettled()");
  }

  private String mainSewer() {
    return longest(ReachLevel.MUNICIPAL).id();
  }

  private Reach longest(ReachLevel level) {
    return town.store().list(Reach.TYPE).stream()
        .filter(reach -> reach.level() == level && reach.medium() == Medium.SEWAGE)
        .filter(reach -> reach.state() == ReachState.IN_USE && reach.geometry() != null)
        .max(Comparator.comparingDouble(reach -> reach.geometry().getLength()))
        .orElseThrow();
  }

  private Coordinate middle(Reach reach) {
    Coordinate at =
        new LengthIndexedLine(reach.geometry()).extractPoint(reach.geometry().getLength() / 2);
    return Reprojector.between(town.store().dataset().crs(), Crs.WGS84).apply(at);
  }

  @Test
  @Tag("US-E06")
  void aClickedPipeShowsWhereItsWaterComesFromAndGoesTo() {
    Coordinate at = middle(longest(ReachLevel.MUNICIPAL));
    open(String.format(Locale.ROOT, "&c=%.6f,%.6f&z=18&tool=trace", at.x, at.y));
    assertThat(page.getByText("点管线、井或小区")).isVisible();
    Locator map = page.getByTestId("map");
    map.click(
        new Locator.ClickOptions()
            .setPosition(map.boundingBox().width / 2, map.boundingBox().height / 2));

    assertThat(page.getByTestId("sewer-place")).hasValue("pipe:" + mainSewer());
    assertThat(page.getByTestId("sewer-down")).containsText(mainSewer());
    assertThat(page.getByTestId("sewer-up")).containsText("上游");
    page.waitForFunction("() => window.lianpian.evidenceCount() > 1");
  }

  @Test
  @Tag("US-E06")
  void theSectionAndTheMapPointAtTheSamePlace() {
    open("&panel=sewer");
    page.getByTestId("sewer-place").fill("pipe:" + mainSewer());
    page.getByTestId("sewer-ask").click();
    page.getByTestId("sewer-profile").click();

    Locator sheet = page.getByTestId("profile-sheet");
    assertThat(sheet.locator("svg g.station").first()).isAttached();
    assertThat(sheet).containsText("高程基准");
    sheet.locator(".profile-chart svg").hover();
    assertThat(page.locator(".profile-mark")).hasCount(1);
    assertThat(sheet.locator(".profile-said")).containsText("桩号");
    page.getByTestId("language-switch").click();
    assertThat(sheet).containsText("Height datum");
    page.getByTestId("profile-close").click();
    assertThat(sheet).isHidden();
    assertThat(page.locator(".profile-mark")).hasCount(0);
  }

  @Test
  @Tag("SM-14")
  @Tag("US-E05")
  void aBreakLeadsToItsPlaceAndToWhatWouldChange() {
    open("&panel=breaks");
    assertThat(page.getByTestId("break-row").first()).containsText("户");
    page.waitForFunction("() => window.lianpian.evidenceCount() > 1");
    page.getByTestId("break-row").first().click();
    assertThat(page.getByTestId("sewer-down")).containsText("不能到达污水厂");

    page.getByTestId("sewer-place").fill("pipe:" + mainSewer());
    page.getByTestId("sewer-ask").click();
    assertThat(page.getByTestId("sewer-down")).containsText(mainSewer());
    page.getByTestId("what-if-delete").click();
    assertThat(page.getByTestId("what-if-result")).containsText("小区的状态");
    assertThat(town.store().find(Reach.TYPE, mainSewer()).orElse(null)).isNotNull();
  }

  @Test
  void withoutPipesThereIsNothingToOpen() {
    try (ServedTown hidden = ServedTown.start(Map.of("pipes.visible", "false"))) {
      page.navigate(hidden.url("/?lang=zh-CN&ws=engineer"));
      page.waitForFunction("() => window.lianpian && window.lianpian.map");

      assertThat(page.getByTestId("rail-layers")).isVisible();
      assertThat(page.getByTestId("rail-sewer")).hasCount(0);
      assertThat(page.getByTestId("rail-breaks")).hasCount(0);
      page.waitForFunction("() => window.lianpian.tilesSettled()");
      page.navigate("about:blank");
    }
  }
}
