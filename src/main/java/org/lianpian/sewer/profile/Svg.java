package org.lianpian.sewer.profile;

import java.util.Locale;

/** Writes SVG elements; coordinates with two decimals, texts escaped. Not thread-safe. */
final class Svg {
  private final StringBuilder out = new StringBuilder();

  /** Opens an element; attributes as name, value, name, value. */
  Svg open(String name, Object... attributes) {
    return element(name, ">", attributes);
  }

  Svg close(String name) {
    out.append("</").append(name).append(">\n");
    return this;
  }

  /** Writes an element without content. */
  Svg add(String name, Object... attributes) {
    element(name, "/>", attributes);
    out.append('\n');
    return this;
  }

  /** Writes a text at a place. */
  Svg text(double x, double y, String text, Object... attributes) {
    out.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y)).append('"');
    attributes(attributes);
    out.append('>').append(escaped(text)).append("</text>\n");
    return this;
  }

  /** Writes a text that reads upwards from a place. */
  Svg upright(double x, double y, String text, Object... attributes) {
    String turn = "rotate(-90 " + number(x) + " " + number(y) + ")";
    Object[] all = new Object[attributes.length + 2];
    System.arraycopy(attributes, 0, all, 2, attributes.length);
    all[0] = "transform";
    all[1] = turn;
    return text(x, y, text, all);
  }

  Svg line(double x1, double y1, double x2, double y2, Object... attributes) {
    out.append("<line x1=\"").append(number(x1)).append("\" y1=\"").append(number(y1));
    out.append("\" x2=\"").append(number(x2)).append("\" y2=\"").append(number(y2)).append('"');
    attributes(attributes);
    out.append("/>\n");
    return this;
  }

  Svg title(String text) {
    out.append("<title>").append(escaped(text)).append("</title>\n");
    return this;
  }

  private Svg element(String name, String end, Object... attributes) {
    out.append('<').append(name);
    attributes(attributes);
    out.append(end);
    return this;
  }

  private void attributes(Object... attributes) {
    for (int i = 0; i < attributes.length; i += 2) {
      Object value = attributes[i + 1];
      String text = value instanceof Double d ? number(d) : escaped(value.toString());
      out.append(' ').append(attributes[i]).append("=\"").append(text).append('"');
    }
  }

  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value + 0.0);
    return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      switch (c) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '"' -> safe.append("&quot;");
        // XML 1.0 has no other control characters, not even escaped
        default -> safe.append(c < ' ' && c != '\t' && c != '\n' ? ' ' : c);
      }
    }
    return safe.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
