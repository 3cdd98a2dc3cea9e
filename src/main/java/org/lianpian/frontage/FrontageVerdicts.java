package org.lianpian.frontage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Analysis;
import org.lianpian.model.EvidenceShape;
import org.lianpian.model.Subject;
import org.lianpian.model.Verdict;
import org.lianpian.policy.Citation;
import org.lianpian.policy.ParameterValue;
import org.lianpian.policy.PolicyProfile;
import org.locationtech.jts.geom.Geometry;

/** Words a {@link FrontageResult} as a verdict with citations, evidence and shapes. */
public final class FrontageVerdicts {
  private static final List<String> CITED =
      List.of(
          "riverside.enabled",
          "riverside.distance",
          "riverside.first_row_share",
          "riverside.partial_share",
          "riverside.min_exposed_length",
          "riverside.min_frontage",
          "riverside.review_band",
          "riverside.parcel_coverage",
          "riverside.min_blocker_area",
          "riverside.excluded_kinds",
          "riverside.min_water_area");

  private FrontageVerdicts() {}

  /** Returns the verdict; the same result, profile and day give an equal verdict. */
  public static Verdict of(FrontageResult result, PolicyProfile profile, LocalDate on) {
    return new Verdict(
        result.subject(),
        Analysis.FRONTAGE,
        result.status().name(),
        zh(result),
        en(result),
        citations(result, profile, on),
        profile.id(),
        profile.version(),
        result.inputHash(),
        evidence(result),
        shapes(result));
  }

  private static List<Citation> citations(
      FrontageResult result, PolicyProfile profile, LocalDate on) {
    List<String> keys = !result.parameters().enabled() ? CITED.subList(0, 1) : CITED;
    return keys.stream()
        .map(key -> profile.find(key, on).map(ParameterValue::citation))
        .flatMap(Optional::stream)
        .toList();
  }

  private static String zh(FrontageResult result) {
    StringBuilder line = new StringBuilder(subject(result, Subject.Kind::zh)).append(":");
    line.append(result.status().zh());
    if (!result.parameters().enabled()) {
      return line.append(",本地政策未规定沿河首排核查。").toString();
    }
    Optional<FrontageMeasurement> measured = result.deciding();
    if (measured.isPresent()) {
      FrontageMeasurement one = measured.get();
      line.append(
          String.format(
              Locale.ROOT,
              ",距%s%s%s %.2f m(%s,按%s认定)",
              riverName(result, "未命名河道"),
              one.side() == null ? "" : one.side().zh(),
              one.baseline().zh(),
              one.distanceMetres(),
              limit(one, result, "%s %.0f m 以内", "%s %.0f m"),
              result.mode().zh()));
      if (one.frontageMetres() > 0) {
        line.append(
            String.format(
                Locale.ROOT,
                ",临河面 %.1f m 中 %.1f m 无遮挡(%.0f%%)",
                one.frontageMetres(),
                one.exposedMetres(),
                100 * one.share()));
      }
      if (!one.shields().isEmpty()) {
        line.append(",受").append(shieldNames(one, "、")).append("遮挡");
      }
    } else if (result.status() == FrontageStatus.OUTSIDE) {
      line.append(
          String.format(Locale.ROOT, ",%.0f m 内无城区河道", result.parameters().distanceMetres()));
    }
    for (FrontageNote note : result.notes()) {
      line.append(";").append(note.zh());
    }
    return line.append("。").toString();
  }

  private static String en(FrontageResult result) {
    StringBuilder line = new StringBuilder(subject(result, Subject.Kind::en)).append(": ");
    line.append(result.status().en());
    if (!result.parameters().enabled()) {
      return line.append("; local policy has no riverside rule.").toString();
    }
    Optional<FrontageMeasurement> measured = result.deciding();
    if (measured.isPresent()) {
      FrontageMeasurement one = measured.get();
      line.append(
          String.format(
              Locale.ROOT,
              "; %.2f m from %s%s (%s, limit %.0f m, by %s)",
              one.distanceMetres(),
              riverName(result, "an unnamed river"),
              one.side() == null ? "" : ", " + one.side().en(),
              one.baseline().en().toLowerCase(Locale.ROOT),
              result.parameters().distanceMetres(),
              result.mode().en().toLowerCase(Locale.ROOT)));
      if (one.frontageMetres() > 0) {
        line.append(
            String.format(
                Locale.ROOT,
                "; %.1f m of %.1f m frontage in sight (%.0f%%)",
                one.exposedMetres(),
                one.frontageMetres(),
                100 * one.share()));
      }
      if (!one.shields().isEmpty()) {
        line.append("; shielded by ").append(shieldNames(one, ", "));
      }
    } else if (result.status() == FrontageStatus.OUTSIDE) {
      line.append(
          String.format(
              Locale.ROOT, "; no urban river within %.0f m", result.parameters().distanceMetres()));
    }
    for (FrontageNote note : result.notes()) {
      line.append("; ").append(note.en());
    }
    return line.append(".").toString();
  }

  private static String limit(
      FrontageMeasurement one, FrontageResult result, String within, String beyond) {
    double limit = result.parameters().distanceMetres();
    return one.status() == FrontageStatus.OUTSIDE
        ? String.format(Locale.ROOT, beyond, "超出", limit)
        : String.format(Locale.ROOT, within, "规定", limit);
  }

