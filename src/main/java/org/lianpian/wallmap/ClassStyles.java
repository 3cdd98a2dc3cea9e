package org.lianpian.wallmap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.lianpian.model.Analysis;
import org.lianpian.wallmap.ClassStyle.Pattern;

/** The styles of classes, from the same file as the map's. Immutable. */
final class ClassStyles {
  private static final String RESOURCE = "/style/classes.json";

  private final JsonNode styles;

  private ClassStyles(JsonNode styles) {
    this.styles = styles;
  }

  static ClassStyles load() {
    try (InputStream in = ClassStyles.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not in the program");
      }
      return new ClassStyles(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  /** Returns the style of a class; of one without a style, the one for no data. */
  ClassStyle of(Analysis theme, String code) {
    JsonNode style = styles.path(theme.name().toLowerCase(Locale.ROOT)).path(code);
    JsonNode found = style.isMissingNode() ? styles.path("noData") : style;
    return new ClassStyle(
        Color.decode(found.path("fill").asText()),
        Pattern.valueOf(found.path("pattern").asText("none").toUpperCase(Locale.ROOT)));
  }
}
