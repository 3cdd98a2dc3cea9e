package org.lianpian.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Reprojector;
import org.lianpian.model.Community;
import org.lianpian.model.FeatureStore;
import org.locationtech.jts.geom.Coordinate;

/** The map of a served town in a browser, as a user sees it: places are named by community. */
@NullUnmarked
public final class MapPage implements AutoCloseable {
  private static final Path AXE = Path.of("web/node_modules/axe-core/axe.min.js");

  private final ServedTown town;
  private final BrowserContext context;
  private final Page page;
  private final List<String> errors = new ArrayList<>();

  private MapPage(ServedTown town, BrowserContext context) {
    this.town = town;
    this.context = context;
    this.page = context.newPage();
    page.onPageError(errors::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text());
          }
        });
  }

  /** Opens a link on a desk's screen and waits until all tiles are drawn. */
  public static MapPage open(Chromium chromium, ServedTown town, String query) {
    return open(chromium, town, query, 1366, 768);
  }

  public static MapPage open(
      Chromium chromium, ServedTown town, String query, int width, int height) {
    MapPage map =
        new MapPage(
            town,
            chromium
                .browser()
                .newContext(
                    new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale("zh-CN")));
    map.page.navigate(town.url("/" + query));
    map.settle();
    return map;
  }

  /** Waits until the map is built and every tile on the screen has arrived. */
  public void settle() {
    page.waitForFunction("() => window.lianpian && window.lianpian.map");
    page.waitForFunction("() => window.lianpian.tilesSettled()");
  }

  public Page page() {
    return page;
  }

  public Locator byTestId(String id) {
    return page.getByTestId(id);
  }

  /** Returns what was written to the console as an error so far and forgets it. */
  public List<String> takeErrors() {
    List<String> taken = List.copyOf(errors);
    errors.clear();
    return taken;
  }

  /** Where a community is on the screen: a pixel well inside it. */
  public Coordinate pixelOf(String communityId) {
    FeatureStore store = town.store();
    Community community = store.find(Community.TYPE, communityId).orElseThrow();
    Coordinate inside =
        Reprojector.between(store.dataset().crs(), Crs.WGS84)
            .apply(community.geometry().getInteriorPoint())
            .getCoordinate();
    return pixelAt(inside.x, inside.y);
  }

  /** Where a position in degrees is on the screen. */
  public Coordinate pixelAt(double lon, double lat) {
    @SuppressWarnings("unchecked") // the script gives two numbers
    List<Number> at =
        (List<Number>)
            page.evaluate(
                "([lon, lat]) => { const p = window.lianpian.map.latLngToContainerPoint([lat, lon]);"
                    + " return [p.x, p.y]; }",
                List.of(lon, lat));
    BoundingBox box = page.getByTestId("map").boundingBox();
    return new Coordinate(box.x + at.get(0).doubleValue(), box.y + at.get(1).doubleValue());
  }

  public void click(String communityId) {
    Coordinate at = pixelOf(communityId);
    page.mouse().click(at.x, at.y);
  }

  /** Presses at the first place, moves over the others, releases at the last. */
  public void drag(List<Coordinate> pixels) {
    page.mouse().move(pixels.get(0).x, pixels.get(0).y);
    page.mouse().down();
    for (Coordinate pixel : pixels.subList(1, pixels.size())) {
      page.mouse()
          .move(pixel.x, pixel.y, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(4));
    }
    page.mouse().up();
  }

  /**
   * Returns what axe-core finds against WCAG 2.2 A and AA and its best practices: rule and node.
   */
  public List<String> accessibilityViolations() throws IOException {
    assertThat(AXE).as("axe-core; run npm ci in web").exists();
    page.evaluate(Files.readString(AXE));
    @SuppressWarnings("unchecked") // the script gives texts
    List<String> found =
        (List<String>)
            page.evaluate(
                "async () => (await window.axe.run(document, { resultTypes: ['violations'] }))"
                    + ".violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 160)"
                    + " + ' ' + (n.any[0]?.message ?? '')))");
    return found;
  }

  @Override
  public void close() {
    context.close();
    assertThat(errors).as("errors in the browser's console").isEmpty();
  }
}
