package org.lianpian.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.assessment.VerdictCodes;
import org.lianpian.export.GeoJson;
import org.lianpian.model.Analysis;
import org.lianpian.model.Change;
import org.lianpian.model.Community;
import org.lianpian.model.EvidenceShape;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.Labelled;
import org.lianpian.model.Property;
import org.lianpian.model.Row;
import org.lianpian.model.Verdict;
import org.lianpian.policy.Citation;

/** One community with everything that is known and concluded about it. */
final class CommunitiesResource implements HttpApi.Resource {
  /** Shapes that show pipes, which not everyone may see. */
  private static final Set<String> PIPE_ROLES = Set.of("trace", "break", "hookup");

  private final FeatureStore store;
  private final HttpSettings settings;
  private final MapSnapshots snapshots;
  private final GeoJson geoJson;

  CommunitiesResource(HttpServices services, HttpSettings settings, MapSnapshots snapshots) {
    this.store = services.store();
    this.settings = settings;
    this.snapshots = snapshots;
    this.geoJson = new GeoJson(store.dataset().crs());
  }

  @Override
  public void addRoutes(JavalinConfig config) {
    config.routes.get("/api/communities/{id}", this::community);
    config.routes.get("/api/communities/{id}/history", this::history);
  }

  private void community(Context ctx) {
    Community community = get(ctx.pathParam("id"));
    MapSnapshot snapshot = snapshots.current();
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("id", community.id());
    body.put("name", community.name());
    body.put("geometry", geoJson.geometry(community.geometry()));
    body.put("attributes", attributes(community));
    body.put("area", area(snapshot, community.id()));
    body.put("provenance", community.provenance());
    List<String> ids = new ArrayList<>();
    for (Analysis analysis : Analysis.values()) {
      ids.add(Verdict.idOf(community.id(), analysis));
    }
    body.put(
        "verdicts",
        store.findAll(Verdict.TYPE, ids).stream()
            .sorted((a, b) -> a.analysis().compareTo(b.analysis()))
            .map(this::verdict)
            .toList());
    ctx.json(body);
  }

  private Community get(String id) {
    return store
        .find(Community.TYPE, id)
        .orElseThrow(() -> ProblemException.notFound("没有编号为 " + id + " 的小区", "No community " + id));
  }

  private static @Nullable Map<String, Object> area(MapSnapshot snapshot, String communityId) {
    String areaId = snapshot.areaOf(communityId);
    return snapshot.areas().stream()
        .filter(area -> area.id().equals(areaId))
        .findFirst()
        .map(area -> Map.<String, Object>of("id", area.id(), "name", area.name()))
        .orElse(null);
  }

  private static List<Map<String, @Nullable Object>> attributes(Community community) {
    List<Map<String, @Nullable Object>> attributes = new ArrayList<>();
    for (Property<Community> property : Community.TYPE.properties()) {
      Object value = plain(property.getter().apply(community));
      Map<String, @Nullable Object> attribute = new LinkedHashMap<>();
      attribute.put("name", property.name());
      attribute.put("zh", property.zh());
      attribute.put("en", property.en());
      attribute.put("unit", property.unit());
      attribute.put("value", value);
      for (Labelled code : property.codes()) {
        if (code.name().equals(value)) {
          attribute.put("labelZh", code.zh());
          attribute.put("labelEn", code.en());
        }
      }
      attributes.add(attribute);
    }
    return attributes;
  }

  private Map<String, @Nullable Object> verdict(Verdict verdict) {
    Labelled code = VerdictCodes.label(verdict.analysis(), verdict.code());
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("analysis", verdict.analysis().name());
    body.put("analysisZh", verdict.analysis().zh());
    body.put("analysisEn", verdict.analysis().en());
    body.put("code", verdict.code());
    body.put("codeZh", code.zh());
    body.put("codeEn", code.en());
    body.put("zh", verdict.zh());
    body.put("en", verdict.en());
    body.put("profile", verdict.profile());
    body.put("profileVersion", verdict.profileVersion());
    body.put("inputHash", verdict.inputHash());
    body.put("citations", verdict.citations().stream().map(CommunitiesResource::citation).toList());
    body.put("evidence", verdict.evidence());
    List<Map<String, @Nullable Object>> shapes = new ArrayList<>();
    for (EvidenceShape shape : verdict.shapes()) {
      if (settings.pipesVisible() || !PIPE_ROLES.contains(shape.role())) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("role", shape.role());
        properties.put("zh", shape.zh());
        properties.put("en", shape.en());
        shapes.add(
            geoJson.feature(
                verdict.analysis() + "/" + shapes.size(), shape.geometry(), properties));
      }
    }
    body.put("shapes", Map.of("type", "FeatureCollection", "features", shapes));
    return body;
  }

  private static Map<String, @Nullable Object> citation(Citation citation) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("parameter", citation.parameter());
    body.put("document", citation.document());
    body.put("clause", citation.clause());
    body.put("requirement", citation.requirement());
    body.put("text", citation.text());
    body.put("decision", citation.isDecision());
    return body;
  }

  private void history(Context ctx) {
    Community community = get(ctx.pathParam("id"));
    List<Map<String, @Nullable Object>> changes = new ArrayList<>();
    for (Change change : store.history(Community.TYPE, community.id())) {
      Map<String, @Nullable Object> item = new LinkedHashMap<>();
      item.put("version", change.version());
      item.put("actor", change.context().actor());
      item.put("reason", change.context().reason());
      item.put("at", change.context().at().toString());
      item.put("properties", differences(change));
      changes.add(item);
    }
    ctx.json(Map.of("changes", changes));
  }

  private List<Map<String, @Nullable Object>> differences(Change change) {
    List<Map<String, @Nullable Object>> differences = new ArrayList<>();
    Change.State before = change.before();
    Change.State after = change.after();
    if (before == null || after == null) {
      return differences;
    }
    for (Property<Community> property : Community.TYPE.properties()) {
      Object old = plain(value(before.row(), property));
      Object now = plain(value(after.row(), property));
      if (!Objects.equals(old, now)) {
        differences.add(difference(property.name(), property.zh(), property.en(), old, now));
      }
    }
    if (!Objects.equals(before.geometry(), after.geometry())) {
      differences.add(
          difference(
              "geometry",
              "位置",
              "Geometry",
              geoJson.geometry(before.geometry()),
              geoJson.geometry(after.geometry())));
    }
    return differences;
  }

  private static Map<String, @Nullable Object> difference(
      String name, String zh, String en, @Nullable Object before, @Nullable Object after) {
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("name", name);
    item.put("zh", zh);
    item.put("en", en);
    item.put("before", before);
    item.put("after", after);
    return item;
  }

  private static @Nullable Object value(Row row, Property<?> property) {
    return row.values().get(property.name());
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return value instanceof LocalDate date ? date.toString() : value;
  }
}
