package org.lianpian.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import java.util.Map;

/** Long work: start it, watch it, cancel it. */
final class JobsResource implements HttpApi.Resource {
  private final HttpServices services;
  private final Jobs jobs = new Jobs();

  JobsResource(HttpServices services) {
    this.services = services;
  }

  @Override
  public void addRoutes(JavalinConfig config) {
    config.routes.post("/api/jobs", this::start);
    config.routes.get("/api/jobs/{id}", ctx -> ctx.json(get(ctx).view()));
    config.routes.delete("/api/jobs/{id}", this::cancel);
    config.routes.sse("/api/jobs/{id}/events", this::follow);
  }

  private void start(Context ctx) {
    JsonNode kind = Params.body(ctx).get("kind");
    if (kind == null || !"analyse".equals(kind.asText())) {
      throw ProblemException.badRequest(
          "未知的任务类型:" + kind + ",可用:analyse", "Unknown job kind " + kind + ", use analyse");
    }
    Job job = jobs.start("analyse", services.analyses());
    ctx.status(HttpStatus.ACCEPTED).json(Map.of("id", job.id()));
  }

  private void cancel(Context ctx) {
    Job job = get(ctx);
    job.cancel();
    ctx.json(job.view());
  }

  private void follow(SseClient client) {
    Job job = get(client.ctx());
    client.keepAlive();
    Runnable stop =
        job.listen(
            view -> {
              boolean running = view.state().equals(Job.RUNNING);
              client.sendEvent(running ? "progress" : view.state(), view);
              if (!running) {
                client.close();
              }
            });
    client.onClose(stop);
  }

  private Job get(Context ctx) {
    String id = ctx.pathParam("id");
    return jobs.find(id)
        .orElseThrow(() -> ProblemException.notFound("没有任务 " + id, "There is no job " + id));
  }

  @Override
  public void close() {
    jobs.close();
  }
}
