package org.lianpian.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.ingest.estate.EstateMerges;
import org.lianpian.model.Community;
import org.lianpian.model.EstateMerge;
import org.lianpian.support.Chromium;
import org.lianpian.support.ServedTown;
import org.locationtech.jts.geom.Coordinate;

/** What a clerk of a street office does with a file, in a real browser on a real server. */
@NullUnmarked
class ImportBrowserTest {

  /** Saved by a Chinese Excel; latitude under lon, and 户数 under a heading of their own. */
  private static final String LEDGER =
      "小区名称,街道,现有住户,lon,lat\n"
          + "柳岸新村,列东街道,约120户,26.267,117.631\n"
          + "<b>工人</b>新村,列西街道,85,26.268,117.632\n";

  private Chromium chromium;
  private ServedTown town;
  private BrowserContext context;
  private Page page;
  private final List<String> errors = new ArrayList<>();

  @BeforeEach
  void openMap() {
    chromium = new Chromium();
    // a busy machine may take its time; a condition that never comes true still fails
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    town = ServedTown.start(Map.of());
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions().setViewportSize(1366, 768).setLocale("zh-CN"));
    page = context.newPage();
    page.onPageError(errors::add);
    page.onConsoleMessage(this::keepErrors);
    page.navigate(town.url("/"));
    page.waitForFunction("() => window.lianpian && window.lianpian.map");
    page.waitForFunction("() => window.lianpian.tilesSettled()");
  }

  @AfterEach
  void closeMap() {
    context.close();
    town.close();
    chromium.close();
    assertThat(errors).as("errors in the browser's console").isEmpty();
  }

  private void keepErrors(ConsoleMessage message) {
    // a refused choice is an answer of the server that the browser also logs
    if (message.type().equals("error") && !message.text().contains("422")) {
      errors.add(message.text());
    }
  }

  @Test
  @Tag("US-C03")
  @Tag("B-16")
  @Tag("B-20")
  @DisplayName("A GBK ledger with swapped coordinates lands where it belongs")
  void clerkAcceptsAProposalChangesAColumnAndImports() {
    choose(LEDGER);

    // the dialog opens at what is to be decided, and shows it before and after
    Locator swap = page.locator("[data-code='coordinate.swapped-axes']").first();
    assertThat(swap).containsText("26.267, 117.631");
    assertThat(swap).containsText("117.631000°E 26.267000°N");
    swap.getByTestId("import-accept").check();
    assertThat(swap).containsText("已采纳");

    page.getByTestId("import-step-columns").click();
    Locator households = column("现有住户");
    assertThat(households).hasValue("@original");
    households.selectOption("households");
    settled();

    page.getByTestId("import-step-issues").click();
    Locator issues = page.getByTestId("import-issues");
    assertThat(issues).containsText("C2");
    assertThat(issues).containsText("约120户");
    assertThat(page.getByTestId("import-counts")).containsText("2");
    page.getByTestId("import-commit").click();
    assertThat(page.getByTestId("toast")).containsText("新增 2");

    page.getByTestId("search-input").fill("柳岸新村");
    page.getByTestId("search-result").first().click();
    assertThat(page.getByTestId("panel")).containsText("柳岸新村");
    page.waitForFunction(
        "() => window.lianpian.map.getBounds().contains([26.267, 117.631])"
            + " && window.lianpian.map.getZoom() >= 16");
    Community community = town.store().findWhere(Community.TYPE, "name", "柳岸新村").get(0);
    Coordinate position = community.geometry().getCoordinate();
    assertThat(position.distance(new Coordinate(563031.566, 2906569.122))).isLessThan(0.01);
    Community other = town.store().findWhere(Community.TYPE, "name", "<b>工人</b>新村").get(0);
    assertThat(other.households()).isEqualTo(85);
    assertThat(reason(community))
        .isEqualTo("导入 / import: 台账.csv [台账: 现有住户=households, accept=coordinate.swapped-axes]");
  }

  @Test
  @Tag("B-38")
  @DisplayName(
      "A row that may be a known estate is merged when the clerk says so, and taken apart again")
  void knownEstateIsMergedAndTakenApart() {
    Community known =
        town.store().list(Community.TYPE).stream()
            .filter(c -> !c.street().isEmpty())
            .filter(c -> town.store().findWhere(Community.TYPE, "name", c.name()).size() == 1)
            .findFirst()
            .orElseThrow();
    choose("小区名称,街道,备注\n" + known.name() + "," + known.street() + ",区局报送\n");

    Locator pairs = page.getByTestId("import-estates");
    assertThat(pairs).containsText(known.name());
    assertThat(pairs).containsText("名称一致，一方没有位置，街道相同");
    assertThat(pairs).containsText("待定 1 行");
    page.getByTestId("import-estate").selectOption("merge");
    settled();
    assertThat(pairs).containsText("待定 0 行");
    page.getByTestId("import-step-issues").click();
    page.getByTestId("import-commit").click();
    assertThat(page.getByTestId("toast")).containsText("更新 1");

    assertThat(town.store().count(Community.TYPE)).isEqualTo(200);
    EstateMerge merge = town.store().list(EstateMerge.TYPE).get(0);
    assertThat(merge.id()).isEqualTo(known.id());
    String source = EstateMerges.sources(merge, 4548).get(1).id();
    assertThat(
            context
                .request()
                .post(
                    town.url("/api/estates/" + known.id() + "/undo"),
                    RequestOptions.create().setData(Map.of("source", source)))
                .status())
        .isEqualTo(204);
    assertThat(town.store().count(Community.TYPE)).isEqualTo(201);
    assertThat(town.store().count(EstateMerge.TYPE)).isZero();
  }

  @Test
  @Tag("US-C02")
  @DisplayName("A choice that does not fit is said beside its control, in the reader's language")
  void unfitChoiceIsSaidBesideItsControl() {
    page.getByTestId("language-switch").click();
    choose(LEDGER);
    page.getByTestId("import-crs").selectOption("EPSG:4548");

    Locator problem = page.locator(".import-position [role=alert]");
    assertThat(problem).containsText("the coordinates are degrees");
    assertThat(page.getByTestId("import-crs")).hasAttribute("aria-invalid", "true");
    page.getByTestId("import-step-issues").click();
    assertThat(page.getByTestId("import-commit")).isDisabled();

    page.getByTestId("import-step-positions").click();
    page.getByTestId("import-crs").selectOption("EPSG:4490");
    assertThat(problem).hasCount(0);
    assertThat(town.store().count(Community.TYPE)).isEqualTo(200);
  }

  @Test
  @DisplayName("An issue leads to its column and its place; the issues are a file to work through")
  void issueLeadsToColumnRowMapAndList() {
    choose("小区名称,户数,经度,纬度\n柳岸新村,很多,117.631,26.267\n");
    page.getByTestId("import-step-issues").click();
    Locator issue = page.locator("[data-code='number.unreadable']").first();
    assertThat(issue).containsText("B2");

    issue.locator("[data-key^='to-row']").click();
    assertThat(page.locator(".row-detail .marked")).containsText("很多");
    assertThat(
            page.waitForDownload(() -> page.getByTestId("import-csv").click()).suggestedFilename())
        .isEqualTo("问题清单.csv");
    issue.locator("[data-key^='to-map']").click();
    assertThat(page.getByTestId("import-dialog")).isHidden();
    page.waitForFunction("() => window.lianpian.map.getBounds().contains([26.267, 117.631])");

    page.getByTestId("import-resume").click();
    issue.locator("[data-key^='to-column']").click();
    assertThat(column("户数")).isFocused();
    page.getByTestId("import-cancel").click();
    assertThat(page.getByTestId("import-bar")).isHidden();
  }

  private void choose(String content) {
    page.getByTestId("import-open").click();
    page.getByTestId("import-file")
        .setInputFiles(
            new FilePayload("台账.csv", "text/csv", content.getBytes(Charset.forName("GBK"))));
    settled();
  }

  private void settled() {
    assertThat(page.getByTestId("import-status"))
        .hasAttribute("data-settled", Pattern.compile("true"));
  }

  private Locator column(String name) {
    return page.locator("[data-testid=import-column][data-column='" + name + "']");
  }

  private String reason(Community community) {
    return town.store().history(Community.TYPE, community.id()).get(0).context().reason();
  }
}
