package org.lianpian.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianpian.export.GeoJson;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.PlanScenario;
import org.lianpian.region.AreaFacts;
import org.lianpian.region.AreaInspector;
import org.lianpian.region.AreaWarning;
import org.lianpian.region.Certificates;
import org.lianpian.region.ContiguityGraph;
import org.lianpian.region.Leftover;
import org.lianpian.region.LockCheck;
import org.lianpian.region.LockProblem;
import org.lianpian.region.PackagePlan;
import org.lianpian.region.PackageReplanner;
import org.lianpian.region.PackagingLocks;
import org.lianpian.region.PackagingUnit;
import org.lianpian.region.PlanArea;
import org.lianpian.region.PlanBasis;
import org.lianpian.region.PlanDelta;
import org.lianpian.region.PlanDifference;
import org.lianpian.region.PlanDraft;
import org.lianpian.region.PlanEdit;
import org.lianpian.region.PlanEditRefused;
import org.lianpian.region.PlanEditResult;
import org.lianpian.region.PlanEditor;
import org.lianpian.region.PlanOutcome;
import org.lianpian.region.PlanReview;
import org.lianpian.region.PlanState;
import org.lianpian.region.Replanned;
import org.locationtech.jts.geom.Geometry;

/**
 * The planner's plan: areas made by hand or from the proposal, with undo and redo.
 *
 * <p>Every edit names the revision the planner saw ({@code If-Match}); of two planners who edit the
 * same one, the second gets a conflict and loses nothing (US-P17).
 */
final class PlanResource implements HttpApi.Resource {
  private static final int MAX_MEMBERS = 5_000;
  private static final int MAX_NAME = 100;
  private static final Pattern REVISION = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

  private final HttpServices services;
  private final HttpSettings settings;
  private final MapSnapshots snapshots;
  private final Proposals proposals;
  private final SplitLines lines;
  private final GeoJson geoJson;
  private Map<String, Object> head = Map.of();

  PlanResource(
      HttpServices services, HttpSettings settings, MapSnapshots snapshots, Proposals proposals) {
    this.services = services;
    this.settings = settings;
    this.snapshots = snapshots;
    this.proposals = proposals;
    this.lines = new SplitLines(services.store());
    this.geoJson = new GeoJson(services.store().dataset().crs());
  }

  @Override
  public void addRoutes(JavalinConfig config) {
    config.routes.get("/api/plan", ctx -> ctx.json(view(services.plans().activePlan().current())));
    config.routes.post("/api/plan/areas", this::create);
    config.routes.post("/api/plan/areas/merge", this::merge);
    config.routes.post("/api/plan/areas/{id}/add", this::add);
    config.routes.post("/api/plan/areas/{id}/remove", this::remove);
    config.routes.post("/api/plan/areas/{id}/rename", this::rename);
    config.routes.post("/api/plan/areas/{id}/lock", this::lock);
    config.routes.post("/api/plan/areas/{id}/split", this::split);
    config.routes.post("/api/plan/lock", this::lockAll);
    config.routes.delete("/api/plan/areas/{id}", this::delete);
    config.routes.get("/api/plan/head", ctx -> ctx.json(head()));
    config.routes.post("/api/plan/propose", this::propose);
    config.routes.post("/api/plan/undo", this::undo);
    config.routes.post("/api/plan/redo", this::redo);
  }

  private void create(Context ctx) {
    JsonNode body = Params.body(ctx);
    List<String> members = Params.ids(body, "members", 1, MAX_MEMBERS);
    String name = name(body);
    edit(ctx, (editor, draft) -> editor.create(draft, members, name));
  }

  private void merge(Context ctx) {
    JsonNode body = Params.body(ctx);
    List<String> areas = Params.ids(body, "areas", 2, MAX_MEMBERS);
    JsonNode keep = body.get("keep");
    String kept = keep == null || keep.isNull() ? null : keep.asText();
    String name = name(body);
    edit(ctx, (editor, draft) -> editor.merge(draft, areas, kept, name));
  }

  private void split(Context ctx) {
    JsonNode body = Params.body(ctx);
    String id = ctx.pathParam("id");
    PlanArea area = services.plans().activePlan().current().draft().find(id).orElse(null);
    if (area == null) {
      throw ProblemException.notFound("没有片区 " + id, "There is no area " + id);
    }
    Geometry line = lines.read(body, area);
    edit(ctx, (editor, draft) -> editor.split(draft, id, line));
  }

