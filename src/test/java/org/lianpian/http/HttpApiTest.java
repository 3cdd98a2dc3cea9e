package org.lianpian.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianpian.support.ServedTown;

/** Asks a started server, as the map does. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private ServedTown town;

  @BeforeAll
  void serve() {
    town = ServedTown.start(Map.of());
  }

  @AfterAll
  void stop() {
    town.close();
  }

  @Test
  @Tag("US-E01")
  void datasetSaysWhatItIsAndCountsEveryAnswerOnce() throws Exception {
    JsonNode dataset = get("/api/dataset");

    assertThat(dataset.get("synthetic").asBoolean()).isTrue();
    assertThat(dataset.at("/counts/community").asLong()).isEqualTo(200);
    assertThat(dataset.get("themes")).hasSize(5);
    assertThat(dataset.get("planRevision")).isEqualTo(get("/api/plan").get("revision"));
    for (JsonNode theme : dataset.get("themes")) {
      long sum = 0;
      for (JsonNode each : theme.get("classes")) {
        sum += each.get("count").asLong();
      }
      assertThat(sum).as(theme.get("id").asText()).isEqualTo(200);
      assertThat(theme.get("classes").get(theme.get("classes").size() - 1).get("code").asText())
          .isEqualTo("NO_VERDICT");
    }
  }

  @Test
  void communityCarriesItsFiveVerdictsWithEvidenceAndClause() throws Exception {
    JsonNode community = get("/api/communities/" + anyCommunity());

    assertThat(community.get("verdicts")).hasSize(5);
    for (JsonNode verdict : community.get("verdicts")) {
      assertThat(verdict.get("zh").asText()).isNotBlank();
      assertThat(verdict.get("en").asText()).isNotBlank();
      assertThat(verdict.get("inputHash").asText()).matches("[0-9a-f]{32}");
      assertThat(verdict.get("profile").asText()).isEqualTo("DEMO-SANYUAN");
      assertThat(verdict.at("/shapes/type").asText()).isEqualTo("FeatureCollection");
    }
  }

  @Test
  @Tag("FZ-03")
  void scatteredBuildingsByTheRiverHaveAnAnswerOfTheirOwn() throws Exception {
    JsonNode listed = get("/api/themes/frontage/subjects?code=NOT_APPLICABLE");
    JsonNode item = listed.at("/items/0");
    JsonNode building = get("/api/buildings/" + item.get("id").asText());

    assertThat(item.get("kind").asText()).isEqualTo("building");
    assertThat(building.get("kind").asText()).isEqualTo("building");
    assertThat(building.get("community").isNull()).isTrue();
    assertThat(building.at("/verdicts/0/analysis").asText()).isEqualTo("FRONTAGE");
    assertThat(building.at("/verdicts/0/zh").asText()).contains("不是住宅");
    assertThat(building.at("/verdicts/0/shapes/features")).isNotEmpty();
    assertThat(get("/api/buildings/" + item.get("id").asText() + "/history").has("changes"))
        .isTrue();
  }

  @Test
  @Tag("FZ-06")
  void lifeCircleCountsServicesWithinEachWalkingTime() throws Exception {
    JsonNode circle = get("/api/communities/" + anyCommunity() + "/life-circle");

    assertThat(circle.get("method").asText()).isEqualTo("WALKING_NETWORK");
    assertThat(circle.get("minutes").toString()).isEqualTo("[5,10,15]");
    assertThat(circle.at("/shapes/features")).hasSize(3);
    for (JsonNode service : circle.get("classes")) {
      assertThat(service.at("/counts/0").asLong())
          .as(service.toString())
          .isLessThanOrEqualTo(service.at("/counts/2").asLong());
      if (service.get("state").asText().equals("MISSING")) {
        assertThat(service.at("/counts/2").asLong()).isZero();
      }
    }
    assertThat(circle.at("/facilities/0/minutes").asDouble()).isLessThanOrEqualTo(15);
  }

  @Test
  void unknownCommunityIsAProblemInBothLanguages() throws Exception {
    HttpResponse<String> answer = send("GET", "/api/communities/none", null, Map.of());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.get("zh").asText()).contains("none");
    assertThat(problem.get("en").asText()).contains("none");
    assertThat(problem.get("requestId").asText())
        .isEqualTo(answer.headers().firstValue("X-Request-Id").orElse(""));
  }

  @Test
  void badParametersSayTheRange() throws Exception {
    assertThat(send("GET", "/api/search?q=a&limit=0", null, Map.of()).body()).contains("[1, 50]");
    assertThat(send("GET", "/tiles/7/0/0.mvt", null, Map.of()).statusCode()).isEqualTo(400);
    assertThat(send("GET", "/api/collections/community/items?bbox=1,2,3", null, Map.of()).body())
        .contains("west,south,east,north");
    assertThat(send("POST", "/api/select", "{", Map.of()).statusCode()).isEqualTo(400);
  }

  @Test
  void unchangedAnswersAreNotSentAgain() throws Exception {
    String tag =
        send("GET", "/api/dataset", null, Map.of()).headers().firstValue("ETag").orElseThrow();

    assertThat(send("GET", "/api/dataset", null, Map.of("If-None-Match", tag)).statusCode())
        .isEqualTo(304);
  }

  @Test
  void tilesAreCompressedAndHoldTheTown() throws Exception {
    JsonNode bounds = get("/api/dataset").get("bounds");
    double lon = (bounds.get(0).asDouble() + bounds.get(2).asDouble()) / 2;
    double lat = (bounds.get(1).asDouble() + bounds.get(3).asDouble()) / 2;
    int n = 1 << 14;
    int x = (int) Math.floor((lon + 180) / 360 * n);
    double rad = Math.toRadians(lat);
    int y = (int) Math.floor((1 - Math.log(Math.tan(rad) + 1 / Math.cos(rad)) / Math.PI) / 2 * n);

    HttpResponse<byte[]> tile =
        client.send(
            HttpRequest.newBuilder(URI.create(town.url("/tiles/14/" + x + "/" + y + ".mvt")))
                .header("Accept-Encoding", "gzip")
                .build(),
            BodyHandlers.ofByteArray());

    assertThat(tile.statusCode()).isEqualTo(200);
    assertThat(tile.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(tile.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
    assertThat(tile.body().length).isGreaterThan(1000);
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html",
    "/favicon.svg, image/svg+xml",
    "/webjars/leaflet/1.9.4/dist/leaflet.js, text/javascript",
    "/webjars/leaflet/1.9.4/dist/leaflet.css, text/css",
    "/webjars/leaflet/1.9.4/dist/images/marker-icon.png, image/png"
  })
  void thePageComesWithItsTypeAndIsNotSentAgain(String path, String type) throws Exception {
    HttpResponse<String> answer = send("GET", path, null, Map.of());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    assertThat(send("GET", path, null, Map.of("If-None-Match", tag)).statusCode()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/none.html",
        "/assets",
        "/assets/",
        "/webjars/leaflet/1.9.4/dist",
        "/org/lianpian/cli/Messages.properties",
        "/%2e%2e/db/geopackage/V001__infrastructure.sql",
        "/webjars/%2e%2e/%2e%2e/%2e%2e/web/index.html",
        "/api/none"
      })
  void nothingElseOfTheJarIsServed(String path) throws Exception {
    HttpResponse<String> answer = send("GET", path, null, Map.of());

    assertThat(answer.statusCode()).isBetween(400, 404);
    assertThat(answer.body()).doesNotContain("CREATE TABLE", "<!doctype");
  }

  @Test
  void searchFindsByNameFirst() throws Exception {
    JsonNode community = get("/api/communities/" + anyCommunity());
    String name = community.get("name").asText();

    JsonNode results = get("/api/search?q=" + encode(name)).get("results");

    assertThat(results.get(0).get("title").asText()).isEqualTo(name);
  }

  @Test
  @Tag("US-P08")
  @Tag("US-P10")
  @Tag("US-P17")
  @Tag("US-P18")
  void plannerMakesMergesAndUndoesAreas() throws Exception {
    List<String> ids = neighbours();
    int revision = get("/api/plan").get("revision").asInt();

    JsonNode first =
        edit(
            "/api/plan/areas",
            "{\"members\":" + JSON.writeValueAsString(ids.subList(0, 2)) + "}",
            revision);
    JsonNode second =
        edit(
            "/api/plan/areas",
            "{\"members\":" + JSON.writeValueAsString(ids.subList(2, 4)) + "}",
            first.get("revision").asInt());
    List<String> areas = new ArrayList<>();
    second.get("areas").forEach(area -> areas.add(area.get("id").asText()));
    JsonNode merged =
        edit(
            "/api/plan/areas/merge",
            "{\"areas\":" + JSON.writeValueAsString(areas) + "}",
            second.get("revision").asInt());

    assertThat(merged.get("areas")).hasSize(1);
    assertThat(merged.at("/areas/0/members")).hasSize(4);
    assertThat(merged.at("/areas/0/totals/communities").asInt()).isEqualTo(4);
    assertThat(merged.at("/areas/0/totals/households").has("missing")).isTrue();

    HttpResponse<String> stale =
        send("POST", "/api/plan/undo", "{}", Map.of("If-Match", "\"" + revision + "\""));
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(send("POST", "/api/plan/undo", "{}", Map.of()).statusCode()).isEqualTo(428);

    JsonNode undone = edit("/api/plan/undo", "{}", merged.get("revision").asInt());
    assertThat(undone.get("areas")).hasSize(2);
    JsonNode redone = edit("/api/plan/redo", "{}", undone.get("revision").asInt());
    assertThat(redone.get("areas")).hasSize(1);
  }

  @Test
  @Tag("US-P12")
  void scenariosAreCopiedComparedAndPutOnTheMap() throws Exception {
    JsonNode before = get("/api/plan");
    JsonNode copied = post("/api/plan/scenarios/main/duplicate", "{}", 201);
    String copy = copied.get("changed").asText();
    assertThat(copied.get("active").asText()).isEqualTo("main");
    assertThat(copied.at("/scenarios/1/name").asText()).startsWith("方案 ");
    assertThat(copied.at("/scenarios/1/copiedFrom").asText()).isEqualTo("main");

    post("/api/plan/scenarios/" + copy + "/activate", "", 200);
    JsonNode shown = get("/api/plan");
    assertThat(shown.at("/scenario/id").asText()).isEqualTo(copy);
    JsonNode proposed = edit("/api/plan/propose", "{}", shown.get("revision").asInt());
    assertThat(proposed.get("areas")).isNotEmpty();
    assertThat(proposed.at("/proof/zh").asText()).contains("已证明最优");
    assertThat(proposed.at("/areas/0/proof/proof").asText()).isNotEmpty();

    JsonNode compared = get("/api/plan/scenarios/compare?a=main&b=" + copy);
    int members = 0;
    for (JsonNode area : proposed.get("areas")) {
      members += area.get("members").size();
    }
    assertThat(compared.at("/b/figures/members").asInt()).isEqualTo(members);
    assertThat(compared.at("/b/figures/areas").asInt()).isEqualTo(proposed.get("areas").size());
    assertThat(compared.at("/b/figures/households/missing").isInt()).isTrue();
    assertThat(compared.at("/b/basis/inputHash").asText()).hasSize(32);
    assertThat(compared.at("/b/basis/profileVersion").asText()).isNotEmpty();
    assertThat(compared.at("/b/basis/parameters/maxGapMetres").asDouble()).isEqualTo(30);
    assertThat(compared.get("moved")).isNotEmpty();
    assertThat(compared.at("/moved/0/name").asText()).isNotEmpty();

    assertThat(status("DELETE", "/api/plan/scenarios/" + copy, null)).isEqualTo(422);
    post("/api/plan/scenarios/main/activate", "{}", 200);
    post("/api/plan/scenarios/" + copy + "/rename", "{\"name\":\"先易后难\"}", 200);
    assertThat(get("/api/plan")).isEqualTo(before);
    assertThat(status("DELETE", "/api/plan/scenarios/" + copy, null)).isEqualTo(200);
    assertThat(get("/api/plan/scenarios").get("scenarios")).hasSize(1);
  }

  @Test
  @Tag("FZ-04")
  @Tag("US-P07")
  void proposalsKeepLocksAndFollowThePlannersGoal() throws Exception {
    String copy = post("/api/plan/scenarios", "{\"name\":\"目标比较\"}", 201).get("changed").asText();
    post("/api/plan/scenarios/" + copy + "/activate", "", 200);
    JsonNode few = edit("/api/plan/propose", "", get("/api/plan").get("revision").asInt());
    JsonNode many =
        edit(
            "/api/plan/propose",
            "{\"parameters\":{\"goal\":{\"size\":\"MOST\"}}}",
            few.get("revision").asInt());
    assertThat(many.get("areas").size()).isGreaterThan(few.get("areas").size());
    JsonNode members = few.at("/areas/0/members");
    String a = members.get(0).get("id").asText();
    String b = members.get(1).get("id").asText();
    JsonNode apart =
        edit(
            "/api/plan/propose",
            "{\"locks\":{\"apart\":[[\"" + a + "\",\"" + b + "\"]]}}",
            many.get("revision").asInt());
    assertThat(apart.at("/proposal/solvedAgain").asInt()).isPositive();
    assertThat(apart.at("/proposal/communities").asInt()).isEqualTo(200);
    for (JsonNode area : apart.get("areas")) {
      List<String> ids = new ArrayList<>();
      area.get("members").forEach(member -> ids.add(member.get("id").asText()));
      assertThat(ids.contains(a) && ids.contains(b)).isFalse();
    }

    int revision = apart.get("revision").asInt();
    assertRefused("{\"locks\":{\"anchors\":[\"nowhere\"]}}", revision, 422, "没有该小区");
    assertRefused("{\"locks\":{\"apart\":[[\"x\",\"x\"]]}}", revision, 400, "须不同");
    assertRefused("{\"locks\":{\"near\":[]}}", revision, 400, "near");
    assertRefused("{\"parameters\":{\"maxGapMetres\":-1}}", revision, 400, "最大间距");
    assertRefused("{\"parameters\":{\"minHouseholds\":9999}}", revision, 400, "最少户数");
    assertRefused("{\"parameters\":{\"goal\":{\"size\":\"BEST\"}}}", revision, 400, "FEWEST");
    assertRefused("{\"parameters\":{\"goal\":{\"size\":\"TARGET\"}}}", revision, 400, "目标户数");
    post("/api/plan/scenarios/main/activate", "{}", 200);
    assertThat(status("DELETE", "/api/plan/scenarios/" + copy, null)).isEqualTo(200);
  }

  private void assertRefused(String body, int revision, int status, String zh) throws Exception {
    HttpResponse<String> answer =
        send("POST", "/api/plan/propose", body, Map.of("If-Match", "\"" + revision + "\""));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(JSON.readTree(answer.body()).get("zh").asText()).contains(zh);
  }

  @Test
  void scenariosThatAreNotThereAreNamed() throws Exception {
    assertThat(status("GET", "/api/plan/scenarios/compare?a=main", null)).isEqualTo(400);
    assertThat(status("GET", "/api/plan/scenarios/compare?a=main&b=nowhere", null)).isEqualTo(404);
    assertThat(status("POST", "/api/plan/scenarios/nowhere/activate", "{}")).isEqualTo(404);
    assertThat(status("POST", "/api/plan/scenarios", "{\"name\":7}")).isEqualTo(400);
    assertThat(status("POST", "/api/plan/scenarios", "{\"name\":\" \"}")).isEqualTo(422);
    assertThat(status("POST", "/api/plan/scenarios", "{\"name\":\"方案 A\"}")).isEqualTo(422);
  }

  @Test
  @Tag("US-P07")
  void previewOfAProposalSavesNothing() throws Exception {
    int revision = get("/api/plan").get("revision").asInt();
    JsonNode preview = edit("/api/plan/propose?preview=true", "{}", revision);

    assertThat(preview.get("actionZh").asText()).isNotBlank();
    assertThat(preview.at("/proposal/communities").asInt()).isPositive();
    assertThat(get("/api/plan").get("revision").asInt()).isEqualTo(revision);
  }

  @Test
  @Tag("US-L07")
  void wallMapIsAPdfAtTheScaleAskedForAndMistakesAreNamed() throws Exception {
    HttpResponse<String> map =
        send("GET", "/api/wall-map.pdf?paper=A3&theme=sewer&scale=10000", null, Map.of());

    assertThat(map.statusCode()).isEqualTo(200);
    assertThat(map.headers().firstValue("Content-Type").orElse("")).startsWith("application/pdf");
    assertThat(map.headers().firstValue("X-Map-Scale")).hasValue("1:10,000");
    assertThat(map.body()).startsWith("%PDF");
    for (String wrong :
        List.of("paper=A9", "theme=weather", "bbox=1,2,3", "bbox=x,y,z,w", "scale=7", "dpi=9000")) {
      assertThat(status("GET", "/api/wall-map.png?" + wrong, null)).as(wrong).isEqualTo(400);
    }
  }

  private JsonNode post(String path, String body, int status) throws Exception {
    HttpResponse<String> answer = send("POST", path, body, Map.of());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return JSON.readTree(answer.body());
  }

  private int status(String method, String path, String body) throws Exception {
    return send(method, path, body, Map.of()).statusCode();
  }

  @Test
  void changesFromAnotherSiteAreRefused() throws Exception {
    HttpResponse<String> answer =
        send(
            "POST",
            "/api/plan/undo",
            "{}",
            Map.of("Origin", "http://elsewhere.example", "If-Match", "\"0\""));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void jobRunsToItsEndAndSaysSo() throws Exception {
    JsonNode job =
        JSON.readTree(send("POST", "/api/jobs", "{\"kind\":\"analyse\"}", Map.of()).body());

    HttpResponse<java.util.stream.Stream<String>> events =
        client.send(
            HttpRequest.newBuilder(
                    URI.create(town.url("/api/jobs/" + job.get("id").asText() + "/events")))
                .header("Accept", "text/event-stream")
                .build(),
            BodyHandlers.ofLines());
    // the stream ends only when the server has closed it after the last event
    List<String> kinds =
        events
            .body()
            .filter(line -> line.startsWith("event:"))
            .map(line -> line.substring(6).strip())
            .toList();

    assertThat(kinds).last().isEqualTo("done");
  }

  @Test
  @Tag("B-45")
  void exportsOpenInOfficeSoftwareAndInGis() throws Exception {
    String csv = send("GET", "/api/export/community.csv", null, Map.of()).body();
    JsonNode geoJson = get("/api/export/community.geojson");

    assertThat(csv).startsWith("\ufeff编号,小区名称");
    assertThat(csv.lines().count()).isGreaterThanOrEqualTo(201);
    assertThat(geoJson.get("features")).hasSize(200);
  }

  @Test
  void pipesStayInsideWhenTheOperatorSaysSo() throws Exception {
    try (ServedTown closed = ServedTown.start(Map.of("pipes.visible", "false"))) {
      HttpResponse<String> pipes =
          client.send(
              HttpRequest.newBuilder(URI.create(closed.url("/api/collections/reach/items")))
                  .build(),
              BodyHandlers.ofString());

      assertThat(pipes.statusCode()).isEqualTo(404);
    }
  }

  private String anyCommunity() throws Exception {
    return get("/api/collections/community/items?limit=1").at("/features/0/id").asText();
  }

  /** Returns four communities of one package or more, near each other. */
  private List<String> neighbours() throws Exception {
    JsonNode features = get("/api/collections/community/items?limit=200").get("features");
    String street = features.get(0).at("/properties/street").asText();
    List<String> ids = new ArrayList<>();
    for (JsonNode feature : features) {
      if (feature.at("/properties/street").asText().equals(street) && ids.size() < 4) {
        ids.add(feature.get("id").asText());
      }
    }
    assertThat(ids).hasSize(4);
    return ids;
  }

  private JsonNode edit(String path, String body, int revision) throws Exception {
    HttpResponse<String> answer =
        send("POST", path, body, Map.of("If-Match", "\"" + revision + "\""));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = send("GET", path, null, Map.of());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> send(
      String method, String path, String body, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(town.url(path)))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static String encode(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
