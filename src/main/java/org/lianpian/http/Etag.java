package org.lianpian.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Lets a browser keep what has not changed. */
final class Etag {
  private Etag() {}

  /**
   * Marks the answer as valid for one state of the data.
   *
   * @return whether the browser has it already, so that the handler is done
   */
  static boolean matches(Context ctx, String state) {
    String tag = "W/\"" + state + "\"";
    ctx.header("ETag", tag);
    ctx.header("Cache-Control", "no-cache");
    if (tag.equals(ctx.header("If-None-Match"))) {
      ctx.status(HttpStatus.NOT_MODIFIED);
      return true;
    }
    return false;
  }
}
