package org.lianpian.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianpian.export.GeoJson;
import org.lianpian.http.SewerSnapshots.SewerSnapshot;
import org.lianpian.model.Community;
import org.lianpian.model.EvidenceShape;
import org.lianpian.sewer.BreakRanking.RankedBreak;
import org.lianpian.sewer.CommunityStatus;
import org.lianpian.sewer.HookupCandidate;
import org.lianpian.sewer.NetworkChange;
import org.lianpian.sewer.SeparationWorks;
import org.lianpian.sewer.SewerTrees;
import org.lianpian.sewer.WhatIf;
import org.lianpian.sewer.profile.HeightDatum;
import org.lianpian.sewer.profile.LongitudinalProfile;
import org.lianpian.sewer.profile.ProfileDrawing;
import org.lianpian.sewer.profile.ProfileSheet;
import org.lianpian.sewer.profile.ProfileStation;
import org.lianpian.sewer.trace.NetworkPlace;
import org.lianpian.sewer.trace.NetworkTrace;
import org.lianpian.sewer.trace.NoRouteException;
import org.lianpian.sewer.trace.RouteProfile;
import org.lianpian.sewer.trace.TraceMode;
import org.lianpian.sewer.trace.TraceReport;
import org.lianpian.sewer.trace.UnknownPlaceException;
import org.locationtech.jts.geom.Coordinate;

/**
 * Questions about the drainage network: traces, sections, breaks, hook-ups, what-if, new works.
 * Nothing of it is answered while the operator keeps pipes from the map.
 */
final class SewerResource implements HttpApi.Resource {
  private static final int MAX_ID = 200;
  private static final int MAX_PIPES = 20_000;
  private static final int MAX_BREAKS = 1_000;
  private static final int MAX_CHANGES = 100;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  private final HttpSettings settings;
  private final SewerSnapshots networks;
  private final GeoJson geoJson;
  private final HeightDatum datum;

  SewerResource(HttpServices services, HttpSettings settings, SewerSnapshots networks) {
    this.settings = settings;
    this.networks = networks;
    this.geoJson = new GeoJson(services.store().dataset().crs());
    this.datum = HeightDatum.assumedFor(services.store().dataset().crs());
  }

  @Override
  public void addRoutes(JavalinConfig config) {
    config.routes.before("/api/sewer/*", ctx -> requirePipes(settings));
    config.routes.get("/api/sewer/trace", this::trace);
    config.routes.get("/api/sewer/profile", this::profile);
    config.routes.get("/api/sewer/profile.svg", this::drawing);
    config.routes.get("/api/sewer/hookups", this::hookups);
    config.routes.get("/api/sewer/breaks", this::breaks);
    config.routes.get("/api/sewer/works", this::works);
    config.routes.post("/api/sewer/what-if", this::whatIf);
  }

  /** Refuses when the operator keeps pipes from the map. */
  static void requirePipes(HttpSettings settings) {
    if (!settings.pipesVisible()) {
      throw new ProblemException(
          HttpStatus.FORBIDDEN,
          "pipes-hidden",
          "本服务不提供管网(设置项 pipes.visible)",
          "This server shows no pipes (setting pipes.visible)");
    }
  }

  private void trace(Context ctx) {
    int limit = Params.integer(ctx, "limit", MAX_PIPES, 1, MAX_PIPES);
    TraceMode mode = mode(ctx);
    SewerSnapshot snapshot = networks.current();
    NetworkPlace from = place(ctx, snapshot, "from");
    NetworkTrace trace =
        switch (mode) {
          case UPSTREAM -> snapshot.queries().upstream(from);
          case DOWNSTREAM -> snapshot.queries().downstream(from);
          case TO_PLANT -> snapshot.queries().toPlant(from);
          case BETWEEN -> snapshot.queries().between(from, place(ctx, snapshot, "to"));
        };
    TraceReport report = new TraceReport(snapshot.queries());
    Map<String, @Nullable Object> body = report.summary(trace);
    body.put("pipes_drawn", Math.min(limit, trace.pipes().size()));
    body.put("shapes", collection(report.shapes(trace, limit)));
    ctx.json(body);
  }

