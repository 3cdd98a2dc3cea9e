package org.lianpian.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The files of the front end and of Leaflet, out of the jar.
 *
 * <p>Jetty could serve them, but reads the directory of the whole jar into a file system of its own
 * first, before the first map.
 */
final class PageResource implements HttpApi.Resource {
  private static final Map<String, String> CONTENT_TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png");

  private static final String WEBJARS = "/webjars/";

  @Override
  public void addRoutes(JavalinConfig config) {
    config.routes.get("/", ctx -> file(ctx, "/index.html"));
    config.routes.get("/<path>", ctx -> file(ctx, ctx.path()));
  }

  private static void file(Context ctx, String path) {
    // known endings only: neither a folder nor a class of the program is a file of the page
    String type = CONTENT_TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    byte[] content = type == null || path.contains("..") ? new byte[0] : read(path);
    if (type == null || content.length == 0) {
      throw ProblemException.notFound("没有这个地址:" + path, "There is nothing at " + path);
    }
    CRC32 checksum = new CRC32();
    checksum.update(content);
    if (!Etag.matches(ctx, Long.toHexString(checksum.getValue()))) {
      ctx.contentType(type).result(content);
    }
  }

  /** Returns the content of a file, empty when there is none. */
  private static byte[] read(String path) {
    String resource = (path.startsWith(WEBJARS) ? "/META-INF/resources" : "/web") + path;
    try (InputStream stream = PageResource.class.getResourceAsStream(resource)) {
      return stream == null ? new byte[0] : stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource + " from the jar", e);
    }
  }
}
