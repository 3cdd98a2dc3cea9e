package org.lianpian.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Comparator;
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
import org.lianpian.model.Community;
import org.lianpian.support.Chromium;
import org.lianpian.support.MapPage;
import org.lianpian.support.ServedTown;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygonal;

/** A planner paints, merges and splits areas, keeps variants, and works beside somebody else. */
@NullUnmarked
@Tag("US-P08")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanBrowserTest {
  private static final Pattern TWO_COMMUNITIES = Pattern.compile("小区2");

  private Chromium chromium;
  private ServedTown town;
  private MapPage map;

  @BeforeAll
  void startBrowser() {
    chromium = new Chromium();
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
  }

  @AfterAll
  void stopBrowser() {
    chromium.close();
  }

  @BeforeEach
  void openMap() {
    town = ServedTown.start(Map.of());
    map = open();
  }

  @AfterEach
  void closeMap() {
    map.close();
    town.close();
  }

  /** Opens the plan; ready when it may be edited. */
  private MapPage open() {
    MapPage opened = MapPage.open(chromium, town, "?panel=areas");
    assertThat(opened.byTestId("propose")).isEnabled();
    return opened;
  }

  /** Communities with an outline near the middle of the town, nearest first. */
  private List<Community> middle(int count) {
    List<Community> drawn =
        town.store().list(Community.TYPE).stream()
            .filter(c -> c.geometry() instanceof Polygonal)
            .toList();
    double x =
        drawn.stream().mapToDouble(c -> c.geometry().getCentroid().getX()).average().orElseThrow();
    double y =
        drawn.stream().mapToDouble(c -> c.geometry().getCentroid().getY()).average().orElseThrow();
    Coordinate centre = new Coordinate(x, y);
    return drawn.stream()
        .sorted(
            Comparator.comparingDouble(
                c -> c.geometry().getCentroid().getCoordinate().distance(centre)))
        .limit(count)
        .toList();
  }

  private void paint(MapPage on, Community... communities) {
    on.byTestId("tool-paint").click();
    assertThat(on.byTestId("paint-area")).isVisible();
    on.byTestId("paint-area").selectOption("");
    int before = on.byTestId("area").count();
    // each a press of its own: a straight stroke would take along what lies between
    on.drag(List.of(on.pixelOf(communities[0].id())));
    assertThat(on.byTestId("area")).hasCount(before + 1);
    for (int i = 1; i < communities.length; i++) {
      on.drag(List.of(on.pixelOf(communities[i].id())));
      assertThat(on.byTestId("area").last()).containsText("小区" + (i + 1));
    }
  }

  @Test
  @Tag("US-P18")
  void brushPaintsAnAreaAndUndoTakesBackOneStrokeEvenAfterAReload() {
    List<Community> two = middle(2);
    paint(map, two.get(0), two.get(1));
    assertThat(map.byTestId("area")).containsText(TWO_COMMUNITIES);

    map.page().reload();
    map.settle();
    map.byTestId("undo").click();

    assertThat(map.byTestId("area")).containsText(Pattern.compile("小区1(?!\\d)"));
  }

  @Test
  void mergingAsksWhichNameStaysAndLocksHold() {
    List<Community> two = middle(2);
    paint(map, two.get(0));
    paint(map, two.get(1));
    map.byTestId("area")
        .nth(0)
        .getByRole(com.microsoft.playwright.options.AriaRole.CHECKBOX)
        .check();
    map.byTestId("area")
        .nth(1)
        .getByRole(com.microsoft.playwright.options.AriaRole.CHECKBOX)
        .check();
    map.byTestId("merge-areas").click();
    map.byTestId("merge-keep-A-2").check();
    assertThat(map.byTestId("merge-name")).hasValue("片区2");
    map.byTestId("merge-name").fill("河西片区");
    assertThat(map.byTestId("merge-dialog")).containsText("片区1");
    map.byTestId("merge-save").click();

    assertThat(map.byTestId("area")).hasCount(1);
    assertThat(map.byTestId("area")).containsText("河西片区");
    assertThat(map.byTestId("area")).hasAttribute("data-area", "A-2");

    map.byTestId("lock-all").click();
    assertThat(map.byTestId("area")).containsText("已锁定");
  }

  @Test
  void drawnLineSplitsAnAreaAfterAPreview() {
    List<Community> two = middle(2);
    paint(map, two.get(0), two.get(1));
    map.byTestId("tool-split").click();
    Coordinate a = map.pixelOf(two.get(0).id());
    Coordinate b = map.pixelOf(two.get(1).id());
    // across the middle between both, square to their connection
    Coordinate half = new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
    double dx = (b.x - a.x) / 2;
    double dy = (b.y - a.y) / 2;
    map.byTestId("area").getByRole(com.microsoft.playwright.options.AriaRole.CHECKBOX).check();

    map.drag(
        List.of(
            new Coordinate(half.x - dy, half.y + dx),
            half,
            new Coordinate(half.x + dy, half.y - dx)));

    assertThat(map.byTestId("preview-sentence")).containsText("新设");
    assertThat(map.byTestId("area")).hasCount(1);
    map.byTestId("preview-save").click();
    assertThat(map.byTestId("area")).hasCount(2);
  }

  @Test
  @Tag("US-P07")
  void proposalIsShownBeforeItIsSaved() {
    map.byTestId("propose").click();
    assertThat(map.byTestId("preview")).containsText("个片区有变化");
    assertThat(map.byTestId("area")).hasCount(0);
    map.byTestId("preview-save").click();
    assertThat(map.byTestId("area").first()).isVisible();
  }

  @Test
  @Tag("US-P13")
  void leftoverIsPutIntoTheNearestAreaWithOneClick() {
    map.byTestId("propose").click();
    map.byTestId("preview-save").click();
    Locator leftovers = map.page().locator("summary[data-key=leftovers]");
    assertThat(leftovers).isVisible();
    String before = leftovers.textContent();
    leftovers.click();
    map.byTestId("fix-leftover").first().click();

    assertThat(leftovers).not().hasText(before);
  }

  @Test
  @Tag("US-P17")
  void secondPlannerSeesTheConflictAndBothChangesSurvive() {
    List<Community> two = middle(2);
    MapPage other = open();
    // the other one misses what the first one saves, as on a bad line
    other.page().route("**/api/plan", route -> route.abort());
    other.page().route("**/api/plan/head", route -> route.abort());
    other.takeErrors();
    paint(map, two.get(0));
    other.page().unroute("**/api/plan");

    other.byTestId("tool-paint").click();
    assertThat(other.byTestId("paint-area")).isVisible();
    other.drag(List.of(other.pixelOf(two.get(1).id())));
    assertThat(other.byTestId("conflict")).containsText(two.get(0).name());
    other.byTestId("conflict-mine").click();

    assertThat(other.byTestId("area")).hasCount(2);
    // and the first one sees it without doing anything
    assertThat(map.byTestId("area")).hasCount(2);
    assertThat(other.takeErrors())
        .allMatch(error -> error.contains("409") || error.contains("ERR_FAILED"));
    other.close();
  }

  @Test
  @Tag("US-P12")
  void twoScenariosAreComparedInATable() {
    List<Community> two = middle(2);
    paint(map, two.get(0));
    map.byTestId("rail-scenarios").click();
    map.byTestId("duplicate-main").click();
    assertThat(map.byTestId("scenario")).hasCount(2);
    map.byTestId("activate-s-2").click();
    assertThat(map.byTestId("scenario").nth(1)).containsText("图上方案");

    map.byTestId("rail-areas").click();
    paint(map, two.get(1));
    map.byTestId("rail-scenarios").click();

    assertThat(map.byTestId("comparison")).containsText(two.get(1).name());
    assertThat(map.byTestId("comparison")).containsText(Pattern.compile("片区数1\\s*2"));
    assertThat(map.page()).hasURL(Pattern.compile("plan=s-2"));
  }
}
