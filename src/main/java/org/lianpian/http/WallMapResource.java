package org.lianpian.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Reprojector;
import org.lianpian.model.Analysis;
import org.lianpian.wallmap.Paper;
import org.lianpian.wallmap.WallMap;
import org.lianpian.wallmap.WallMapContent;
import org.lianpian.wallmap.WallMapRequest;
import org.lianpian.wallmap.WallMapSummary;
import org.locationtech.jts.geom.Envelope;

/** Wall maps 挂图 as PDF at a true scale, and as PNG. */
final class WallMapResource implements HttpApi.Resource {
  private static final int MAX_TEXT = 200;
  private static final int DEFAULT_DPI = 96;
  private static final int MAX_DPI = 300;

  /** A sheet takes a core for a second or more; further ones wait for these. */
  private static final int AT_ONCE = 2;

  private final WallMaps maps;
  private final HttpServices services;
  private final HttpSettings settings;
  private final Supplier<WallMap> printer;
  private final Semaphore permits = new Semaphore(AT_ONCE);

  WallMapResource(HttpServices services, HttpSettings settings) {
    this.services = services;
    this.settings = settings;
    this.printer = services.wallMap();
    this.maps = new WallMaps(services.store(), services.profile(), services.plans());
  }

  @Override
  public void addRoutes(JavalinConfig config) {
    config.routes.get("/api/wall-map.pdf", ctx -> answer(ctx, true));
    config.routes.get("/api/wall-map.png", ctx -> answer(ctx, false));
  }

  private void answer(Context ctx, boolean pdf) {
    WallMapRequest request = request(ctx);
    int dpi = Params.integer(ctx, "dpi", DEFAULT_DPI, 20, MAX_DPI);
    WallMap printer = printer();
    WallMapContent content =
        maps.content(request.theme(), request.chinese(), LocalDate.now(services.clock()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    permits.acquireUninterruptibly();
    WallMapSummary summary;
    try {
      summary =
          pdf
              ? printer.writePdf(request, content, out)
              : printer.writePng(request, content, dpi, out);
    } catch (IOException e) {
      throw new UncheckedIOException("the wall map could not be written", e);
    } finally {
      permits.release();
    }
    ctx.contentType(pdf ? "application/pdf" : "image/png")
        .header("X-Map-Scale", String.format(Locale.ROOT, "1:%,d", summary.scale()))
        .header("X-Map-Unlabelled", "" + summary.unlabelled())
        .header(
            "Content-Disposition",
            (pdf ? "attachment" : "inline")
                + "; filename=\"wall-map-"
                + request.paper()
                + (pdf ? ".pdf\"" : ".png\""))
        .result(out.toByteArray());
  }

  private WallMap printer() {
    try {
      return printer.get();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      throw new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "no-font", message, message);
    }
  }

  private WallMapRequest request(Context ctx) {
    int scale = Params.integer(ctx, "scale", 0, 0, WallMapRequest.MAX_SCALE);
    boolean chinese = !Params.text(ctx, "lang", 10).startsWith("en");
    Analysis theme = choice(Analysis.values(), Params.text(ctx, "theme", 40), Analysis.PACKAGE);
    String title = Params.text(ctx, "title", MAX_TEXT);
    String name = services.store().dataset().name();
    return new WallMapRequest(
        choice(Paper.values(), Params.text(ctx, "paper", 10), Paper.A3),
        !Params.text(ctx, "orientation", 20).equals("portrait"),
        scale == 0 ? null : scale,
        view(Params.text(ctx, "bbox", 100)),
        theme,
        title.isEmpty() ? name + (chinese ? " " + theme.zh() + "图" : ": " + theme.en()) : title,
        Params.text(ctx, "unit", MAX_TEXT),
        settings.mapReviewNumber(),
        chinese);
  }

  /** Reads a box in longitude and latitude. */
  private @Nullable Envelope view(String bbox) {
    if (bbox.isEmpty()) {
      return null;
    }
    String[] parts = bbox.split(",", -1);
    try {
      if (parts.length == 4) {
        Envelope degrees =
            new Envelope(
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[3]));
        if (degrees.getArea() > 0 && Math.abs(degrees.getMaxY()) < 90) {
          return Reprojector.between(Crs.WGS84, services.store().dataset().crs()).apply(degrees);
        }
      }
    } catch (NumberFormatException e) {
      throw badBox(bbox);
    }
    throw badBox(bbox);
  }

  private static ProblemException badBox(String bbox) {
    return ProblemException.badRequest(
        "bbox 须为 西,南,东,北(度),实为 " + bbox,
        "bbox must be west,south,east,north in degrees, was " + bbox);
  }

  private static <E extends Enum<E>> E choice(E[] choices, String wanted, E otherwise) {
    if (wanted.isEmpty()) {
      return otherwise;
    }
    for (E each : choices) {
      if (each.name().equalsIgnoreCase(wanted)) {
        return each;
      }
    }
    String all = String.join(", ", java.util.Arrays.stream(choices).map(Enum::name).toList());
    throw ProblemException.badRequest(
        "“" + wanted + "”不在可选范围内:" + all.toLowerCase(Locale.ROOT),
        "'" + wanted + "' is none of " + all.toLowerCase(Locale.ROOT));
  }
}
