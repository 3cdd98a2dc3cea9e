package org.lianpian.ingest;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Datum;
import org.lianpian.ingest.source.ChoiceException;
import org.lianpian.ingest.source.ChoiceException.Control;
import org.lianpian.ingest.value.ProposalKind;
import org.lianpian.model.FeatureType;

/** Reads what a person chose for an import from texts, and writes it down again. */
public final class Choices {

  private Choices() {}

  /** Returns the feature types that a layer can be imported as, in a fixed order. */
  public static List<FeatureType<?>> roles() {
    return List.copyOf(RoleRecogniser.types());
  }

  /**
   * Reads a CRS.
   *
   * @throws ChoiceException when the text names no EPSG code
   */
  public static Crs crs(String text) {
    try {
      return Crs.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ChoiceException(
          Control.CRS,
          "",
          text,
          "坐标系须为 EPSG 代码，如 EPSG:4548，收到“" + text + "”",
          "a CRS is an EPSG code such as EPSG:4548, was '" + text + "'");
    }
  }

  /**
   * Reads a datum by its name; WGS84 is CGCS2000.
   *
   * @throws ChoiceException when there is none of that name
   */
  public static Datum datum(String text) {
    for (Datum datum : Datum.values()) {
      if (datum.name().equals(text) || (datum == Datum.CGCS2000 && text.equals("WGS84"))) {
        return datum;
      }
    }
    throw new ChoiceException(
        Control.DATUM,
        "",
        text,
        "坐标基准须为 WGS84、CGCS2000、GCJ02 或 BD09，收到“" + text + "”",
        "a datum is WGS84, CGCS2000, GCJ02 or BD09, was '" + text + "'");
  }

  /**
   * Reads a character set.
   *
   * @throws ChoiceException when this machine has none of that name
   */
  public static Charset encoding(String text) {
    try {
      return Charset.forName(text);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new ChoiceException(
          Control.ENCODING,
          "",
          text,
          "没有名为“" + text + "”的文字编码，常用 GB18030 或 UTF-8",
          "there is no character set '" + text + "'; usual are GB18030 and UTF-8");
    }
  }

  /** Refuses codes that nothing can be accepted by, such as misspelt ones. */
  static void checkAccepted(LayerOptions decided, String layer) {
    for (String code : decided.accepted()) {
      Optional<ProposalKind> kind = ProposalKind.find(code);
      boolean datum = kind.filter(k -> k == ProposalKind.DATUM_SUSPECTED).isPresent();
      if (!code.equals(LayerOptions.ALL) && kind.filter(ProposalKind::isAcceptable).isEmpty()) {
        throw new ChoiceException(
            Control.PROPOSAL,
            layer,
            code,
            datum ? "坐标基准不能按代码采纳，请直接指定基准" : "没有可采纳的建议“" + code + "”",
            datum
                ? "a datum is not accepted by code; state the datum"
                : "there is no proposal '" + code + "' to accept");
      }
    }
  }

  /**
   * Returns the reason that the history keeps with an import: the file, and everything that was
   * chosen for it rather than recognised.
   */
  public static String reason(String file, ImportOptions options) {
    List<String> parts = new ArrayList<>();
    add(parts, "", describe(options.encoding()));
    add(parts, "", describe(options.otherLayers()));
    new TreeMap<>(options.layers()).forEach((layer, of) -> add(parts, layer + ": ", describe(of)));
    if (options.onlyPassing()) {
      parts.add("仅通过的行 / only-passing");
    }
    return "导入 / import: " + file + (parts.isEmpty() ? "" : " [" + String.join("; ", parts) + "]");
  }

  private static void add(List<String> parts, String before, String text) {
    if (!text.isEmpty()) {
      parts.add(before + text);
    }
  }

  /**
   * Returns what was chosen about how a layer is read, whatever its proposals, or empty: {@code
   * encoding=GBK, role=community, 层=floors, crs=EPSG:4548}.
   */
  static String describeReading(ImportOptions options, String layer) {
    LayerOptions decided = options.of(layer);
    List<String> parts = new ArrayList<>();
    add(parts, "", describe(options.encoding()));
    add(parts, "", describe(decided.accepting(List.of()).withEstates(Map.of())));
    return String.join(", ", parts);
  }

  private static String describe(@Nullable Charset encoding) {
    return encoding == null ? "" : "encoding=" + encoding;
  }

  private static String describe(LayerOptions decided) {
    List<String> parts = new ArrayList<>();
    if (decided.role() != null) {
      parts.add("role=" + decided.role());
    }
    new TreeMap<>(decided.columns())
        .forEach((column, use) -> parts.add(column + "=" + (use.isEmpty() ? "-" : use)));
    if (decided.crs() != null) {
      parts.add("crs=" + decided.crs());
    }
    if (decided.datum() != null) {
      parts.add("datum=" + decided.datum());
    }
    new TreeSet<>(decided.accepted()).forEach(code -> parts.add("accept=" + code));
    new TreeMap<>(decided.estates())
        .forEach((row, id) -> parts.add("estate " + row + "=" + (id.isEmpty() ? "new" : id)));
    return String.join(", ", parts);
  }
}
