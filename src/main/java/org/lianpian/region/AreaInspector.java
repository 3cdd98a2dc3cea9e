package org.lianpian.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;

/**
 * Adds up an area and says what a planner should know about it (US-P10, US-P11).
 *
 * <p>Thread-safe. Members that the data does not have are warned about and add nothing.
 */
public final class AreaInspector {
  private final ContiguityGraph graph;
  private final PackagingParameters parameters;

  public AreaInspector(ContiguityGraph graph) {
    this.graph = graph;
    this.parameters = graph.parameters();
  }

  public AreaFacts inspect(Collection<String> memberIds) {
    Set<String> ids = new TreeSet<>(memberIds);
    List<PackagingUnit> members =
        ids.stream().map(graph::findUnit).flatMap(Optional::stream).toList();
    Totals totals = Totals.of(members);
    double diameter = Diameter.of(members);
    List<String> districts =
        names(members, u -> u.district().isBlank() ? u.adcode() : u.district());
    List<String> streets = names(members, PackagingUnit::street);
    List<AreaWarning> warnings = new ArrayList<>();
    warnAboutMembers(ids, members, warnings);
    warnAboutContiguity(members, warnings);
    warnAboutBoundaries(members, districts, streets, warnings);
    warnAboutLimits(members, totals, diameter, warnings);
    return new AreaFacts(
        totals, new Similarity(graph).of(members), diameter, districts, streets, warnings);
  }

  /** Returns the convex hull of an area's members; an empty geometry when none has a position. */
  public Geometry outline(Collection<String> memberIds) {
    return Diameter.outline(
        new TreeSet<>(memberIds).stream().map(graph::findUnit).flatMap(Optional::stream).toList());
  }

  private static List<String> names(
      List<PackagingUnit> members, Function<PackagingUnit, String> name) {
    return members.stream().map(name).filter(n -> !n.isBlank()).distinct().sorted().toList();
  }

  private void warnAboutMembers(
      Set<String> ids, List<PackagingUnit> members, List<AreaWarning> warnings) {
    for (String id : ids) {
      if (graph.findUnit(id).isEmpty()) {
        warnings.add(AreaWarning.of(WarningCode.MISSING_COMMUNITY, id, id));
      }
    }
    for (PackagingUnit member : members) {
      Exclusion exclusion = member.exclusion();
      if (exclusion != null) {
        warnings.add(
            AreaWarning.of(
                exclusion.isSelfBuilt() ? WarningCode.NL_01 : WarningCode.EXCLUDED_MEMBER,
                member.title() + "(" + exclusion.zh() + ")",
                member.title() + " (" + exclusion.en() + ")"));
      }
    }
    warnAbout(
        WarningCode.LARGE_MEMBER, members, u -> u.role(parameters) == UnitRole.LARGE, warnings);
    warnAbout(WarningCode.NO_POSITION, members, u -> u.geometry() == null, warnings);
    for (PackagingUnit member : members) {
      if (member.isPoint()) {
        String sigma = String.format(Locale.ROOT, "±%.0f", member.sigmaMetres());
        warnings.add(
            AreaWarning.of(
                WarningCode.POINT_POSITION,
                member.title() + "(" + sigma + "米)",
                member.title() + " (" + sigma + " m)"));
      }
    }
    if (ids.size() == 1) {
      warnings.add(AreaWarning.of(WarningCode.SINGLE_MEMBER, "", ""));
    }
  }

  private static void warnAbout(
      WarningCode code,
      List<PackagingUnit> members,
      Predicate<PackagingUnit> test,
      List<AreaWarning> warnings) {
    List<PackagingUnit> found = members.stream().filter(test).toList();
    if (!found.isEmpty()) {
      warnings.add(
          AreaWarning.of(
              code,
              found.stream().map(PackagingUnit::title).collect(Collectors.joining("、")),
              found.stream().map(PackagingUnit::title).collect(Collectors.joining(", "))));
    }
  }

