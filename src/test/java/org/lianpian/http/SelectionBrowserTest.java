package org.lianpian.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lianpian.model.Community;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.Railway;
import org.lianpian.model.Road;
import org.lianpian.model.Watercourse;
import org.lianpian.region.RoadBlock;
import org.lianpian.region.RoadBlocks;
import org.lianpian.support.Chromium;
import org.lianpian.support.MapPage;
import org.lianpian.support.ServedTown;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygonal;

/** A planner picks communities with every tool of the map and reads the totals. */
@NullUnmarked
@Tag("US-P10")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SelectionBrowserTest {
  private Chromium chromium;
  private ServedTown town;
  private MapPage map;

  @BeforeAll
  void openMap() {
    chromium = new Chromium();
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    town = ServedTown.start(Map.of());
  }

  @AfterAll
  void closeAll() {
    town.close();
    chromium.close();
  }

  @AfterEach
  void closeMap() {
    map.close();
  }

  private void use(String tool) {
    map = MapPage.open(chromium, town, "?panel=areas");
    map.byTestId("tool-" + tool).click();
    assertThat(map.byTestId("tool-" + tool)).hasAttribute("aria-pressed", "true");
  }

  private void assertPicked(int count) {
    assertThat(map.byTestId("selection")).containsText(Pattern.compile("选区 " + count + "(?!\\d)"));
    assertThat(map.byTestId("totals")).containsText(Pattern.compile("小区" + count + "(?!\\d)"));
  }

  /** Communities with an outline, from west to east along the middle of the town. */
  private List<Community> row() {
    List<Community> drawn =
        town.store().list(Community.TYPE).stream()
            .filter(c -> c.geometry() instanceof Polygonal)
            .toList();
    double middle =
        drawn.stream().mapToDouble(c -> c.geometry().getCentroid().getY()).average().orElseThrow();
    return drawn.stream()
        .sorted(
            Comparator.comparingDouble(c -> Math.abs(c.geometry().getCentroid().getY() - middle)))
        .limit(3)
        .toList();
  }

  @Test
  void clickPicksAndDropsAndTheLinkKeepsTheSelection() {
    use("pick");
    List<Community> three = row();
    three.forEach(community -> map.click(community.id()));
    assertPicked(3);
    map.click(three.get(0).id());
    assertPicked(2);

    map.page().reload();
    map.settle();
    assertPicked(2);
  }

  @Test
  void lassoPicksWhatItEncloses() {
    use("lasso");
    Coordinate middle = map.pixelOf(row().get(0).id());

    map.drag(
        List.of(
            new Coordinate(middle.x - 60, middle.y - 60),
            new Coordinate(middle.x + 60, middle.y - 60),
            new Coordinate(middle.x + 60, middle.y + 60),
            new Coordinate(middle.x - 60, middle.y + 60)));

    assertThat(map.byTestId("selection")).containsText(row().get(0).name());
  }

  @Test
  void brushPicksWhatItTouchesWithoutAskingTheServer() {
    use("brush");
    List<Community> three = row();

    map.drag(three.stream().map(community -> map.pixelOf(community.id())).toList());

    for (Community community : three) {
      assertThat(map.byTestId("selection")).containsText(community.name());
    }
  }

  @Test
  void oneClickPicksTheWholeStreet() {
    use("street");
    Community one = row().get(0);
    long inStreet =
        town.store().list(Community.TYPE).stream()
            .filter(c -> c.street().equals(one.street()) && c.district().equals(one.district()))
            .count();

    map.click(one.id());

    assertPicked((int) inStreet);
  }

  @Test
  void oneClickPicksTheWholeRoadBlock() {
    use("block");
    Community one = inABlock();

    map.click(one.id());

    assertThat(map.byTestId("selection")).containsText(one.name());
  }

  private Community inABlock() {
    FeatureStore store = town.store();
    List<RoadBlock> blocks =
        RoadBlocks.from(
            store.list(Road.TYPE), store.list(Watercourse.TYPE), store.list(Railway.TYPE));
    return store.list(Community.TYPE).stream()
        .filter(c -> c.geometry() instanceof Polygonal)
        .filter(c -> blocks.stream().anyMatch(block -> block.polygon().covers(c.geometry())))
        // away from the legend, which covers a corner of the map
        .min(Comparator.comparingDouble(c -> c.geometry().distance(row().get(0).geometry())))
        .orElseThrow();
  }

  @Test
  void attributesPickOnlyWhatIsKnownToMeetThem() {
    map = MapPage.open(chromium, town, "?panel=filter");
    map.byTestId("filter-value-0").fill("300");
    map.byTestId("filter-apply").click();
    map.byTestId("rail-areas").click();

    long known =
        town.store().list(Community.TYPE).stream()
            .filter(c -> c.households() != null && c.households() >= 300)
            .count();
    assertThat(known).isPositive();
    assertPicked((int) known);
  }
}
