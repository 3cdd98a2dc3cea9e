package org.lianpian.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.policy.Citation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * One defended answer about one community or scattered building: what, why, by which rule, from
 * which input.
 *
 * <p>Holds no time of day and no machine: the same input gives an equal verdict.
 *
 * @param subject what it is about
 * @param code the answer's stable code, for example {@code FIRST_ROW}
 * @param zh the answer and its reason in one Chinese line that can be put into a report
 * @param en the same in English
 * @param citations the rules that were applied
 * @param profile id of the policy profile
 * @param profileVersion version of the profile's content
 * @param inputHash hash of everything the answer depends on
 * @param evidence a tree as in {@link ValueType#JSON}
 * @param shapes what to draw
 */
public record Verdict(
    Subject subject,
    Analysis analysis,
    String code,
    String zh,
    String en,
    List<Citation> citations,
    String profile,
    String profileVersion,
    String inputHash,
    Map<String, @Nullable Object> evidence,
    List<EvidenceShape> shapes)
    implements Feature {

  public static final FeatureType<Verdict> TYPE =
      FeatureType.<Verdict>named("verdict", "核查结论", "Verdict", GeometryKind.NONE, Verdict::fromRow)
          .code(
              "subject_kind",
              "对象类别",
              "Subject kind",
              Subject.Kind.class,
              verdict -> verdict.subject().kind())
          .text("subject_id", "对象编号", "Subject", Verdict::subjectId)
          .code("analysis", "核查事项", "Analysis", Analysis.class, Verdict::analysis)
          .text("code", "结论代码", "Code", Verdict::code)
          .text("zh", "结论", "Chinese", Verdict::zh)
          .text("en", "英文结论", "English", Verdict::en)
          .text("profile", "政策方案", "Profile", Verdict::profile)
          .text("profile_version", "方案版本", "Profile version", Verdict::profileVersion)
          .text("input_hash", "输入摘要", "Input hash", Verdict::inputHash)
          .json("citations", "依据", "Citations", Verdict::citationTree)
          .json("evidence", "证据", "Evidence", Verdict::evidence)
          .json("shapes", "证据图形", "Shapes", Verdict::shapeTree)
          .build();

  public Verdict {
    citations = List.copyOf(citations);
    evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
    shapes = List.copyOf(shapes);
  }

  /** Returns the id under which the one verdict of an analysis about a subject is kept. */
  public static String idOf(Subject subject, Analysis analysis) {
    String kind = subject.kind().name().toLowerCase(Locale.ROOT);
    return analysis.name() + "/" + kind + "/" + subject.id();
  }

  public String subjectId() {
    return subject.id();
  }

  @Override
  public String id() {
    return idOf(subject, analysis);
  }

  @Override
  public @Nullable Geometry geometry() {
    return null;
  }

  @Override
  public Provenance provenance() {
    return Provenance.of("analysis");
  }

  private List<Object> citationTree() {
    List<Object> tree = new ArrayList<>();
    for (Citation citation : citations) {
      Map<String, @Nullable Object> item = new LinkedHashMap<>();
      item.put("parameter", citation.parameter());
      item.put("document", citation.document());
      item.put("clause", citation.clause());
      item.put("requirement", citation.requirement());
      item.put("text", citation.text());
      tree.add(item);
    }
    return tree;
  }

  private List<Object> shapeTree() {
    List<Object> tree = new ArrayList<>();
    for (EvidenceShape shape : shapes) {
      Map<String, @Nullable Object> item = new LinkedHashMap<>();
      item.put("role", shape.role());
      item.put("zh", shape.zh());
      item.put("en", shape.en());
      item.put("wkt", shape.geometry().toText());
      tree.add(item);
    }
    return tree;
  }

  @SuppressWarnings("unchecked") // the trees are the ones made above
  private static Verdict fromRow(
      String id, @Nullable Geometry geometry, Provenance provenance, Row row) {
    List<Citation> citations = new ArrayList<>();
    for (Object item : tree(row.json("citations"))) {
      Map<String, @Nullable Object> map = (Map<String, @Nullable Object>) item;
      citations.add(
          new Citation(
              text(map, "parameter"),
              (String) map.get("document"),
              text(map, "clause"),
              (String) map.get("requirement"),
              text(map, "text")));
    }
    List<EvidenceShape> shapes = new ArrayList<>();
    for (Object item : tree(row.json("shapes"))) {
      Map<String, @Nullable Object> map = (Map<String, @Nullable Object>) item;
      shapes.add(
          new EvidenceShape(
              text(map, "role"), text(map, "zh"), text(map, "en"), geometryOf(text(map, "wkt"))));
    }
    Object evidence = row.json("evidence");
    return new Verdict(
        new Subject(
            row.code("subject_kind", Subject.Kind.class, Subject.Kind.COMMUNITY),
            row.text("subject_id", "")),
        Analysis.valueOf(row.text("analysis", "")),
        row.text("code", ""),
        row.text("zh", ""),
        row.text("en", ""),
        citations,
        row.text("profile", ""),
        row.text("profile_version", ""),
        row.text("input_hash", ""),
        evidence == null ? Map.of() : (Map<String, @Nullable Object>) evidence,
        shapes);
  }

  @SuppressWarnings("unchecked") // a JSON array
  private static List<Object> tree(@Nullable Object json) {
    return json == null ? List.of() : (List<Object>) json;
  }

  private static String text(Map<String, @Nullable Object> map, String key) {
    Object value = map.get(key);
    return value == null ? "" : (String) value;
  }

  private static Geometry geometryOf(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException("Verdict holds a shape that is no WKT: " + wkt, e);
    }
  }
}
