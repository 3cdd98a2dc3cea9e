package org.lianpian.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.lianpian.export.CsvExport;
import org.lianpian.export.GeoJson;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whole layers as files. Every export is logged with its layer and size. */
final class ExportResource implements HttpApi.Resource {
  private static final Logger LOG = LoggerFactory.getLogger(ExportResource.class);

  private final FeatureStore store;
  private final CollectionAccess access;
  private final GeoJson geoJson;

  ExportResource(HttpServices services, HttpSettings settings) {
    this.store = services.store();
    this.access = new CollectionAccess(store, settings.pipesVisible());
    this.geoJson = new GeoJson(store.dataset().crs());
  }

  @Override
  public void addRoutes(JavalinConfig config) {
    config.routes.get("/api/export/{file}", this::export);
  }

  private void export(Context ctx) {
    String file = ctx.pathParam("file");
    int dot = file.lastIndexOf('.');
    String format = dot < 0 ? "" : file.substring(dot + 1);
    FeatureType<?> type = access.get(dot < 0 ? file : file.substring(0, dot));
    switch (format) {
      case "geojson" -> ctx.contentType("application/geo+json").result(geoJson(type));
      case "csv" -> ctx.contentType("text/csv; charset=utf-8").result(csv(type));
      default ->
          throw ProblemException.badRequest(
              "不支持的格式:" + format + ",请用 geojson 或 csv", "Unknown format " + format);
    }
    ctx.header(
        "Content-Disposition", "attachment; filename=\"" + type.name() + "." + format + "\"");
    LOG.info("Exported {} as {} to {}", type, format, ctx.ip());
  }

  private <T extends Feature> byte[] geoJson(FeatureType<T> type) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Stream<T> features = store.stream(type)) {
      geoJson.write(features.map(feature -> geoJson.feature(type, feature, Map.of())), out);
    }
    return out.toByteArray();
  }

  private <T extends Feature> byte[] csv(FeatureType<T> type) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Stream<T> features = store.stream(type)) {
      new CsvExport(geoJson).write(type, features, out);
    }
    return out.toByteArray();
  }
}
