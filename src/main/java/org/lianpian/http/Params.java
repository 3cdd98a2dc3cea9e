package org.lianpian.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Reads and checks what a request carries; anything out of bounds is a 400 that says the range. */
final class Params {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Params() {}

  static int integer(Context ctx, String name, int whenAbsent, int min, int max) {
    String text = ctx.queryParam(name);
    return text == null ? whenAbsent : integer(name, text, min, max);
  }

  static int pathInteger(Context ctx, String name, int min, int max) {
    return integer(name, ctx.pathParam(name), min, max);
  }

  private static int integer(String name, String text, int min, int max) {
    try {
      int value = Integer.parseInt(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // falls through to the one answer for all that is no number in the range
    }
    throw ProblemException.badRequest(
        "参数 " + name + " 须为 " + min + " 到 " + max + " 的整数,收到:" + text,
        "Parameter " + name + " must be an integer in [" + min + ", " + max + "], was " + text);
  }

  static String text(Context ctx, String name, int maxLength) {
    String text = ctx.queryParam(name);
    if (text == null) {
      return "";
    }
    if (text.length() > maxLength) {
      throw ProblemException.badRequest(
          "参数 " + name + " 过长,最多 " + maxLength + " 字",
          "Parameter " + name + " is longer than " + maxLength);
    }
    return text.strip();
  }

  /** Returns the box west, south, east, north in degrees, or null when there is none. */
  static @Nullable Envelope bbox(Context ctx) {
    String text = ctx.queryParam("bbox");
    if (text == null) {
      return null;
    }
    String[] parts = text.split(",", -1);
    List<Double> numbers = new ArrayList<>();
    for (String part : parts) {
      try {
        numbers.add(Double.parseDouble(part));
      } catch (NumberFormatException e) {
        throw badBox(text);
      }
    }
    return box(numbers, text);
  }

  static Envelope box(List<Double> numbers, String text) {
    if (numbers.size() != 4) {
      throw badBox(text);
    }
    double west = numbers.get(0);
    double south = numbers.get(1);
    double east = numbers.get(2);
    double north = numbers.get(3);
    boolean inWorld = west >= -180 && east <= 180 && south >= -85.06 && north <= 85.06;
    if (!inWorld || !(west <= east) || !(south <= north)) {
      throw badBox(text);
    }
    return new Envelope(west, east, south, north);
  }

  private static ProblemException badBox(String text) {
    return ProblemException.badRequest(
        "bbox 须为 西,南,东,北(经纬度),收到:" + text,
        "bbox must be west,south,east,north in degrees, was " + text);
  }

  /** Returns the JSON body. */
  static JsonNode body(Context ctx) {
    try {
      JsonNode node = JSON.readTree(ctx.body());
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      throw ProblemException.badRequest(
          "请求内容不是有效的 JSON:" + e.getOriginalMessage(),
          "The body is no valid JSON: " + e.getOriginalMessage());
    }
    throw ProblemException.badRequest("请求内容须为 JSON 对象", "The body must be a JSON object");
  }

  /** Returns the JSON body, or an empty object when there is none. */
  static JsonNode bodyIfAny(Context ctx) {
    return ctx.body().isBlank() ? JSON.createObjectNode() : body(ctx);
  }

  /** Returns a list of ids from the body. */
  static List<String> ids(JsonNode body, String field, int min, int max) {
    JsonNode list = body.get(field);
    if (list == null || !list.isArray() || list.size() < min || list.size() > max) {
      throw ProblemException.badRequest(
          field + " 须为 " + min + " 到 " + max + " 个编号的列表",
          field + " must be a list of " + min + " to " + max + " ids");
    }
    List<String> ids = new ArrayList<>(list.size());
    for (JsonNode item : list) {
      if (!item.isTextual()) {
        throw ProblemException.badRequest(
            field + " 中的编号须为文本:" + item, "Each id in " + field + " must be text: " + item);
      }
      ids.add(item.asText());
    }
    return ids;
  }
}