  private void lockAll(Context ctx) {
    boolean locked = Params.body(ctx).path("locked").asBoolean(true);
    edit(ctx, (editor, draft) -> editor.setAllLocked(draft, locked));
  }

  private void add(Context ctx) {
    List<String> members = Params.ids(Params.body(ctx), "members", 1, MAX_MEMBERS);
    edit(ctx, (editor, draft) -> editor.add(draft, ctx.pathParam("id"), members));
  }

  private void remove(Context ctx) {
    List<String> members = Params.ids(Params.body(ctx), "members", 1, MAX_MEMBERS);
    edit(ctx, (editor, draft) -> editor.remove(draft, ctx.pathParam("id"), members));
  }

  private void rename(Context ctx) {
    String name = name(Params.body(ctx));
    if (name == null) {
      throw ProblemException.badRequest("请给出名称 name", "Give a name");
    }
    edit(ctx, (editor, draft) -> editor.rename(draft, ctx.pathParam("id"), name));
  }

  private void lock(Context ctx) {
    boolean locked = Params.body(ctx).path("locked").asBoolean(true);
    edit(ctx, (editor, draft) -> editor.setLocked(draft, ctx.pathParam("id"), locked));
  }

  private void delete(Context ctx) {
    edit(ctx, (editor, draft) -> editor.delete(draft, ctx.pathParam("id")));
  }

