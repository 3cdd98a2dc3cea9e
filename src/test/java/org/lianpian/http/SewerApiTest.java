package org.lianpian.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianpian.model.Reach;
import org.lianpian.sewer.DrainageStatus;
import org.lianpian.support.ServedTown;

/** Asks a started server about its drainage. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SewerApiTest {
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

  private HttpResponse<String> send(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(town.url(path))).build(),
        BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private JsonNode get(String path) throws Exception {
    HttpResponse<String> response = send(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private HttpResponse<String> ask(String body) throws Exception {
    return post("/api/sewer/what-if", body);
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(town.url(path)))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private String community(DrainageStatus status) throws Exception {
    return get("/api/themes/sewer/subjects?code=" + status).at("/items/0/id").asText();
  }

  private static String text(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  @Test
  @Tag("US-E06")
  void aConnectedCommunityIsTracedToThePlantAndDrawn() throws Exception {
    String id = community(DrainageStatus.SEPARATED_CONNECTED);
    JsonNode trace = get("/api/sewer/trace?mode=to-plant&from=" + text(id));

    assertThat(trace.at("/route/pipes")).isNotEmpty();
    assertThat(trace.at("/from/kind").asText()).isEqualTo("COMMUNITY");
    assertThat(trace.get("zh").asText()).contains("可至污水厂");
    assertThat(trace.at("/shapes/features").findValuesAsText("role")).contains("route");
    String pipe = trace.at("/route/pipes/0").asText();
    JsonNode up = get("/api/sewer/trace?mode=upstream&from=" + text("pipe:" + pipe));
    assertThat(up.get("pipes").asInt()).isPositive();
    assertThat(up.at("/shapes/features").findValuesAsText("role")).contains("upstream");
  }

  @Test
  @Tag("US-E06")
  void theSectionComesAsDataAndAsADrawing() throws Exception {
    String id = text(community(DrainageStatus.SEPARATED_CONNECTED));
    JsonNode section = get("/api/sewer/profile?from=" + id);
    HttpResponse<String> drawing = send("/api/sewer/profile.svg?sheet=print&from=" + id);

    assertThat(section.get("positions")).hasSameSizeAs(section.get("stations"));
    assertThat(section.at("/positions/0/0").asDouble()).isBetween(110.0, 125.0);
    assertThat(section.get("height_datum_zh").asText()).contains("1985");
    assertThat(drawing.headers().firstValue("Content-Type").orElse("")).contains("image/svg+xml");
    assertThat(drawing.body()).contains("纵断面图", "高程基准", "420mm");
  }

  @Test
  @Tag("SM-14")
  void breaksAreRankedByTheHouseholdsBehindThem() throws Exception {
    JsonNode breaks = get("/api/sewer/breaks");
    int before = Integer.MAX_VALUE;

    assertThat(breaks.get("total").asInt()).isPositive();
    for (JsonNode item : breaks.get("items")) {
      assertThat(item.get("households").asInt()).isLessThanOrEqualTo(before);
      assertThat(item.get("communities")).isNotEmpty();
      assertThat(item.get("zh").asText()).isNotBlank();
      before = item.get("households").asInt();
    }
  }

  @Test
  @Tag("US-E05")
  void candidatesComeWithDistanceDropAndReason() throws Exception {
    for (JsonNode item : get("/api/sewer/breaks").get("items")) {
      if (item.get("type").asText().equals("MISSING_PIPE")) {
        JsonNode hookups =
            get("/api/sewer/hookups?from=" + text("node:" + item.get("node").asText()));
        for (JsonNode candidate : hookups.get("items")) {
          assertThat(candidate.get("distance_m").asDouble())
              .isLessThanOrEqualTo(hookups.get("radius_m").asDouble());
          assertThat(candidate.get("accepted").asBoolean())
              .isEqualTo(candidate.get("rejection").isNull());
        }
      }
    }
  }

  @Test
  @Tag("US-E05")
  void whatIfNamesWhoChangesAndSavesNothing() throws Exception {
    String id = community(DrainageStatus.SEPARATED_CONNECTED);
    String pipe =
        get("/api/sewer/trace?mode=to-plant&from=" + text(id)).at("/route/pipes/1").asText();
    long revision = town.store().revision();
    HttpResponse<String> answer =
        ask("{\"changes\":[{\"type\":\"delete\",\"pipe\":\"" + pipe + "\"}]}");

    JsonNode body = JSON.readTree(answer.body());
    assertThat(body.get("saved").asBoolean()).isFalse();
    assertThat(body.get("changes").findValuesAsText("community")).contains(id);
    assertThat(body.at("/changes/0/before/code")).isNotEqualTo(body.at("/changes/0/after/code"));
    assertThat(town.store().revision()).isEqualTo(revision);
    assertThat(town.store().find(Reach.TYPE, pipe)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"changes\":[{\"type\":\"turn\",\"pipe\":\"x\"}]}",
        "{\"changes\":[{\"type\":\"flip\"}]}",
        "{\"changes\":[{\"type\":\"flip\",\"pipe\":\"no such pipe\"}]}"
      })
  void changesThatCannotBeMadeAreRefused(String body) throws Exception {
    assertThat(ask(body).statusCode()).isEqualTo(400);
  }

  @Test
  @Tag("SM-04")
  void newWorksAreSummedUpByYear() throws Exception {
    JsonNode works = get("/api/sewer/works?year=2023");

    assertThat(works.get("years")).isNotNull();
    assertThat(works.get("pipes").isArray()).isTrue();
  }

  @Test
  void whatTheNetworkDoesNotHaveIsA404WithIdsLikeIt() throws Exception {
    String pipe = town.store().list(Reach.TYPE).get(0).id();
    HttpResponse<String> answer = send("/api/sewer/trace?mode=upstream&from=" + text(pipe + "x"));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(JSON.readTree(answer.body()).get("zh").asText()).contains(pipe);
    assertThat(send("/api/sewer/trace?mode=sideways&from=x").statusCode()).isEqualTo(400);
    assertThat(send("/api/sewer/trace?mode=upstream").statusCode()).isEqualTo(400);
  }

  @Test
  void nothingIsAnsweredWhilePipesAreHidden() throws Exception {
    try (ServedTown hidden = ServedTown.start(Map.of("pipes.visible", "false"))) {
      for (String path :
          List.of("trace?mode=upstream&from=x", "breaks", "works", "profile?from=x")) {
        HttpResponse<String> answer =
            client.send(
                HttpRequest.newBuilder(URI.create(hidden.url("/api/sewer/" + path))).build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(path).isEqualTo(403);
        assertThat(answer.body()).contains("pipes.visible");
      }
    }
  }

  @Test
  @Tag("SM-30")
  @Tag("US-E08")
  void theLookBackListIsSortedByDaysAndNamesNobodyConnected() throws Exception {
    JsonNode list = get("/api/sewer/look-back");
    long before = Long.MAX_VALUE;

    assertThat(list.get("total").asInt()).isEqualTo(list.get("items").size());
    for (JsonNode item : list.get("items")) {
      assertThat(item.get("status").asText()).isNotEqualTo("SEPARATED_CONNECTED");
      long days = item.get("days").isNull() ? Long.MIN_VALUE : item.get("days").asLong();
      assertThat(days).isLessThanOrEqualTo(before);
      before = days;
    }
  }

  @Test
  @Tag("SM-31")
  @Tag("US-E07")
  @Tag("US-E09")
  void theLedgerIsKeptAndNamesNoPerson() throws Exception {
    String id = community(DrainageStatus.SEPARATED_CONNECTED);
    JsonNode outlet = get("/api/sewer/ledger?community=" + text(id)).at("/items/0");
    assertThat(outlet.get("state").asText()).isEqualTo("NONE");
    int seen = outlet.get("entries").size();

    HttpResponse<String> built = enter(outlet, "BUILD", "张三丰", seen, "");
    assertThat(built.statusCode()).as(built.body()).isEqualTo(201);
    assertThat(enter(outlet, "RECHECK", "张三丰", seen + 1, ",\"passed\":true").statusCode())
        .isEqualTo(422);
    assertThat(enter(outlet, "CLOSE", "李四", seen + 1, "").body()).contains("不能销号");
    assertThat(enter(outlet, "EVIDENCE", "李四", seen, ",\"evidence\":\"DYE\"").statusCode())
        .as("an older ledger was seen")
        .isEqualTo(422);
    assertThat(enter(outlet, "DANCE", "李四", seen + 1, "").statusCode()).isEqualTo(400);
    String ledger = get("/api/sewer/ledger?community=" + text(id)).toString();
    assertThat(ledger).contains("BUILT", "城建公司").doesNotContain("张三丰");
    assertThat(send("/api/export/connection_ledger.csv").body())
        .contains("城建公司")
        .doesNotContain("张三丰");
    assertThat(send("/api/collections/connection_ledger/items").body()).doesNotContain("张三丰");
  }

  private HttpResponse<String> enter(
      JsonNode outlet, String step, String person, int seen, String more) throws Exception {
    return post(
        "/api/sewer/ledger",
        "{\"connection\":\"%s\",\"step\":\"%s\",\"on\":\"2024-05-01\",\"unit\":\"城建公司\",\"person\":\"%s\",\"seen\":%d%s}"
            .formatted(outlet.get("connection").asText(), step, person, seen, more));
  }

  @Test
  @Tag("SM-29")
  void anInspectionIsKept() throws Exception {
    String id = community(DrainageStatus.SEPARATED_UNCONNECTED);
    JsonNode team = get("/api/sewer/inspections?community=" + text(id)).get("team");
    StringBuilder parties = new StringBuilder();
    for (JsonNode party : team) {
      parties.append(parties.length() == 0 ? "" : ",").append(party).append(":\"甲单位\"");
    }
    String body =
        "{\"community\":\"%s\",\"on\":\"2024-05-01\",\"parties\":{%s},\"findings\":\"未接\"}";

    assertThat(post("/api/sewer/inspections", body.formatted(id, parties)).statusCode())
        .isEqualTo(201);
    assertThat(get("/api/sewer/inspections?community=" + text(id)).get("items")).hasSize(1);
    if (!team.isEmpty()) {
      assertThat(post("/api/sewer/inspections", body.formatted(id, "")).body()).contains("缺");
    }
  }
}
