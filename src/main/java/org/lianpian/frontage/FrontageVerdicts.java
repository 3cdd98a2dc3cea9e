package org.lianpian.frontage;

import static org.lianpian.frontage.Decimals.fixed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

  private static final String INPUTS = "inputs";

  private FrontageVerdicts() {}

  /** Returns the verdict; the same result, profile and day give an equal verdict. */
  public static Verdict of(FrontageResult result, PolicyProfile profile, LocalDate on) {
    return new Verdict(
        result.subject(),
        Analysis.FRONTAGE,
        result.status().name(),
        zh(result),
        en(result),
        citations(result.parameters(), profile, on),
        profile.id(),
        profile.version(),
        result.inputs().hash(),
        evidence(result),
        shapes(result));
  }

  private static List<Citation> citations(
      FrontageParameters parameters, PolicyProfile profile, LocalDate on) {
    List<String> keys = !parameters.enabled() ? CITED.subList(0, 1) : CITED;
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
          ",距"
              + riverName(result, "未命名河道")
              + (one.side() == null ? "" : one.side().zh())
              + one.baseline().zh()
              + " "
              + fixed(one.distanceMetres(), 2)
              + " m("
              + limit(one, result)
              + ",按"
              + result.mode().zh()
              + "认定)");
      if (one.frontageMetres() > 0) {
        line.append(
            ",临河面 "
                + fixed(one.frontageMetres(), 1)
                + " m 中 "
                + fixed(one.exposedMetres(), 1)
                + " m 无遮挡("
                + fixed(100 * one.share(), 0)
                + "%"
                + ")");
      }
      if (!one.shields().isEmpty()) {
        line.append(",受").append(shieldNames(one, "、")).append("遮挡");
      }
    } else if (result.status() == FrontageStatus.OUTSIDE) {
      line.append("," + fixed(result.parameters().distanceMetres(), 0) + " m 内无城区河道");
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
          "; "
              + fixed(one.distanceMetres(), 2)
              + " m from "
              + riverName(result, "an unnamed river")
              + (one.side() == null ? "" : ", " + one.side().en())
              + " ("
              + one.baseline().en().toLowerCase(Locale.ROOT)
              + ", limit "
              + fixed(result.parameters().distanceMetres(), 0)
              + " m, by "
              + result.mode().en().toLowerCase(Locale.ROOT)
              + ")");
      if (one.frontageMetres() > 0) {
        line.append(
            "; "
                + fixed(one.exposedMetres(), 1)
                + " m of "
                + fixed(one.frontageMetres(), 1)
                + " m frontage in sight ("
                + fixed(100 * one.share(), 0)
                + "%"
                + ")");
      }
      if (!one.shields().isEmpty()) {
        line.append("; shielded by ").append(shieldNames(one, ", "));
      }
    } else if (result.status() == FrontageStatus.OUTSIDE) {
      line.append(
          "; no urban river within " + fixed(result.parameters().distanceMetres(), 0) + " m");
    }
    for (FrontageNote note : result.notes()) {
      line.append("; ").append(note.en());
    }
    return line.append(".").toString();
  }

  private static String limit(FrontageMeasurement one, FrontageResult result) {
    String limit = fixed(result.parameters().distanceMetres(), 0);
    return one.status() == FrontageStatus.OUTSIDE ? "超出 " + limit + " m" : "规定 " + limit + " m 以内";
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
    Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
    result.inputs().parts().forEach((part, hash) -> inputs.put(part.name(), hash));
    tree.put(INPUTS, inputs);
    return tree;
  }

  /**
   * Returns the parts of the input that differ between two verdicts about one subject, as far as
   * both tell.
   */
  public static List<InputPart> causes(Verdict before, Verdict after) {
    return Arrays.stream(InputPart.values())
        .filter(part -> !Objects.equals(input(before, part), input(after, part)))
        .toList();
  }

  private static @Nullable Object input(Verdict verdict, InputPart part) {
    return verdict.evidence().get(INPUTS) instanceof Map<?, ?> inputs
        ? inputs.get(part.name())
        : null;
  }

  /** Tells whether a verdict was given under the same profile, so that equal inputs decide. */
  public static boolean isCurrent(Verdict verdict, PolicyProfile profile, LocalDate on) {
    return verdict.profile().equals(profile.id())
        && verdict.profileVersion().equals(profile.version())
        && verdict.citations().equals(citations(FrontageParameters.from(profile, on), profile, on));
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
            "最近距离 " + fixed(one.distanceMetres(), 2) + " m",
            "Nearest, " + fixed(one.distanceMetres(), 2) + " m",
            one.nearest()));
    if (one.sight() != null) {
      shapes.add(new EvidenceShape("sight", "通视线", "Clear sight line", one.sight()));
    }
    if (!one.exposed().isEmpty()) {
      shapes.add(
          new EvidenceShape(
              "exposed",
              "外露临河面 " + fixed(one.exposedMetres(), 1) + " m",
              "Exposed frontage, " + fixed(one.exposedMetres(), 1) + " m",
              one.exposed()));
    }
    for (Shield shield : one.shields()) {
      Geometry area = shield.geometry();
      shapes.add(
          new EvidenceShape(
              "blocker",
              shield.label() + " 遮挡 " + fixed(shield.hiddenMetres(), 1) + " m",
              shield.label() + " hides " + fixed(shield.hiddenMetres(), 1) + " m",
              area));
    }
    return shapes;
  }
}
