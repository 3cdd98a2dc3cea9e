package org.lianpian.ingest.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Reads GeoJSON (RFC 7946) as one layer, streaming; a {@code crs} member of the 2008 specification
 * is followed.
 */
final class GeoJsonReader implements SourceReader {
  static final JsonFactory JSON = new JsonFactory();

  @Override
  public String format() {
    return "GeoJSON";
  }

  @Override
  public boolean accepts(Path file, byte[] head) {
    String name = SourceFiles.name(file).toLowerCase(Locale.ROOT);
    String start = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    return start.startsWith("{") && (name.endsWith("json") || start.contains("\"Feature"));
  }

  @Override
  public List<SourceLayer> open(Path file, ReadOptions options) throws IOException {
    String name = SourceFiles.baseName(file);
    try {
      return List.of(GeoJsonLayer.open(file, name, options.limits()));
    } catch (JsonParseException e) {
      throw malformed(name, e);
    }
  }

  static JsonParser parser(Path file) throws IOException {
    return JSON.createParser(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
  }

  static SourceException malformed(String layer, JsonParseException cause) {
    String place =
        cause.getLocation() == null
            ? ""
            : " " + cause.getLocation().getLineNr() + ":" + cause.getLocation().getColumnNr();
    return new SourceException(
        RowIssue.ofLayer(
            "json.malformed",
            org.lianpian.ingest.value.Severity.ERROR,
            layer,
            layer + "：JSON 格式错误，位置" + place,
            layer + ": malformed JSON at" + place,
            ""),
        cause);
  }

  /** Moves to the next field of the current object; false at its end. */
  static boolean nextField(JsonParser parser) throws IOException {
    return parser.nextToken() == JsonToken.FIELD_NAME;
  }
}
