package org.lianpian.sewer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Analysis;
import org.lianpian.model.EvidenceShape;
import org.lianpian.model.Subject;
import org.lianpian.model.Verdict;
import org.lianpian.policy.Citation;
import org.lianpian.policy.ParameterValue;
import org.lianpian.policy.PolicyProfile;
import org.locationtech.jts.geom.MultiLineString;

/** Words a {@link SewerResult} as a verdict with citations, evidence and shapes. */
public final class SewerVerdicts {
  private static final List<String> CITED =
      List.of(
          "sewer.exact_snap",
          "sewer.inferred_snap",
          "sewer.hookup_radius",
          "sewer.min_slope_permille");

  private SewerVerdicts() {}

  /** Returns the verdict; the same result, profile and day give an equal verdict. */
  public static Verdict of(SewerResult result, PolicyProfile profile, LocalDate on) {
    List<Citation> citations =
        CITED.stream()
            .map(key -> profile.find(key, on).map(ParameterValue::citation))
            .flatMap(Optional::stream)
            .toList();
    return new Verdict(
        Subject.community(result.communityId()),
        Analysis.SEWER,
        result.status().name(),
        zh(result),
        en(result),
        citations,
        profile.id(),
        profile.version(),
        result.inputHash(),
        evidence(result),
        shapes(result));
  }

  private static String zh(SewerResult result) {
    StringBuilder line = new StringBuilder(subject(result)).append(":");
    line.append(result.status().zh());
    SewerResult.Blocking blocking = result.blocking();
    if (blocking != null) {
      line.append(",").append(blocking.zh());
    }
    TraceTerminal end = result.deciding().map(OutletResult::deciding).orElse(null);
    if (end != null && result.status() == DrainageStatus.SEPARATED_CONNECTED) {
      line.append(
          String.format(
              Locale.ROOT,
              ",污水经 %.0f m 管道%s(%s)",
              end.lengthMetres(),
              end.result().zh(),
              end.nodeId()));
      line.append(result.proven() ? "" : ",未证实");
    }
    accepted(result)
        .ifPresent(
            one ->
                line.append(
                    String.format(
                        Locale.ROOT,
                        ";可接驳 %s,距 %.0f m,落差 %.2f m,坡度 %.1f‰",
                        one.nodeId(),
                        one.metres(),
                        one.dropMetres(),
                        one.slopePermille())));
    if (result.unconnectedAfterRenovation()) {
      line.append(";改造后未实现分流接驳");
    }
    return line.append("(规则").append(result.rule()).append(")。").toString();
  }

  private static String en(SewerResult result) {
    StringBuilder line = new StringBuilder(subject(result)).append(": ");
    line.append(result.status().en());
    SewerResult.Blocking blocking = result.blocking();
    if (blocking != null) {
      line.append("; ").append(blocking.en());
    }
    TraceTerminal end = result.deciding().map(OutletResult::deciding).orElse(null);
    if (end != null && result.status() == DrainageStatus.SEPARATED_CONNECTED) {
      line.append(
          String.format(
              Locale.ROOT,
              "; %.0f m of pipe, %s (%s)",
              end.lengthMetres(),
              end.result().en().toLowerCase(Locale.ROOT),
              end.nodeId()));
      line.append(result.proven() ? "" : ", unproven");
    }
    accepted(result)
        .ifPresent(
            one ->
                line.append(
                    String.format(
                        Locale.ROOT,
                        "; could connect to %s, %.0f m, drop %.2f m, %.1f‰",
                        one.nodeId(),
                        one.metres(),
                        one.dropMetres(),
                        one.slopePermille())));
    if (result.unconnectedAfterRenovation()) {
      line.append("; not separated and connected after renovation");
    }
    return line.append(" (rule ").append(result.rule()).append(").").toString();
  }

  private static String subject(SewerResult result) {
    return result.communityName().isBlank() ? result.communityId() : result.communityName();
  }

  private static Optional<HookupCandidate> accepted(SewerResult result) {
    return result.deciding().stream()
        .flatMap(outlet -> outlet.hookups().stream())
        .filter(HookupCandidate::isAccepted)
        .findFirst();
  }

  private static Map<String, @Nullable Object> evidence(SewerResult result) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("rule", result.rule());
    SewerResult.Blocking blocking = result.blocking();
    tree.put("blocking", blocking == null ? null : blocking(blocking));
    tree.put("deciding_outlet", result.decidingOutlet());
    tree.put("separation", result.separation().name());
    tree.put("proven", result.proven());
    tree.put("unconnected_after_renovation", result.unconnectedAfterRenovation());
    Map<String, @Nullable Object> risers = new LinkedHashMap<>();
    risers.put("surveyed", result.risers().surveyed());
    risers.put("to_storm", new ArrayList<Object>(result.risers().toStorm()));
    risers.put("unknown", new ArrayList<Object>(result.risers().unknown()));
    risers.put("missing_buildings", result.risers().missingBuildings());
    tree.put("balcony_risers", risers);
    List<Object> outlets = new ArrayList<>();
    result.outlets().forEach(outlet -> outlets.add(outlet(outlet)));
    tree.put("outlets", outlets);
    List<Object> issues = new ArrayList<>();
    for (TopologyIssue issue : result.issues()) {
      Map<String, @Nullable Object> item = new LinkedHashMap<>();
      item.put("code", issue.code().code());
      item.put("objects", new ArrayList<Object>(issue.objectIds()));
      item.put("zh", issue.zh());
      item.put("en", issue.en());
      issues.add(item);
    }
    tree.put("issues", issues);
    return tree;
  }

  private static Map<String, @Nullable Object> blocking(SewerResult.Blocking blocking) {
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("type", blocking.type());
    item.put("id", blocking.id());
    item.put("zh", blocking.zh());
    item.put("en", blocking.en());
    return item;
  }

  private static Map<String, @Nullable Object> outlet(OutletResult outlet) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("id", outlet.connectionId());
    tree.put("node", outlet.nodeId());
    tree.put("medium", outlet.medium().name());
    tree.put("evidence", outlet.evidence().name());
    tree.put("connection", outlet.connection().name());
    List<Object> terminals = new ArrayList<>();
    outlet.trace().terminals().forEach(end -> terminals.add(SewerTrees.terminal(end)));
    tree.put("terminals", terminals);
    List<Object> breaks = new ArrayList<>();
    outlet.breaks().forEach(found -> breaks.add(SewerTrees.found(found)));
    tree.put("breaks", breaks);
    List<Object> hookups = new ArrayList<>();
    outlet.hookups().forEach(one -> hookups.add(SewerTrees.hookup(one)));
    tree.put("hookups", hookups);
    return tree;
  }

  private static List<EvidenceShape> shapes(SewerResult result) {
    List<EvidenceShape> shapes = new ArrayList<>();
    for (OutletResult outlet : result.outlets()) {
      addTrace(outlet, shapes);
      shapes.addAll(SewerTrees.shapes(outlet.breaks()));
      for (HookupCandidate one : outlet.hookups()) {
        shapes.add(SewerTrees.shape(one));
      }
    }
    return shapes;
  }

  private static void addTrace(OutletResult outlet, List<EvidenceShape> shapes) {
    TraceTerminal deciding = outlet.deciding();
    if (deciding == null) {
      return;
    }
    MultiLineString route = SewerTrees.lines(deciding.route());
    if (!route.isEmpty()) {
      shapes.add(
          new EvidenceShape(
              "trace",
              outlet.nodeId() + " 下游:" + deciding.result().zh(),
              "Downstream of " + outlet.nodeId() + ": " + deciding.result().en(),
              route));
    }
  }
}
