package org.lianpian.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.lianpian.http.SewerSnapshots.SewerSnapshot;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Community;
import org.lianpian.model.ConnectionEvidence;
import org.lianpian.model.LedgerStep;
import org.lianpian.model.LookbackInspection;
import org.lianpian.model.ServiceConnection;
import org.lianpian.sewer.ledger.ConnectionLedger;
import org.lianpian.sewer.ledger.Derived;
import org.lianpian.sewer.ledger.LedgerDraft;
import org.lianpian.sewer.ledger.LedgerException;
import org.lianpian.sewer.ledger.LedgerView;
import org.lianpian.sewer.ledger.Standing;

/** The ledger of connections and the look-back on finished projects; persons leave in no answer. */
final class LedgerResource implements HttpApi.Resource {
  private static final int MAX_TEXT = 2000;
  private static final int MAX_NAME = 200;

  private final HttpServices services;
  private final HttpSettings settings;
  private final SewerSnapshots networks;
  private final ConnectionLedger ledger;

  LedgerResource(HttpServices services, HttpSettings settings, SewerSnapshots networks) {
    this.services = services;
    this.settings = settings;
    this.networks = networks;
    this.ledger = new ConnectionLedger(services.store());
  }

  @Override
  public void addRoutes(JavalinConfig config) {
    config.routes.get("/api/sewer/look-back", ctx -> ctx.json(view().lookBack()));
    config.routes.get("/api/sewer/ledger", this::ledger);
    config.routes.post("/api/sewer/ledger", this::enter);
    config.routes.get("/api/sewer/inspections", this::inspections);
    config.routes.post("/api/sewer/inspections", this::inspect);
  }

  private LedgerView view() {
    SewerSnapshot snapshot = networks.current();
    return new LedgerView(
        snapshot.queries(), snapshot.statuses(), ledger, services.profile(), services.on());
  }

  private void ledger(Context ctx) {
    String community = Params.text(ctx, "community", MAX_NAME);
    if (community.isEmpty()) {
      ctx.json(Map.of("items", view().all()));
      return;
    }
    ctx.json(Map.of("items", view().ofCommunity(community(community).id())));
  }

  private Community community(String id) {
    return services
        .store()
        .find(Community.TYPE, id)
        .orElseThrow(() -> ProblemException.notFound("没有编号为 " + id + " 的小区", "No community " + id));
  }

  private void enter(Context ctx) {
    JsonNode body = Params.body(ctx);
    String id = text(body, "connection", MAX_NAME);
    ServiceConnection outlet =
        services
            .store()
            .find(ServiceConnection.TYPE, id)
            .orElseThrow(
                () -> ProblemException.notFound("没有编号为 " + id + " 的接驳", "No connection " + id));
    LedgerDraft draft = draft(body);
    LedgerView view = view();
    Derived today = view.derived(outlet);
    Standing standing =
        ruled(
            () ->
                ledger.enter(
                    outlet,
                    draft,
                    today,
                    body.path("seen").asInt(-1),
                    view.otherPersonRechecks(),
                    services.on(),
                    change("接驳台账 / connection ledger")));
    ctx.status(HttpStatus.CREATED).json(standing.toTree());
  }

  private static LedgerDraft draft(JsonNode body) {
    JsonNode passed = body.path("passed");
    String evidence = text(body, "evidence", MAX_NAME);
    String due = text(body, "due", MAX_NAME);
    return new LedgerDraft(
        code(LedgerStep.class, "step", text(body, "step", MAX_NAME)),
        date("on", text(body, "on", MAX_NAME)),
        text(body, "unit", MAX_NAME),
        text(body, "role", MAX_NAME),
        text(body, "person", MAX_NAME),
        evidence.isEmpty() ? null : code(ConnectionEvidence.class, "evidence", evidence),
        passed.isBoolean() ? passed.asBoolean() : null,
        due.isEmpty() ? null : date("due", due),
        text(body, "text", MAX_TEXT));
  }

  private void inspections(Context ctx) {
    String id = community(Params.text(ctx, "community", MAX_NAME)).id();
    List<String> team = view().team();
    ctx.json(
        Map.of(
            "team", team, "items", ledger.inspections(id).stream().map(LedgerView::tree).toList()));
  }

  private void inspect(Context ctx) {
    JsonNode body = Params.body(ctx);
    Community community = community(text(body, "community", MAX_NAME));
    Map<String, String> units = new LinkedHashMap<>();
    body.path("parties")
        .properties()
        .forEach(party -> units.put(party.getKey(), party.getValue().asText()));
    LocalDate on = date("on", text(body, "on", MAX_NAME));
    List<String> team = view().team();
    LookbackInspection kept =
        ruled(
            () ->
                ledger.inspect(
                    community.id(),
                    on,
                    units,
                    team,
                    text(body, "scope", MAX_TEXT),
                    text(body, "category", MAX_NAME),
                    text(body, "findings", MAX_TEXT),
                    change("回头看检查 / look-back inspection")));
    ctx.status(HttpStatus.CREATED).json(LedgerView.tree(kept));
  }

  private static <T> T ruled(Supplier<T> work) {
    try {
      return work.get();
    } catch (LedgerException e) {
      throw new ProblemException(
          HttpStatus.UNPROCESSABLE_CONTENT, "ledger-refused", e.zh(), e.en());
    }
  }

  private ChangeContext change(String reason) {
    return new ChangeContext(settings.actor(), reason, services.clock().instant());
  }

  private static String text(JsonNode body, String field, int maxLength) {
    JsonNode value = body.path(field);
    String text = value.isTextual() ? value.asText() : "";
    if (text.length() > maxLength) {
      throw ProblemException.badRequest(
          field + " 最长 " + maxLength + " 字", field + " is longer than " + maxLength);
    }
    return text;
  }

  private static LocalDate date(String field, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw ProblemException.badRequest(
          field + " 须为日期,如 2024-06-03,收到:" + text,
          field + " must be a date such as 2024-06-03, was '" + text + "'");
    }
  }

  private static <E extends Enum<E>> E code(Class<E> codes, String field, String text) {
    List<String> names = new ArrayList<>();
    for (E code : codes.getEnumConstants()) {
      names.add(code.name());
      if (code.name().equals(text)) {
        return code;
      }
    }
    throw ProblemException.badRequest(
        field + " 须为 " + names + " 之一,收到:" + text,
        field + " must be one of " + names + ", was '" + text + "'");
  }
}
