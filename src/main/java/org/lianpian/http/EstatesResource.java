package org.lianpian.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianpian.ingest.estate.EstateMerges;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Community;
import org.lianpian.model.EstateMerge;
import org.lianpian.model.FeatureStore;

/** Lists the communities that are merged of several sources, and takes them apart again. */
final class EstatesResource implements HttpApi.Resource {
  private final HttpServices services;
  private final HttpSettings settings;

  EstatesResource(HttpServices services, HttpSettings settings) {
    this.services = services;
    this.settings = settings;
  }

  @Override
  public void addRoutes(JavalinConfig config) {
    config.routes.get("/api/estates", this::list);
    config.routes.post("/api/estates/{id}/undo", this::undo);
  }

  private void list(Context ctx) {
    FeatureStore store = services.store();
    ctx.json(
        Map.of(
            "estates",
            store.list(EstateMerge.TYPE).stream().map(merge -> view(store, merge)).toList()));
  }

  private static Map<String, Object> view(FeatureStore store, EstateMerge merge) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", merge.id());
    view.put("name", store.find(Community.TYPE, merge.id()).map(Community::name).orElse(""));
    List<EstateMerges.Source> sources = EstateMerges.sources(merge, store.dataset().crs().epsg());
    view.put("sources", sources);
    return view;
  }

  private void undo(Context ctx) {
    String id = ctx.pathParam("id");
    String source = Params.body(ctx).path("source").asText();
    ChangeContext change =
        new ChangeContext(
            settings.actor(), "撤销合并 / undo merge: " + source, services.clock().instant());
    EstateMerges.undo(services.store(), id, source, change);
    ctx.status(HttpStatus.NO_CONTENT);
  }
}
