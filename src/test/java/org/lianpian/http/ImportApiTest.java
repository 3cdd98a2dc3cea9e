package org.lianpian.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.model.Change;
import org.lianpian.model.Community;
import org.lianpian.support.ServedTown;

/** Imports over HTTP as the dialog does: check, choose, check again, commit. */
@NullUnmarked
class ImportApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Charset GBK = Charset.forName("GBK");

  /** Latitude stands under lon; 户数 is called 住户; the name would be a formula in Excel. */
  private static final String LEDGER =
      "名称,街道,住户,备注,lon,lat\n"
          + "红岩新村,列东街道,约120户,=1+1,26.267,117.631\n"
          + "柳西新村,列西街道,85,,26.268,117.632\n";

  private static final String ACCEPTED =
      "{\"files\":{\"台账.csv\":{\"layers\":{\"台账\":{\"columns\":{\"备注\":\"\",\"住户\":\"households\"},"
          + "\"accept\":[\"coordinate.swapped-axes\",\"number.approximate\"]}}}}}";

  private final HttpClient client = HttpClient.newHttpClient();
  private ServedTown town;

  @BeforeEach
  void serve() {
    town = ServedTown.start(Map.of("upload.megabytes", "1"));
  }

  @AfterEach
  void stop() {
    town.close();
  }

  @Test
  @Tag("US-C03")
  @Tag("B-20")
  void checkSaysHowAFileIsReadAndWhatElseWasPossible() throws Exception {
    JsonNode report = upload(Map.of("台账.csv", LEDGER.getBytes(GBK)));

    assertThat(report.get("committable").asBoolean()).isFalse();
    JsonNode file = report.at("/files/0");
    assertThat(file.get("encoding").asText()).isEqualTo("GB18030");
    JsonNode layer = file.at("/layers/0");
    assertThat(layer.get("role").asText()).isEqualTo("community");
    assertThat(layer.get("roles").toString()).contains("place", "building");
    assertThat(layer.at("/mapping/0/choice").asText()).isEqualTo("name");
    assertThat(layer.at("/mapping/0/samples").toString()).isEqualTo("[\"红岩新村\",\"柳西新村\"]");
    assertThat(layer.get("crsOrigin").asText()).isEqualTo("proposed");
    assertThat(layer.at("/counts/rejected").asInt()).isEqualTo(2);
    JsonNode swap = proposal(layer, "coordinate.swapped-axes");
    assertThat(swap.get("rows").asInt()).isEqualTo(2);
    assertThat(swap.at("/examples/0/before").asText()).isEqualTo("26.267, 117.631");
    assertThat(swap.at("/examples/0/lonLat/0").asDouble()).isEqualTo(117.631);
    assertThat(swap.get("effectZh").asText()).isNotBlank();
    assertThat(town.store().count(Community.TYPE)).isEqualTo(200);
  }

  @Test
  void vocabularyNamesEveryChoiceInBothLanguages() throws Exception {
    JsonNode choices = get("/api/imports/choices");

    assertThat(choices.get("crs").toString())
        .contains("EPSG:4490", "EPSG:4326", "EPSG:3857", "EPSG:4534", "EPSG:4554", "EPSG:4527");
    assertThat(choices.at("/crs/0/items/0/code").asText()).isEqualTo("EPSG:4548");
    assertThat(choices.at("/roles/0/properties").toString()).contains("户数").contains("Households");
    assertThat(choices.get("datums")).hasSize(3);
    assertThat(choices.get("encodings").toString()).contains("GB18030");
  }

  @Test
  @Tag("US-C04")
  @DisplayName(
      "What was chosen is imported, written to the history, and imports again as unchanged")
  void importsWithExactlyTheChoices() throws Exception {
    String id = upload(Map.of("台账.csv", LEDGER.getBytes(GBK))).get("id").asText();

    JsonNode checked = json(post("/api/imports/" + id + "/check", ACCEPTED));
    assertThat(checked.get("committable").asBoolean()).as(checked.toString()).isTrue();
    assertThat(checked.at("/counts/inserted").asInt()).isEqualTo(2);
    assertThat(
            proposal(checked.at("/files/0/layers/0"), "number.approximate")
                .get("accepted")
                .asBoolean())
        .isTrue();
    JsonNode committed = json(post("/api/imports/" + id + "/commit", ACCEPTED));
    assertThat(committed.at("/files/0/committed").asBoolean()).isTrue();

    Community community = town.store().findWhere(Community.TYPE, "name", "红岩新村").get(0);
    assertThat(community.geometry().getCoordinate().x).isBetween(563031.0, 563032.0);
    assertThat(community.provenance().original()).doesNotContainKey("备注");
    Change change = town.store().history(Community.TYPE, community.id()).get(0);
    assertThat(change.context().reason())
        .isEqualTo(
            "导入 / import: 台账.csv [台账: 住户=households, 备注=-, accept=coordinate.swapped-axes,"
                + " accept=number.approximate]");

    String again = upload(Map.of("台账.csv", LEDGER.getBytes(GBK))).get("id").asText();
    JsonNode unchanged = json(post("/api/imports/" + again + "/commit", ACCEPTED));
    assertThat(unchanged.at("/counts/unchanged").asInt()).isEqualTo(2);
    assertThat(unchanged.at("/counts/updated").asInt()).isZero();
    assertThat(town.store().history(Community.TYPE, community.id())).hasSize(1);
    // what was imported waits no longer
    assertThat(post("/api/imports/" + id + "/check", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void choiceThatDoesNotFitIsNamed() throws Exception {
    String id = upload(Map.of("台账.csv", LEDGER.getBytes(GBK))).get("id").asText();

    assertUnfit(id, layer("\"role\":\"小区\""), "role", "小区");
    assertUnfit(id, layer("\"crs\":\"EPSG:4548\""), "crs", "EPSG:4548");
    assertUnfit(id, layer("\"crs\":\"西安80\""), "crs", "西安80");
    assertUnfit(id, layer("\"datum\":\"GCJ-02\""), "datum", "GCJ-02");
    assertUnfit(id, layer("\"columns\":{\"备注\":\"no_such\"}"), "column", "备注");
    assertUnfit(id, layer("\"accept\":[\"all\"]"), "proposal", "all");
    assertUnfit(id, "{\"files\":{\"台账.csv\":{\"encoding\":\"UTF-8\"}}}", "encoding", "UTF-8");
    assertUnfit(id, "{\"files\":{\"台账.csv\":{\"layers\":{\"另一\":{}}}}}", "layer", "另一");
    JsonNode other = json(post("/api/imports/" + id + "/check", "{\"files\":{\"x.csv\":{}}}"));
    assertThat(other.at("/at/control").asText()).isEqualTo("file");
  }

  @Test
  void misspeltChoiceIsRefusedRatherThanLeftOut() throws Exception {
    String id = upload(Map.of("台账.csv", LEDGER.getBytes(GBK))).get("id").asText();

    for (String body :
        new String[] {
          layer("\"rolle\":\"community\""),
          layer("\"columns\":[]"),
          layer("\"crs\":4548"),
          "{\"files\":{\"台账.csv\":{\"skip\":\"yes\"}}}",
          "{\"file\":{}}"
        }) {
      assertThat(post("/api/imports/" + id + "/check", body).statusCode()).as(body).isEqualTo(400);
    }
  }

  @Test
  @Tag("B-45")
  void issuesAreATableForExcel() throws Exception {
    String id = upload(Map.of("台账.csv", LEDGER.getBytes(GBK))).get("id").asText();

    HttpResponse<String> csv =
        post("/api/imports/" + id + "/issues.csv", layer("\"columns\":{\"住户\":\"households\"}"));

    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(csv.body()).startsWith("\ufeff文件 File,图层 Layer,行 Row,单元格 Cell");
    assertThat(csv.body()).contains("台账.csv,台账,2,C2,住户,建议 Proposal,number.approximate,");
    assertThat(csv.body()).contains("约120户,120\r\n");
  }

  @Test
  void formulasInFilesStayTextInTheTable() throws Exception {
    String id =
        upload(
                Map.of(
                    "台账.csv", "名称,户数\n红岩新村,=cmd|' /C calc'!A0\n".getBytes(StandardCharsets.UTF_8)))
            .get("id")
            .asText();

    assertThat(post("/api/imports/" + id + "/issues.csv", "{}").body())
        .contains(",'=cmd|' /C calc'!A0,");
  }

  @Test
  void rowsAreShownAsTheyStandInTheFile() throws Exception {
    String id = upload(Map.of("台账.csv", LEDGER.getBytes(GBK))).get("id").asText();

    JsonNode rows =
        get(
            "/api/imports/"
                + id
                + "/rows?file="
                + encode("台账.csv")
                + "&layer="
                + encode("台账")
                + "&from=3");

    assertThat(rows.get("rows")).hasSize(1);
    assertThat(rows.at("/rows/0/cells/0").asText()).isEqualTo("柳西新村");
    assertThat(rows.at("/columns/5").toString()).contains("lat").contains("F");
    assertThat(send("GET", "/api/imports/" + id + "/rows?file=..%2Fx&layer=a", null).statusCode())
        .isEqualTo(404);
  }

  @Test
  @DisplayName("Of two files one is refused: neither is written, until it is left out")
  void filesAreWrittenTogetherOrNotAtAll() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("台账.csv", "名称,街道\n红岩新村,列东街道\n".getBytes(StandardCharsets.UTF_8));
    files.put("说明.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
    JsonNode report = upload(files);
    String id = report.get("id").asText();
    assertThat(report.get("files")).hasSize(2);
    assertThat(report.get("committable").asBoolean()).isFalse();

    HttpResponse<String> refused = post("/api/imports/" + id + "/commit", "{}");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("说明.pdf");
    assertThat(town.store().count(Community.TYPE)).isEqualTo(200);

    JsonNode committed =
        json(post("/api/imports/" + id + "/commit", "{\"files\":{\"说明.pdf\":{\"skip\":true}}}"));
    assertThat(committed.at("/counts/inserted").asInt()).isEqualTo(1);
    assertThat(town.store().count(Community.TYPE)).isEqualTo(201);
  }

  @Test
  void whereOnlyPassingRowsAreWantedAFileWithoutAnyIsNoHindrance() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("台账.csv", "名称,街道\n红岩新村,列东街道\n".getBytes(StandardCharsets.UTF_8));
    files.put("旧台账.csv", "名称,户数\n柳西新村,很多\n".getBytes(StandardCharsets.UTF_8));
    String id = upload(files).get("id").asText();

    assertThat(post("/api/imports/" + id + "/commit", "{}").statusCode()).isEqualTo(422);
    JsonNode committed = json(post("/api/imports/" + id + "/commit", "{\"onlyPassing\":true}"));

    assertThat(committed.at("/files/0/committed").asBoolean()).isTrue();
    assertThat(committed.at("/files/1/committed").asBoolean()).isFalse();
    assertThat(town.store().count(Community.TYPE)).isEqualTo(201);
  }

  @Test
  void onlyPassingRowsAreTakenWhenAskedFor() throws Exception {
    byte[] ledger = "名称,户数\n红岩新村,120\n柳西新村,很多\n".getBytes(StandardCharsets.UTF_8);
    String id = upload(Map.of("台账.csv", ledger)).get("id").asText();

    assertThat(post("/api/imports/" + id + "/commit", "{}").statusCode()).isEqualTo(422);
    JsonNode committed = json(post("/api/imports/" + id + "/commit", "{\"onlyPassing\":true}"));

    assertThat(committed.at("/counts/inserted").asInt()).isEqualTo(1);
    assertThat(committed.at("/counts/rejected").asInt()).isEqualTo(1);
  }

  @Test
  void hostileNamesAreOnlyNames() throws Exception {
    JsonNode report =
        upload(Map.of("..\\..\\<b>台账</b>.csv", "名称\n红岩新村\n".getBytes(StandardCharsets.UTF_8)));

    assertThat(report.at("/files/0/file").asText()).isEqualTo("b_.csv");
  }

  @Test
  void tooMuchIsRefused() throws Exception {
    HttpResponse<String> large =
        send("POST", "/api/imports", multipart(Map.of("台账.csv", new byte[2_200_000])));
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 21; i++) {
      many.put(i + ".csv", new byte[1]);
    }

    assertThat(large.statusCode()).as(large.body()).isEqualTo(413);
    assertThat(send("POST", "/api/imports", multipart(many)).statusCode()).isEqualTo(400);
    assertThat(send("POST", "/api/imports", multipart(Map.of())).statusCode()).isEqualTo(400);
  }

  @Test
  void cancelledUploadIsGone() throws Exception {
    String id = upload(Map.of("台账.csv", LEDGER.getBytes(GBK))).get("id").asText();

    assertThat(send("DELETE", "/api/imports/" + id, null).statusCode()).isEqualTo(204);
    assertThat(post("/api/imports/" + id + "/check", "{}").statusCode()).isEqualTo(404);
  }

  private void assertUnfit(String id, String body, String control, String choice) throws Exception {
    HttpResponse<String> answer = post("/api/imports/" + id + "/check", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.get("type").asText()).isEqualTo("choice-unfit");
    assertThat(problem.at("/at/file").asText()).isEqualTo("台账.csv");
    assertThat(problem.at("/at/control").asText()).isEqualTo(control);
    assertThat(problem.at("/at/choice").asText()).isEqualTo(choice);
    assertThat(problem.get("zh").asText()).isNotBlank();
    assertThat(problem.get("en").asText()).isNotBlank();
  }

  private static String layer(String fields) {
    return "{\"files\":{\"台账.csv\":{\"layers\":{\"台账\":{" + fields + "}}}}}";
  }

  private static JsonNode proposal(JsonNode layer, String code) {
    for (JsonNode proposal : layer.get("proposals")) {
      if (proposal.get("code").asText().equals(code)) {
        return proposal;
      }
    }
    throw new AssertionError("no proposal " + code + " in " + layer.get("proposals"));
  }

  private JsonNode upload(Map<String, byte[]> files) throws Exception {
    HttpResponse<String> answer = send("POST", "/api/imports", multipart(files));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(town.url(path)))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private JsonNode get(String path) throws Exception {
    return json(send("GET", path, null));
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> send(String method, String path, byte[] multipart) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(town.url(path)));
    if (multipart == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "multipart/form-data; boundary=cut");
      request.method(method, BodyPublishers.ofByteArray(multipart));
    }
    return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static byte[] multipart(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      body.write(
          ("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                  + file.getKey()
                  + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      body.write(file.getValue());
      body.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.write("--cut--\r\n".getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
