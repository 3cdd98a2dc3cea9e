package org.lianpian.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Provenance;

/**
 * Writes trees as in {@link org.lianpian.model.ValueType#JSON} as text and reads them back equal:
 * whole numbers as {@link Integer}, others as {@link Double} to the last bit, keys in their order.
 *
 * <p>Thread-safe.
 */
public final class JsonCodec {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonFactory FACTORY = MAPPER.getFactory();

  private JsonCodec() {}

  /** Writes what a {@link JsonGenerator} is told to. */
  interface Body {
    void writeTo(JsonGenerator json) throws IOException;
  }

  static String text(Body body) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      body.writeTo(json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return text.toString();
  }

  /**
   * Writes a tree as JSON text.
   *
   * @throws IllegalArgumentException when the tree holds anything but maps with text keys, lists,
   *     texts, finite numbers, booleans and nulls
   */
  public static String write(Object tree) {
    return text(json -> write(json, tree));
  }

  static @Nullable Object parse(String text) {
    try {
      return MAPPER.readValue(text, Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not JSON: " + text, e);
    }
  }

  /** Tells whether two texts are the same tree; the order of keys does not count. */
  public static boolean sameTree(String one, String other) {
    return one.equals(other) || Objects.equals(parse(one), parse(other));
  }

  static String write(Provenance provenance) {
    return text(
        json -> {
          json.writeStartObject();
          json.writeStringField("source", provenance.source());
          json.writeStringField("locator", provenance.locator());
          json.writeFieldName("original");
          write(json, provenance.original());
          json.writeEndObject();
        });
  }

  static Provenance parseProvenance(String text) {
    if (!(parse(text) instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("Not a provenance: " + text);
    }
    Map<String, String> original = new LinkedHashMap<>();
    if (map.get("original") instanceof Map<?, ?> texts) {
      texts.forEach((key, value) -> original.put((String) key, (String) value));
    }
    return new Provenance(requireText(map, "source"), requireText(map, "locator"), original);
  }

  private static String requireText(Map<?, ?> map, String key) {
    if (map.get(key) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("Provenance without " + key + ": " + map);
  }

  private static void write(JsonGenerator json, @Nullable Object node) throws IOException {
    if (node == null) {
      json.writeNull();
    } else if (node instanceof String string) {
      json.writeString(string);
    } else if (node instanceof Integer || node instanceof Long || node instanceof Short) {
      json.writeNumber(((Number) node).longValue());
    } else if (node instanceof Double || node instanceof Float) {
      double number = ((Number) node).doubleValue();
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("A JSON tree cannot hold the number " + number);
      }
      json.writeNumber(number);
    } else if (node instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (node instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (!(entry.getKey() instanceof String key)) {
          throw new IllegalArgumentException("A JSON key must be text, was " + entry.getKey());
        }
        json.writeFieldName(key);
        write(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (node instanceof List<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        write(json, item);
      }
      json.writeEndArray();
    } else {
      throw new IllegalArgumentException("A JSON tree cannot hold a " + node.getClass().getName());
    }
  }
}