  /** Boundaries that are warned about on their own do not make an area discontiguous. */
  private void warnAboutContiguity(List<PackagingUnit> members, List<AreaWarning> warnings) {
    List<String> placed =
        members.stream().filter(u -> u.geometry() != null).map(PackagingUnit::id).toList();
    List<Set<String>> pieces =
        graph.pieces(
            placed, edge -> edge.cause() != EdgeCause.BARRIER && edge.cause() != EdgeCause.TOO_FAR);
    for (int i = 1; i < pieces.size(); i++) {
      ContiguityEdge nearest = nearest(pieces, i);
      String pair = graph.getUnit(nearest.a()).title() + "—" + graph.getUnit(nearest.b()).title();
      String gap = String.format(Locale.ROOT, "%.2f", nearest.gapMetres());
      Barrier barrier = nearest.barrier();
      warnings.add(
          AreaWarning.of(
              WarningCode.NOT_CONTIGUOUS,
              pair + "间距" + gap + "米" + (barrier == null ? "" : ",中间有" + barrier.zh()),
              pair + " " + gap + " m" + (barrier == null ? "" : ", across " + barrier.en())));
    }
  }

  /** Returns the nearest pair between one piece and all others. */
  private ContiguityEdge nearest(List<Set<String>> pieces, int piece) {
    List<ContiguityEdge> edges = new ArrayList<>();
    for (String id : pieces.get(piece)) {
      for (Set<String> other : pieces) {
        if (other != pieces.get(piece)) {
          other.forEach(o -> graph.between(id, o).ifPresent(edges::add));
        }
      }
    }
    return edges.stream().min(ContiguityGraph.NEAREST_FIRST).orElseThrow();
  }

  private void warnAboutBoundaries(
      List<PackagingUnit> members,
      List<String> districts,
      List<String> streets,
      List<AreaWarning> warnings) {
    if (members.size() < 2) {
      return;
    }
    boolean several = false;
    boolean unknown = false;
    for (PackagingUnit member : members.subList(1, members.size())) {
      Boolean same = Boundaries.sameDistrict(members.get(0), member);
      several |= Boolean.FALSE.equals(same);
      unknown |= same == null;
    }
    if (several && parameters.sameDistrict() != BoundaryRule.OFF) {
      warnings.add(boundary(WarningCode.SEVERAL_DISTRICTS, districts));
    }
    if (unknown && parameters.sameDistrict() != BoundaryRule.OFF) {
      warnings.add(AreaWarning.of(WarningCode.DISTRICT_UNKNOWN, "", ""));
    }
    if (parameters.sameStreet() != BoundaryRule.OFF) {
      if (streets.size() > 1) {
        warnings.add(boundary(WarningCode.SEVERAL_STREETS, streets));
      }
      warnAbout(WarningCode.STREET_UNKNOWN, members, u -> u.street().isBlank(), warnings);
    }
  }

  private static AreaWarning boundary(WarningCode code, List<String> names) {
    return AreaWarning.of(code, String.join("、", names), String.join(", ", names));
  }

  private void warnAboutLimits(
      List<PackagingUnit> members, Totals totals, double diameter, List<AreaWarning> warnings) {
    Sum households = totals.households();
    if (households.known() > parameters.maxHouseholds()) {
      warnings.add(
          AreaWarning.of(
              WarningCode.ABOVE_MAX_HOUSEHOLDS,
              households.zh("户") + ",上限" + parameters.maxHouseholds() + "户",
              households.en("households") + ", maximum " + parameters.maxHouseholds()));
    }
    Integer min = parameters.minHouseholds();
    if (min != null && households.known() < min) {
      warnings.add(
          AreaWarning.of(
              WarningCode.BELOW_MIN_HOUSEHOLDS,
              households.zh("户") + ",下限" + min + "户",
              households.en("households") + ", minimum " + min));
    }
    warnAbout(WarningCode.HOUSEHOLDS_MISSING, members, u -> u.households() == null, warnings);
    if (diameter > parameters.maxDiameterMetres() + Connector.TOLERANCE_METRES) {
      warnings.add(
          AreaWarning.of(
              WarningCode.ABOVE_MAX_DIAMETER,
              String.format(Locale.ROOT, "%.0f米,上限%.0f米", diameter, parameters.maxDiameterMetres()),
              String.format(
                  Locale.ROOT,
                  "%.0f m, maximum %.0f m",
                  diameter,
                  parameters.maxDiameterMetres())));
    }
  }
}