  /** Proposes by the wishes in the body; locked areas of the draft stay as they are. */
  private void propose(Context ctx) {
    ProposalWishes wishes = ProposalWishes.read(Params.bodyIfAny(ctx), proposals.parameters());
    PackagePlan free = proposals.by(wishes.parameters());
    PlanDraft shown = services.plans().activePlan().current().draft();
    PackagingLocks locks = wishes.locks(shown, free.graph());
    List<LockProblem> problems = LockCheck.of(free.graph(), locks);
    if (!problems.isEmpty()) {
      throw new ProblemException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "locks-cannot-hold",
          problems.stream().map(LockProblem::zh).collect(Collectors.joining(";")),
          problems.stream().map(LockProblem::en).collect(Collectors.joining("; ")));
    }
    Replanned made = new PackageReplanner().replan(free, locks);
    PlanBasis basis = PlanBasis.of(made.plan(), services.profile());
    PlanEditor editor = new PlanEditor(free.graph());
    Map<String, @Nullable Object> view;
    if (isPreview(ctx)) {
      view = preview(shown, editor.propose(shown, made.plan(), basis), free.graph());
    } else {
      view =
          view(
              saved(
                  services
                      .plans()
                      .activePlan()
                      .apply(
                          expected(ctx),
                          change("自动成片 / propose"),
                          draft -> editor.propose(draft, made.plan(), basis))));
    }
    view.put("proposal", summary(free, made));
    ctx.json(view);
  }

  private static Map<String, Object> summary(PackagePlan free, Replanned made) {
    Map<String, Object> proposal = new LinkedHashMap<>();
    proposal.put("communities", free.graph().units().size());
    proposal.put("solvedAgain", made.solvedAgain().size());
    proposal.put("moved", made.moved().size());
    proposal.put("fewestLeftReached", made.fewestLeftReached());
    return proposal;
  }

  private void undo(Context ctx) {
    answer(ctx, services.plans().activePlan().undo(expected(ctx), change("撤销 / undo")));
  }

  private void redo(Context ctx) {
    answer(ctx, services.plans().activePlan().redo(expected(ctx), change("重做 / redo")));
  }

  private void edit(Context ctx, BiFunction<PlanEditor, PlanDraft, PlanEditResult> edit) {
    int expected = expected(ctx);
    PlanEditor editor = new PlanEditor(proposals.current().graph());
    if (isPreview(ctx)) {
      PlanDraft draft = services.plans().activePlan().current().draft();
      ctx.json(preview(draft, edit.apply(editor, draft), proposals.current().graph()));
      return;
    }
    answer(
        ctx,
        services
            .plans()
            .activePlan()
            .apply(expected, change("编辑片区 / area edit"), draft -> edit.apply(editor, draft)));
  }

  private static boolean isPreview(Context ctx) {
    return "true".equals(ctx.queryParam("preview"));
  }

  /** Says what an edit would do; nothing is saved (US-P07). */
  private static Map<String, @Nullable Object> preview(
      PlanDraft before, PlanEditResult result, ContiguityGraph graph) {
    if (result instanceof PlanEditRefused refusal) {
      throw refused(refusal);
    }
    PlanEdit edit = (PlanEdit) result;
    Map<String, @Nullable Object> view = PlanDelta.of(before, edit.draft(), graph).toTree();
    view.put("actionZh", edit.zh());
    view.put("actionEn", edit.en());
    view.put("warnings", edit.warnings().stream().map(PlanResource::warning).toList());
    return view;
  }

  private static ProblemException refused(PlanEditRefused refusal) {
    return new ProblemException(
        HttpStatus.UNPROCESSABLE_CONTENT, "edit-refused", refusal.zh(), refusal.en());
  }

  private void answer(Context ctx, PlanOutcome outcome) {
    PlanState saved = saved(outcome);
    PlanDraft before = services.plans().activePlan().at(expected(ctx)).draft();
    Map<String, @Nullable Object> view = view(saved);
    view.put("delta", PlanDelta.of(before, saved.draft(), proposals.current().graph()).toTree());
    ctx.json(view);
  }

  private PlanState saved(PlanOutcome outcome) {
    if (outcome instanceof PlanOutcome.Refused refused) {
      throw refused(refused.refusal());
    }
    if (outcome instanceof PlanOutcome.Conflict conflict) {
      throw new ProblemException(
              HttpStatus.CONFLICT,
              "edit-conflict",
              "方案已被他人修改(您看到的是第 "
                  + conflict.expected()
                  + " 版,现为第 "
                  + conflict.state().revision()
                  + " 版),已刷新,请重新操作",
              "Somebody else changed the plan: you saw revision "
                  + conflict.expected()
                  + ", it is now "
                  + conflict.state().revision())
          .with(difference(conflict));
    }
    return ((PlanOutcome.Saved) outcome).state();
  }

  /** What others changed since the revision that the planner saw. */
  private Map<String, Object> difference(PlanOutcome.Conflict conflict) {
    PackagePlan proposal = proposals.current();
    PlanDraft now = conflict.state().draft();
    List<Map<String, @Nullable Object>> moved = new ArrayList<>();
    for (PlanDifference.Move move : conflict.difference().moved()) {
      Map<String, @Nullable Object> item = new LinkedHashMap<>();
      item.put("id", move.communityId());
      item.put("name", name(move.communityId(), proposal));
      item.put(
          "to", move.to() == null ? null : now.find(move.to()).map(PlanArea::name).orElse(null));
      moved.add(item);
    }
    return Map.of(
        "revision",
        conflict.state().revision(),
        "actionZh",
        String.valueOf(conflict.state().lastActionZh()),
        "actionEn",
        String.valueOf(conflict.state().lastActionEn()),
        "moved",
        moved,
        "renamed",
        conflict.difference().renamed());
  }

  /** What open maps ask for every second: whether somebody changed the plan. */
  private synchronized Map<String, Object> head() {
    long revision = services.store().revision();
    if (!Long.valueOf(revision).equals(head.get("revision"))) {
      head =
          Map.of(
              "revision",
              revision,
              "scenario",
              services.plans().active().id(),
              "plan",
              services.plans().activePlan().current().revision());
    }
    return head;
  }

  private ChangeContext change(String reason) {
    return new ChangeContext(settings.actor(), reason, services.clock().instant());
  }

  private static int expected(Context ctx) {
    String header = ctx.header("If-Match");
    Matcher revision = header == null ? null : REVISION.matcher(header.strip());
    if (revision == null || !revision.matches()) {
      throw new ProblemException(
          HttpStatus.PRECONDITION_REQUIRED,
          "revision-required",
          "缺少 If-Match: \"方案版本号\"",
          "If-Match: \"<plan revision>\" is required");
    }
    return Integer.parseInt(revision.group(1));
  }

  private static @Nullable String name(JsonNode body) {
    JsonNode name = body.get("name");
    if (name == null || name.isNull() || name.asText().isBlank()) {
      return null;
    }
    if (name.asText().length() > MAX_NAME) {
      throw ProblemException.badRequest(
          "名称最长 " + MAX_NAME + " 字", "A name has at most " + MAX_NAME + " characters");
    }
    return name.asText().strip();
  }

  private Map<String, @Nullable Object> view(PlanState state) {
    PackagePlan proposal = proposals.current();
    AreaInspector inspector = new AreaInspector(proposal.graph());
    MapSnapshot snapshot = snapshots.current();
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    PlanScenario scenario = services.plans().active();
    view.put("scenario", Map.of("id", scenario.id(), "name", scenario.name()));
    PlanBasis basis = state.draft().basis();
    view.put("proof", basis == null ? null : basis.proof());
    view.put("revision", state.revision());
    view.put("canUndo", state.canUndo());
    view.put("canRedo", state.canRedo());
    view.put(
        "lastAction",
        state.lastActionZh() == null
            ? null
            : Map.of("zh", state.lastActionZh(), "en", String.valueOf(state.lastActionEn())));
    List<Map<String, @Nullable Object>> areas = new ArrayList<>();
    for (PlanArea area : state.draft().areas()) {
      areas.add(area(area, inspector.inspect(area.members()), proposal, snapshot));
    }
    view.put("areas", areas);
    view.put(
        "leftovers",
        PlanReview.leftovers(state.draft(), proposal).stream()
            .map(leftover -> leftover(leftover, state.draft(), proposal))
            .toList());
    return view;
  }

  private static Map<String, @Nullable Object> area(
      PlanArea area, AreaFacts facts, PackagePlan proposal, MapSnapshot snapshot) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("id", area.id());
    view.put("name", area.name());
    view.put("locked", area.locked());
    view.put(
        "members",
        area.members().stream().map(id -> Map.of("id", id, "name", name(id, proposal))).toList());
    view.put("totals", facts.totals().toTree());
    view.put("scores", facts.scores().toTree());
    view.put("proof", proof(area, proposal));
    view.put("diameter", facts.diameterMetres());
    view.put("districts", facts.districts());
    view.put("streets", facts.streets());
    view.put("warnings", facts.warnings().stream().map(PlanResource::warning).toList());
    view.put(
        "bbox",
        snapshot.areas().stream()
            .filter(drawn -> drawn.id().equals(area.id()))
            .findFirst()
            .map(MapSnapshot.Area::bbox)
            .orElse(null));
    return view;
  }

  /** An area is proven while it is just what the rules propose. */
  private static @Nullable Map<String, @Nullable Object> proof(
      PlanArea area, PackagePlan proposal) {
    String first = area.members().get(0);
    return proposal
        .findPackageOf(first)
        .filter(made -> made.members().equals(area.members()))
        .flatMap(made -> proposal.findCertificate(first))
        .map(found -> Certificates.toTree(found, proposal.parameters().goal()))
        .orElse(null);
  }

  private static Map<String, Object> warning(AreaWarning warning) {
    return Map.of("code", warning.code().name(), "zh", warning.zh(), "en", warning.en());
  }

  private Map<String, @Nullable Object> leftover(
      Leftover leftover, PlanDraft draft, PackagePlan proposal) {
    Geometry geometry =
        proposal.graph().findUnit(leftover.id()).map(PackagingUnit::geometry).orElse(null);
    double[] at =
        geometry == null || geometry.isEmpty()
            ? null
            : geoJson.lonLat(geometry.getInteriorPoint().getCoordinate());
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("id", leftover.id());
    view.put("name", name(leftover.id(), proposal));
    view.put("reason", leftover.reason().name());
    view.put("zh", leftover.zh());
    view.put("en", leftover.en());
    view.put("nearest", PlanReview.nearestArea(leftover, draft, proposal).orElse(null));
    view.put("lon", at == null ? null : at[0]);
    view.put("lat", at == null ? null : at[1]);
    return view;
  }

  private static String name(String id, PackagePlan proposal) {
    return proposal
        .graph()
        .findUnit(id)
        .map(unit -> unit.name().isBlank() ? id : unit.name())
        .orElse(id);
  }
}