  private static String subject(FrontageResult result, Function<Subject.Kind, String> kind) {
    Subject subject = result.subject();
    String name = result.name().isBlank() ? subject.id() : result.name();
    return subject.kind() == Subject.Kind.COMMUNITY
        ? name
        : kind.apply(subject.kind()) + " " + name;
  }

  private static String riverName(FrontageResult result, String unnamed) {
    return result
        .decidingRiver()
        .map(RiverFrontage::name)
        .filter(name -> !name.isBlank())
        .orElse(unnamed);
  }

  private static String shieldNames(FrontageMeasurement one, String separator) {
    List<String> names = one.shields().stream().limit(3).map(Shield::label).toList();
    return String.join(separator, names) + (one.shields().size() > 3 ? "…" : "");
  }

  private static Map<String, @Nullable Object> evidence(FrontageResult result) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("mode", result.mode().name());
    tree.put("parcel_coverage", rounded(result.parcelCoverage()));
    tree.put("river", result.decidingRiverId());
    tree.put("sigma_m", rounded(result.sigmaMetres()));
    tree.put("distance_limit_m", result.parameters().distanceMetres());
    result.deciding().ifPresent(one -> tree.putAll(measurement(one)));
    List<Object> rivers = new ArrayList<>();
    for (RiverFrontage river : result.rivers()) {
      Map<String, @Nullable Object> item = new LinkedHashMap<>();
      item.put("id", river.riverId());
      item.put("pieces", new ArrayList<Object>(river.pieceIds()));
      item.put("name", river.name());
      item.put("parcel", river.parcel() == null ? null : measurement(river.parcel()));
      item.put("building", river.building() == null ? null : measurement(river.building()));
      rivers.add(item);
    }
    tree.put("rivers", rivers);
    List<Object> unmeasured = new ArrayList<>();
    for (FrontageResult.UnmeasuredRiver river : result.unmeasured()) {
      Map<String, @Nullable Object> item = new LinkedHashMap<>();
      item.put("id", river.id());
      item.put("name", river.name());
      item.put("centre_line_distance_m", rounded(river.centreLineDistanceMetres()));
      unmeasured.add(item);
    }
    tree.put("rivers_without_width", unmeasured);
    List<Object> notes = new ArrayList<>();
    for (FrontageNote note : result.notes()) {
      Map<String, @Nullable Object> item = new LinkedHashMap<>();
      item.put("code", note.name());
      item.put("zh", note.zh());
      item.put("en", note.en());
      notes.add(item);
    }
    tree.put("notes", notes);
    return tree;
  }

  private static Map<String, @Nullable Object> measurement(FrontageMeasurement one) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("status", one.status().name());
    tree.put("distance_m", rounded(one.distanceMetres()));
    tree.put("baseline", one.baseline().name());
    tree.put("side", one.side() == null ? null : one.side().name());
    tree.put("frontage_m", rounded(one.frontageMetres()));
    tree.put("exposed_m", rounded(one.exposedMetres()));
    tree.put("share", rounded(one.share()));
    Map<String, @Nullable Object> sides = new LinkedHashMap<>();
    one.exposedBySide().forEach((side, metres) -> sides.put(side.name(), rounded(metres)));
    tree.put("exposed_by_side_m", sides);
    List<Object> shields = new ArrayList<>();
    for (Shield shield : one.shields()) {
      Map<String, @Nullable Object> item = new LinkedHashMap<>();
      item.put("id", shield.id());
      item.put("label", shield.label());
      item.put("hidden_m", rounded(shield.hiddenMetres()));
      shields.add(item);
    }
    tree.put("shields", shields);
    return tree;
  }

  /** Rounds to 0.1 mm, which no survey reaches. */
  private static @Nullable Double rounded(@Nullable Double value) {
    return value == null ? null : Math.round(value * 1e4) / 1e4;
  }

  private static List<EvidenceShape> shapes(FrontageResult result) {
    FrontageMeasurement one = result.deciding().orElse(null);
    if (one == null) {
      return List.of();
    }
    List<EvidenceShape> shapes = new ArrayList<>();
    if (!one.bank().isEmpty()) {
      String name = riverName(result, "");
      shapes.add(new EvidenceShape("bank", name + "岸线", name + " bank line", one.bank()));
    }
    shapes.add(
        new EvidenceShape(
            "sight",
            String.format(Locale.ROOT, "最近距离 %.2f m", one.distanceMetres()),
            String.format(Locale.ROOT, "Nearest, %.2f m", one.distanceMetres()),
            one.nearest()));
    if (one.sight() != null) {
      shapes.add(new EvidenceShape("sight", "通视线", "Clear sight line", one.sight()));
    }
    if (!one.exposed().isEmpty()) {
      shapes.add(
          new EvidenceShape(
              "exposed",
              String.format(Locale.ROOT, "外露临河面 %.1f m", one.exposedMetres()),
              String.format(Locale.ROOT, "Exposed frontage, %.1f m", one.exposedMetres()),
              one.exposed()));
    }
    for (Shield shield : one.shields()) {
      Geometry area = shield.geometry();
      shapes.add(
          new EvidenceShape(
              "blocker",
              String.format(Locale.ROOT, "%s 遮挡 %.1f m", shield.label(), shield.hiddenMetres()),
              String.format(Locale.ROOT, "%s hides %.1f m", shield.label(), shield.hiddenMetres()),
              area));
    }
    return shapes;
  }
}
