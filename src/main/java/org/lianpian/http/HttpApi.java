package org.lianpian.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.json.JavalinJackson;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lianpian.region.PackagingParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the map and its API on one port.
 *
 * <p>Every answer carries a request id; every error is a problem document. Requests that change
 * something are refused when they come from another site's page. Start with {@link #start}, stop
 * with {@link #close}.
 */
public final class HttpApi implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);
  private static final String REQUEST_ID = "requestId";
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  static {
    // else Jetty starts the whole management of the JVM, only to learn this number
    String references = "org.eclipse.jetty.util.referencesPerCacheLine";
    System.setProperty(references, System.getProperty(references, "16"));
  }

  private final HttpSettings settings;
  private final MapSnapshots snapshots;
  private final Javalin javalin;
  private CompletableFuture<@Nullable MapSnapshot> firstSnapshot =
      CompletableFuture.completedFuture(null);
  private final List<Resource> resources;

  /** A part of the API that adds its own routes. */
  interface Resource extends AutoCloseable {
    void addRoutes(JavalinConfig config);

    @Override
    default void close() {}
  }

  public HttpApi(HttpServices services, HttpSettings settings) {
    this.settings = settings;
    PackagingParameters packaging = PackagingParameters.from(services.profile(), services.on());
    this.snapshots = new MapSnapshots(services.store(), services.plans(), packaging.maxGapMetres());
    Proposals proposals = new Proposals(services.proposal(), packaging, snapshots);
    Directories directories = new Directories(services.store());
    JobsResource jobs = new JobsResource(services);
    SewerSnapshots networks = new SewerSnapshots(services, snapshots);
    this.resources =
        List.of(
            new DatasetResource(services, settings, snapshots, directories),
            new TilesResource(services, settings, snapshots),
            new SearchResource(snapshots, directories),
            new SubjectsResource(services, settings, snapshots),
            new CollectionsResource(services, settings),
            new LifeCirclesResource(services, snapshots),
            new SewerResource(services, settings, networks),
            new LedgerResource(services, settings, networks),
            new SelectionResource(services, snapshots),
            new PlanResource(services, settings, snapshots, proposals),
            new ScenariosResource(services, settings, proposals),
            new ImportsResource(services, settings),
            new EstatesResource(services, settings),
            new ExportResource(services, settings),
            new WallMapResource(services, settings),
            jobs,
            new PageResource()); // last, since it takes every path
    this.javalin = Javalin.create(this::configure);
  }

  /** Starts listening and returns the port. */
  public int start() {
    javalin.start(settings.host(), settings.port());
    // the first map needs it in a moment
    firstSnapshot = CompletableFuture.supplyAsync(snapshots::current);
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
    // the store is closed next; a failure to read it was already told to whoever asked for the map
    firstSnapshot.exceptionally(failure -> null).join();
    resources.forEach(Resource::close);
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.defaultContentType = "application/json; charset=utf-8";
    config.http.maxRequestSize = 4_000_000;
    config.jetty.multipartConfig.maxFileSize(settings.maxUploadBytes(), SizeUnit.BYTES);
    config.jetty.multipartConfig.maxTotalRequestSize(
        settings.maxUploadBytes() + 1_000_000, SizeUnit.BYTES);
    config.jsonMapper(new JavalinJackson(new ObjectMapper(), false));
    config.routes.before(HttpApi::identify);
    config.routes.before("/api/*", HttpApi::refuseOtherSites);
    resources.forEach(resource -> resource.addRoutes(config));
    addProblems(config);
  }

  private static void identify(Context ctx) {
    ctx.attribute(REQUEST_ID, UUID.randomUUID().toString().substring(0, 8));
    ctx.header("X-Request-Id", requestId(ctx));
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("Vary", "Accept-Encoding");
    ctx.header(
        "Content-Security-Policy",
        "default-src 'self'; img-src 'self' data: blob: https: http:; style-src 'self'"
            + " 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; object-src 'none'");
  }

  /** A page of another origin can make a browser send requests here; none of them may write. */
  private static void refuseOtherSites(Context ctx) {
    if (SAFE_METHODS.contains(ctx.method().name())) {
      return;
    }
    String origin = ctx.header("Origin");
    String host = ctx.header("Host");
    if (origin != null
        && (host == null || !origin.toLowerCase(Locale.ROOT).endsWith("://" + host))) {
      throw new ProblemException(
          HttpStatus.FORBIDDEN,
          "other-origin",
          "不接受来自其他网站页面的修改请求:" + origin,
          "Changes are not accepted from pages of another site: " + origin);
    }
  }

  private static void addProblems(JavalinConfig config) {
    config.routes.exception(
        ProblemException.class, (e, ctx) -> answer(ctx, e.toProblem(requestId(ctx))));
    config.routes.exception(
        IllegalArgumentException.class,
        (e, ctx) -> {
          String message = e.getMessage() == null ? e.toString() : e.getMessage();
          answer(
              ctx,
              ProblemException.badRequest("请求有误:" + message, message).toProblem(requestId(ctx)));
        });
    config.routes.exception(Exception.class, HttpApi::answerFailure);
    config.routes.error(
        404,
        "*",
        ctx -> {
          if (!isProblem(ctx)) {
            answer(
                ctx,
                ProblemException.notFound(
                        "没有这个地址:" + ctx.path(), "There is nothing at " + ctx.path())
                    .toProblem(requestId(ctx)));
          }
        });
  }

  /** Tells whether a handler has answered; the server may have added a charset to the type. */
  private static boolean isProblem(Context ctx) {
    String type = ctx.res().getContentType();
    return type != null && type.startsWith("application/problem+json");
  }

  private static void answerFailure(Exception e, Context ctx) {
    if (isTooLarge(e)) {
      answer(
          ctx,
          new ProblemException(
                  HttpStatus.CONTENT_TOO_LARGE,
                  "too-large",
                  "上传的内容超过大小限制",
                  "The upload is too large")
              .toProblem(requestId(ctx)));
      return;
    }
    LOG.error("Request {} {} {} failed", requestId(ctx), ctx.method(), ctx.path(), e);
    answer(
        ctx,
        new ProblemException(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "服务内部错误,请把编号 " + requestId(ctx) + " 告诉管理员",
                "Internal error; give the administrator the number " + requestId(ctx))
            .toProblem(requestId(ctx)));
  }

  private static boolean isTooLarge(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (message != null && message.matches("(?s).*max (length|file size) exceeded.*")) {
        return true;
      }
    }
    return false;
  }

  private static void answer(Context ctx, Problem problem) {
    ctx.status(problem.status()).json(problem).contentType("application/problem+json");
  }

  private static String requestId(Context ctx) {
    String id = ctx.attribute(REQUEST_ID);
    return id == null ? "-" : id;
  }
}
