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
import org.lianpian.assessment.VerdictChange;
import org.lianpian.assessment.VerdictCodes;
import org.lianpian.export.GeoJson;
import org.lianpian.model.Analysis;
import org.lianpian.model.Building;
import org.lianpian.model.Change;
import org.lianpian.model.Community;
import org.lianpian.model.EvidenceShape;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.lianpian.model.Labelled;
import org.lianpian.model.Property;
import org.lianpian.model.Provenance;
import org.lianpian.model.Row;
import org.lianpian.model.Subject;
import org.lianpian.model.Verdict;
import org.lianpian.policy.Citation;

/** One community or building with everything that is known and concluded about it. */
final class SubjectsResource implements HttpApi.Resource {
  /** Shapes that show pipes, which not everyone may see. */
  private static final Set<String> PIPE_ROLES = Set.of("trace", "break", "hookup");

  private final FeatureStore store;
  private final HttpSettings settings;
  private final MapSnapshots snapshots;
  private final GeoJson geoJson;

  SubjectsResource(HttpServices services, HttpSettings settings, MapSnapshots snapshots) {
    this.store = services.store();
    this.settings = settings;
    this.snapshots = snapshots;
    this.geoJson = new GeoJson(store.dataset().crs());
  }

  @Override
  public void addRoutes(JavalinConfig config) {
    config.routes.get("/api/communities/{id}", this::community);
    config.routes.get("/api/communities/{id}/history", ctx -> history(ctx, Community.TYPE));
    config.routes.get("/api/buildings/{id}", this::building);
    config.routes.get("/api/buildings/{id}/history", ctx -> history(ctx, Building.TYPE));
  }

  private void community(Context ctx) {
    Community community = get(ctx, Community.TYPE);
    Map<String, @Nullable Object> body =
        detail(Community.TYPE, community, Subject.community(community.id()), community.name());
    body.put("area", area(snapshots.current(), community.id()));
    ctx.json(body);
  }

  private void building(Context ctx) {
    Building building = get(ctx, Building.TYPE);
    Map<String, @Nullable Object> body =
        detail(Building.TYPE, building, Subject.building(building.id()), building.number());
    String communityId = building.communityId();
    body.put(
        "community",
        communityId == null
            ? null
            : store
                .find(Community.TYPE, communityId)
                .map(community -> Map.of("id", community.id(), "name", community.name()))
                .orElse(null));
    ctx.json(body);
  }

  private <T extends Feature> Map<String, @Nullable Object> detail(
      FeatureType<T> type, T feature, Subject subject, String name) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("kind", type.name());
    body.put("id", feature.id());
    body.put("name", name);
    body.put("geometry", geoJson.geometry(feature.geometry()));
    body.put("attributes", attributes(type, feature));
    body.put("provenance", feature.provenance());
    List<String> ids = new ArrayList<>();
    for (Analysis analysis : Analysis.values()) {
      ids.add(Verdict.idOf(subject, analysis));
    }
    body.put(
        "verdicts",
        store.findAll(Verdict.TYPE, ids).stream()
            .sorted((a, b) -> a.analysis().compareTo(b.analysis()))
            .map(this::verdict)
            .toList());
    return body;
  }

  private <T extends Feature> T get(Context ctx, FeatureType<T> type) {
    String id = ctx.pathParam("id");
    return store
        .find(type, id)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "没有编号为 " + id + " 的" + type.zh(), "No " + type.name() + " " + id));
  }

  private static @Nullable Map<String, Object> area(MapSnapshot snapshot, String communityId) {
    String areaId = snapshot.areaOf(communityId);
    return snapshot.areas().stream()
        .filter(area -> area.id().equals(areaId))
        .findFirst()
        .map(area -> Map.<String, Object>of("id", area.id(), "name", area.name()))
        .orElse(null);
  }

  private static <T extends Feature> List<Map<String, @Nullable Object>> attributes(
      FeatureType<T> type, T feature) {
    List<Map<String, @Nullable Object>> attributes = new ArrayList<>();
    for (Property<T> property : type.properties()) {
      Object value = plain(property.getter().apply(feature));
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
    body.put("previous", previous(verdict));
    body.put("citations", verdict.citations().stream().map(SubjectsResource::citation).toList());
    body.put("evidence", verdict.evidence());
    List<Map<String, @Nullable Object>> shapes = new ArrayList<>();
    for (EvidenceShape shape : verdict.shapes()) {
      if (settings.pipesVisible() || !PIPE_ROLES.contains(shape.role())) {
        shapes.add(geoJson.shape(verdict.analysis() + "/" + shapes.size(), shape));
      }
    }
    body.put("shapes", Map.of("type", "FeatureCollection", "features", shapes));
    return body;
  }

  /** Returns the last answer that was another one, when it was changed and why, or null. */
  private @Nullable Map<String, @Nullable Object> previous(Verdict verdict) {
    List<Change> changes = store.history(Verdict.TYPE, verdict.id());
    for (int i = changes.size() - 1; i >= 0; i--) {
      Verdict before = verdictOf(changes.get(i), changes.get(i).before());
      Verdict after = verdictOf(changes.get(i), changes.get(i).after());
      if (before != null && after != null && !before.code().equals(after.code())) {
        Labelled code = VerdictCodes.label(before.analysis(), before.code());
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("code", before.code());
        body.put("codeZh", code.zh());
        body.put("codeEn", code.en());
        body.put("zh", before.zh());
        body.put("en", before.en());
        body.put("inputHash", before.inputHash());
        body.put("changedAt", changes.get(i).context().at().toString());
        body.put("changedBy", changes.get(i).context().actor());
        body.put(
            "causes",
            VerdictChange.causes(before, after).stream()
                .map(part -> Map.of("code", part.name(), "zh", part.zh(), "en", part.en()))
                .toList());
        return body;
      }
    }
    return null;
  }

  private static @Nullable Verdict verdictOf(Change change, Change.@Nullable State state) {
    return state == null
        ? null
        : Verdict.TYPE.create(
            change.id(), state.geometry(), Provenance.of("analysis"), state.row());
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

  private <T extends Feature> void history(Context ctx, FeatureType<T> type) {
    T feature = get(ctx, type);
    List<Map<String, @Nullable Object>> changes = new ArrayList<>();
    for (Change change : store.history(type, feature.id())) {
      Map<String, @Nullable Object> item = new LinkedHashMap<>();
      item.put("version", change.version());
      item.put("actor", change.context().actor());
      item.put("reason", change.context().reason());
      item.put("at", change.context().at().toString());
      item.put("properties", differences(type, change));
      changes.add(item);
    }
    ctx.json(Map.of("changes", changes));
  }

  private List<Map<String, @Nullable Object>> differences(FeatureType<?> type, Change change) {
    List<Map<String, @Nullable Object>> differences = new ArrayList<>();
    Change.State before = change.before();
    Change.State after = change.after();
    if (before == null || after == null) {
      return differences;
    }
    for (Property<?> property : type.properties()) {
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