  private static TraceMode mode(Context ctx) {
    String text = Params.text(ctx, "mode", 20);
    for (TraceMode mode : TraceMode.values()) {
      if (mode.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
        return mode;
      }
    }
    throw ProblemException.badRequest(
        "mode 须为 upstream、downstream、to-plant 或 between,收到:" + text,
        "mode must be upstream, downstream, to-plant or between, was '" + text + "'");
  }

  private static NetworkPlace place(Context ctx, SewerSnapshot snapshot, String name) {
    String id = Params.text(ctx, name, MAX_ID);
    if (id.isEmpty()) {
      throw ProblemException.badRequest(
          "请用 " + name + " 给出节点、管段或小区的编号", "Give a node, pipe or community by " + name);
    }
    try {
      return snapshot.queries().find(id);
    } catch (UnknownPlaceException e) {
      throw ProblemException.notFound(e.zh(), e.en());
    }
  }

  private Map<String, Object> collection(List<EvidenceShape> shapes) {
    List<Map<String, @Nullable Object>> features = new ArrayList<>();
    for (EvidenceShape shape : shapes) {
      features.add(geoJson.shape("sewer/" + features.size(), shape));
    }
    return Map.of("type", "FeatureCollection", "features", features);
  }

  private LongitudinalProfile section(Context ctx) {
    SewerSnapshot snapshot = networks.current();
    NetworkPlace from = place(ctx, snapshot, "from");
    boolean hasGoal = ctx.queryParam("to") != null;
    NetworkPlace to = hasGoal ? place(ctx, snapshot, "to") : null;
    try {
      return RouteProfile.of(snapshot.queries(), from, to);
    } catch (NoRouteException e) {
      throw new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "no-route", e.zh(), e.en());
    }
  }

  private void profile(Context ctx) {
    LongitudinalProfile section = section(ctx);
    Map<String, @Nullable Object> body = section.toTree(datum);
    List<double @Nullable []> positions = new ArrayList<>();
    for (ProfileStation station : section.stations()) {
      Coordinate position = station.position();
      positions.add(position == null ? null : geoJson.lonLat(position));
    }
    body.put("positions", positions);
    ctx.json(body);
  }

  private void drawing(Context ctx) {
    String sheet = Params.text(ctx, "sheet", 10);
    String lang = Params.text(ctx, "lang", 10);
    ProfileSheet paper =
        switch (sheet) {
          case "", "screen" -> ProfileSheet.SCREEN;
          case "print" -> ProfileSheet.PRINT;
          default ->
              throw ProblemException.badRequest(
                  "sheet 须为 screen 或 print,收到:" + sheet,
                  "sheet must be screen or print, was " + sheet);
        };
    ctx.contentType("image/svg+xml; charset=utf-8")
        .result(ProfileDrawing.of(section(ctx), datum, paper, !lang.startsWith("en")));
  }

  private void hookups(Context ctx) {
    SewerSnapshot snapshot = networks.current();
    NetworkPlace place = place(ctx, snapshot, "from");
    List<Map<String, @Nullable Object>> items = new ArrayList<>();
    List<EvidenceShape> shapes = new ArrayList<>();
    snapshot
        .queries()
        .hookups(place)
        .forEach(
            (node, candidates) -> {
              for (HookupCandidate candidate : candidates) {
                Map<String, @Nullable Object> item = SewerTrees.hookup(candidate);
                item.put("well", node);
                items.add(item);
                shapes.add(SewerTrees.shape(candidate));
              }
            });
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("radius_m", snapshot.input().parameters().hookupRadiusMetres());
    body.put("items", items);
    body.put("shapes", collection(shapes));
    ctx.json(body);
  }

  private void breaks(Context ctx) {
    int limit = Params.integer(ctx, "limit", 100, 1, MAX_BREAKS);
    SewerSnapshot snapshot = networks.current();
    List<RankedBreak> ranked = snapshot.breaks();
    Map<String, String> names = names(snapshot);
    List<Map<String, @Nullable Object>> items = new ArrayList<>();
    for (RankedBreak one : ranked.subList(0, Math.min(limit, ranked.size()))) {
      Map<String, @Nullable Object> item = SewerTrees.found(one.found());
      item.put("type_zh", one.found().type().zh());
      item.put("type_en", one.found().type().en());
      item.put("households", one.households());
      item.put("communities_without_count", one.communitiesWithoutCount());
      item.put(
          "communities",
          one.communityIds().stream()
              .map(id -> Map.of("id", id, "name", names.getOrDefault(id, id)))
              .toList());
      item.put("geometry", geoJson.geometry(one.found().geometry()));
      items.add(item);
    }
    ctx.json(Map.of("total", ranked.size(), "items", items));
  }

  private static Map<String, String> names(SewerSnapshot snapshot) {
    return snapshot.input().communities().stream()
        .collect(Collectors.toMap(Community::id, Community::name, (a, b) -> a));
  }

  private void works(Context ctx) {
    int year = Params.integer(ctx, "year", 0, 0, LAST_YEAR);
    if (year != 0 && year < FIRST_YEAR) {
      throw ProblemException.badRequest("year 须不早于 1900", "year must not be before 1900");
    }
    SewerSnapshot snapshot = networks.current();
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put(
        "years",
        SeparationWorks.byYear(snapshot.input().reaches()).stream()
            .map(SeparationWorks.Year::toTree)
            .toList());
    if (year != 0) {
      body.put(
          "pipes",
          SeparationWorks.laidIn(snapshot.input().reaches(), year).stream()
              .map(SeparationWorks::toTree)
              .toList());
    }
    ctx.json(body);
  }

  private void whatIf(Context ctx) {
    List<NetworkChange> changes = changes(Params.body(ctx));
    SewerSnapshot snapshot = networks.current();
    Map<String, Community> communities =
        snapshot.input().communities().stream()
            .collect(Collectors.toMap(Community::id, Function.identity(), (a, b) -> a));
    List<Map<String, @Nullable Object>> items = new ArrayList<>();
    for (WhatIf.Difference difference : snapshot.apply(changes)) {
      String id = difference.after().communityId();
      Community community = communities.get(id);
      Map<String, @Nullable Object> item = new LinkedHashMap<>();
      item.put("community", id);
      item.put("name", community == null ? id : community.name());
      item.put("households", community == null ? null : community.households());
      item.put("before", status(difference.before()));
      item.put("after", status(difference.after()));
      items.add(item);
    }
    ctx.json(Map.of("saved", false, "changes", items));
  }

  private static Map<String, @Nullable Object> status(CommunityStatus status) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("code", status.status().name());
    tree.put("zh", status.status().zh());
    tree.put("en", status.status().en());
    tree.put("rule", status.rule());
    return tree;
  }

  private static List<NetworkChange> changes(JsonNode body) {
    JsonNode list = body.get("changes");
    if (list == null || !list.isArray() || list.isEmpty() || list.size() > MAX_CHANGES) {
      throw ProblemException.badRequest(
          "changes 须为 1 到 " + MAX_CHANGES + " 项改动的列表",
          "changes must be a list of 1 to " + MAX_CHANGES + " changes");
    }
    List<NetworkChange> changes = new ArrayList<>();
    for (JsonNode item : list) {
      String type = item.path("type").asText();
      changes.add(
          switch (type) {
            case "flip" -> new NetworkChange.Flip(id(item, "pipe"));
            case "delete" -> new NetworkChange.Delete(id(item, "pipe"));
            case "connect" -> new NetworkChange.Connect(id(item, "from"), id(item, "to"));
            default ->
                throw ProblemException.badRequest(
                    "改动的 type 须为 flip、connect 或 delete,收到:" + type,
                    "type of a change must be flip, connect or delete, was '" + type + "'");
          });
    }
    return changes;
  }

  private static String id(JsonNode item, String field) {
    JsonNode value = item.path(field);
    if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > MAX_ID) {
      throw ProblemException.badRequest(
          "改动缺少 " + field + " 编号:" + item, "A change needs the id '" + field + "': " + item);
    }
    return value.asText();
  }
}
