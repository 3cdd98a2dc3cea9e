package org.lianpian.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.PlanScenario;
import org.lianpian.region.ContiguityGraph;
import org.lianpian.region.PackagingUnit;
import org.lianpian.region.PlanArea;
import org.lianpian.region.PlanBasis;
import org.lianpian.region.PlanComparison;
import org.lianpian.region.PlanDraft;
import org.lianpian.region.PlanFigures;
import org.lianpian.region.PlanScenarios;
import org.lianpian.region.PlanState;
import org.lianpian.region.RefusalReason;
import org.lianpian.region.ScenarioOutcome;

/** The variants of the planner's plan and how two of them differ (US-P12). */
final class ScenariosResource implements HttpApi.Resource {
  private final HttpServices services;
  private final HttpSettings settings;
  private final Proposals proposals;
  private final PlanScenarios scenarios;

  ScenariosResource(HttpServices services, HttpSettings settings, Proposals proposals) {
    this.services = services;
    this.settings = settings;
    this.proposals = proposals;
    this.scenarios = services.plans();
  }

  @Override
  public void addRoutes(JavalinConfig config) {
    config.routes.get("/api/plan/scenarios", ctx -> ctx.json(list()));
    config.routes.get("/api/plan/scenarios/compare", this::compare);
    config.routes.post("/api/plan/scenarios", this::create);
    config.routes.post("/api/plan/scenarios/{id}/duplicate", this::duplicate);
    config.routes.post("/api/plan/scenarios/{id}/activate", this::activate);
    config.routes.post("/api/plan/scenarios/{id}/rename", this::rename);
    config.routes.delete("/api/plan/scenarios/{id}", this::delete);
  }

  private void create(Context ctx) {
    String name = name(ctx);
    answer(ctx, scenarios.create(name, change("新建方案 / new scenario")), HttpStatus.CREATED);
  }

  private void duplicate(Context ctx) {
    String name = name(ctx);
    answer(
        ctx,
        scenarios.duplicate(ctx.pathParam("id"), name, change("复制方案 / copy scenario")),
        HttpStatus.CREATED);
  }

  private void activate(Context ctx) {
    answer(
        ctx,
        scenarios.activate(ctx.pathParam("id"), change("启用方案 / activate scenario")),
        HttpStatus.OK);
  }

  private void rename(Context ctx) {
    String name = name(ctx);
    if (name == null) {
      throw ProblemException.badRequest("请给出名称 name", "Give a name");
    }
    answer(
        ctx,
        scenarios.rename(ctx.pathParam("id"), name, change("方案改名 / rename scenario")),
        HttpStatus.OK);
  }

  private void delete(Context ctx) {
    answer(
        ctx,
        scenarios.delete(ctx.pathParam("id"), change("删除方案 / delete scenario")),
        HttpStatus.OK);
  }

  private static @Nullable String name(Context ctx) {
    JsonNode name = Params.bodyIfAny(ctx).get("name");
    if (name == null || name.isNull()) {
      return null;
    }
    if (!name.isTextual()) {
      throw ProblemException.badRequest("名称 name 须为文本:" + name, "name must be text: " + name);
    }
    return name.asText();
  }

  private ChangeContext change(String reason) {
    return new ChangeContext(settings.actor(), reason, services.clock().instant());
  }

  private void answer(Context ctx, ScenarioOutcome outcome, HttpStatus status) {
    if (outcome instanceof ScenarioOutcome.Refused refused) {
      boolean missing = refused.refusal().reason() == RefusalReason.NO_SUCH_SCENARIO;
      throw missing
          ? ProblemException.notFound(refused.refusal().zh(), refused.refusal().en())
          : new ProblemException(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "edit-refused",
              refused.refusal().zh(),
              refused.refusal().en());
    }
    Map<String, @Nullable Object> view = list();
    view.put("changed", ((ScenarioOutcome.Saved) outcome).scenario().id());
    ctx.status(status).json(view);
  }

  private Map<String, @Nullable Object> list() {
    String active = scenarios.active().id();
    ContiguityGraph graph = proposals.current().graph();
    List<Map<String, @Nullable Object>> views = new ArrayList<>();
    for (PlanScenario scenario : scenarios.list()) {
      PlanState state = scenarios.plan(scenario.id()).current();
      views.add(
          view(
              scenario, state, PlanFigures.of(state.draft(), graph), scenario.id().equals(active)));
    }
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("active", active);
    view.put("scenarios", views);
    return view;
  }

  private static Map<String, @Nullable Object> view(
      PlanScenario scenario, PlanState state, PlanFigures figures, boolean active) {
    PlanBasis basis = state.draft().basis();
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("id", scenario.id());
    view.put("name", scenario.name());
    view.put("active", active);
    view.put("copiedFrom", scenario.copiedFrom());
    view.put("revision", state.revision());
    view.put("figures", figures.toTree());
    view.put("basis", basis == null ? null : basis.toTree());
    return view;
  }

  private void compare(Context ctx) {
    PlanScenario first = get(ctx, "a");
    PlanScenario second = get(ctx, "b");
    ContiguityGraph graph = proposals.current().graph();
    PlanState before = scenarios.plan(first.id()).current();
    PlanState after = scenarios.plan(second.id()).current();
    PlanComparison comparison = PlanComparison.of(before.draft(), after.draft(), graph);
    String active = scenarios.active().id();
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("a", view(first, before, comparison.before(), first.id().equals(active)));
    view.put("b", view(second, after, comparison.after(), second.id().equals(active)));
    List<Map<String, @Nullable Object>> moved = new ArrayList<>();
    for (var move : comparison.difference().moved()) {
      Map<String, @Nullable Object> each = new LinkedHashMap<>();
      each.put("id", move.communityId());
      each.put(
          "name",
          graph.findUnit(move.communityId()).map(PackagingUnit::title).orElse(move.communityId()));
      each.put("from", area(before.draft(), move.from()));
      each.put("to", area(after.draft(), move.to()));
      moved.add(each);
    }
    view.put("moved", moved);
    view.put("renamed", comparison.difference().renamed());
    ctx.json(view);
  }

  private PlanScenario get(Context ctx, String parameter) {
    String id = Params.text(ctx, parameter, PlanScenarios.MAX_NAME);
    if (id.isEmpty()) {
      throw ProblemException.badRequest("请给出要比较的方案 a 与 b", "Give the scenarios a and b to compare");
    }
    return scenarios
        .find(id)
        .orElseThrow(() -> ProblemException.notFound("没有方案 " + id, "No scenario " + id));
  }

  private static @Nullable Map<String, String> area(PlanDraft draft, @Nullable String id) {
    return id == null
        ? null
        : draft
            .find(id)
            .map((PlanArea area) -> Map.of("id", id, "name", area.name()))
            .orElseThrow();
  }
}
