package org.lianpian.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.frontage.FrontageInput;
import org.lianpian.frontage.FrontageParameters;
import org.lianpian.frontage.FrontageResult;
import org.lianpian.frontage.FrontageUpdate;
import org.lianpian.frontage.FrontageVerdicts;
import org.lianpian.geo.SpatialIndex;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.ExclusionKind;
import org.lianpian.model.ExclusionZone;
import org.lianpian.model.Progress;
import org.lianpian.model.Subject;
import org.lianpian.model.Verdict;
import org.lianpian.policy.PolicyProfile;
import org.lianpian.region.Barriers;
import org.lianpian.region.Exclusion;
import org.lianpian.region.PackagePlan;
import org.lianpian.region.PackageVerdicts;
import org.lianpian.region.PackagingInput;
import org.lianpian.region.PackagingParameters;
import org.lianpian.region.PackagingUnit;
import org.lianpian.sewer.SewerInput;
import org.lianpian.sewer.SewerParameters;
import org.lianpian.sewer.SewerResult;
import org.lianpian.sewer.SewerVerdicts;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Answers the five questions about every community of a dataset under one policy profile.
 *
 * <p>The order matters: a community must be located before its surroundings say anything, and must
 * not be excluded to become a member of a package. Holds no state between runs; the same input
 * gives the same answers. Thread-safe.
 */
public final class Assessor {
  private final PolicyProfile profile;
  private final LocalDate on;
  private final Engines engines;

  /**
   * @param on the day whose rules apply
   */
  public Assessor(PolicyProfile profile, LocalDate on, Engines engines) {
    this.profile = profile;
    this.on = on;
    this.engines = engines;
  }

  public Assessment assess(AssessmentInput input, Progress progress) {
    return assess(input, List.of(), progress);
  }

  /**
   * Answers as {@link #assess(AssessmentInput, Progress)}, but takes a known first-row answer over
   * where the same program gave it, under the same profile, from the same input.
   */
  public Assessment assess(AssessmentInput input, List<Verdict> knownFrontage, Progress progress) {
    Locator locator = new Locator(input.places(), input.adminUnits(), profile, on);
    List<Community> located = new ArrayList<>();
    List<Verdict> verdicts = new ArrayList<>();
    long done = 0;
    for (Community community : input.communities()) {
      Locator.Located result = locator.locate(community);
      located.add(result.community());
      verdicts.add(result.verdict());
      progress.report("location", ++done, input.communities().size());
    }
    AssessmentInput known = input.withCommunities(located);
    Map<String, Verdict> eligibility = eligibility(known, progress);
    verdicts.addAll(eligibility.values());
    PackagePlan plan = plan(known, eligibility, progress);
    for (Community community : located) {
      verdicts.add(PackageVerdicts.of(community.id(), plan, profile, on));
    }
    verdicts.addAll(frontage(known, knownFrontage, progress));
    verdicts.addAll(sewer(known, progress));
    verdicts.sort(Comparator.comparing(Verdict::id));
    return new Assessment(located, verdicts, plan);
  }

  /** Decides eligibility alone, by community id. */
  public Map<String, Verdict> eligibility(AssessmentInput input, Progress progress) {
    // a kind of zone that the dataset has none of was not supplied: nobody can say who lies in one
    Set<ExclusionKind> supplied = EnumSet.noneOf(ExclusionKind.class);
    input.exclusionZones().forEach(zone -> supplied.add(zone.kind()));
    EligibilityAssessor assessor = new EligibilityAssessor(profile, on).withSuppliedZones(supplied);
    SpatialIndex<ExclusionZone> zones = zones(input);
    Map<String, List<Building>> buildings = input.buildingsByCommunity();
    Map<String, Verdict> verdicts = new HashMap<>();
    long done = 0;
    for (Community community : input.communities()) {
      List<Building> own = buildings.getOrDefault(community.id(), List.of());
      verdicts.put(
          community.id(), assessor.assess(community, own, zones.find(extent(community, own))));
      progress.report("eligibility", ++done, input.communities().size());
    }
    return verdicts;
  }

  /** Proposes packages; communities with a negative verdict or in an exclusion zone stay out. */
  public PackagePlan plan(
      AssessmentInput input, Map<String, Verdict> eligibility, Progress progress) {
    return plan(input, eligibility, PackagingParameters.from(profile, on), progress);
  }

  /** Proposes packages by a planner's parameters in place of the profile's. */
  public PackagePlan plan(
      AssessmentInput input,
      Map<String, Verdict> eligibility,
      PackagingParameters parameters,
      Progress progress) {
    SpatialIndex<ExclusionZone> zones = zones(input);
    List<PackagingUnit> units = new ArrayList<>();
    for (Community community : input.communities()) {
      List<ExclusionZone> near = zones.find(extent(community, List.of()));
      units.add(
          PackagingUnit.of(
              community,
              Exclusion.find(community, eligibility.get(community.id()), near).orElse(null)));
    }
    return engines
        .regionalizer()
        .plan(
            new PackagingInput(
                units,
                Barriers.from(input.watercourses(), input.roads(), input.railways(), parameters)),
            parameters,
            progress);
  }

  /** Finds who stands in the first row along urban rivers. */
  public List<Verdict> frontage(AssessmentInput input, Progress progress) {
    List<FrontageResult> results =
        engines
            .frontageClassifier()
            .classify(
                new FrontageInput(input.communities(), input.buildings(), input.watercourses()),
                FrontageParameters.from(profile, on),
                progress);
    return results.stream().map(result -> FrontageVerdicts.of(result, profile, on)).toList();
  }

  /** Finds the same; units whose input is that of a known answer are not examined again. */
  public List<Verdict> frontage(
      AssessmentInput input, List<Verdict> knownVerdicts, Progress progress) {
    Map<Subject, Verdict> known = new HashMap<>();
    Map<Subject, String> hashes = new HashMap<>();
    for (Verdict verdict : knownVerdicts) {
      if (FrontageVerdicts.isCurrent(verdict, profile, on)) {
        known.put(verdict.subject(), verdict);
        hashes.put(verdict.subject(), verdict.inputHash());
      }
    }
    FrontageUpdate update =
        engines
            .frontageClassifier()
            .classifyChanged(
                new FrontageInput(input.communities(), input.buildings(), input.watercourses()),
                FrontageParameters.from(profile, on),
                hashes,
                progress);
    List<Verdict> verdicts = new ArrayList<>();
    update.examined().forEach(one -> verdicts.add(FrontageVerdicts.of(one, profile, on)));
    update.unchanged().forEach(subject -> verdicts.add(known.get(subject)));
    verdicts.sort(Comparator.comparing(Verdict::id));
    return verdicts;
  }

  /** Says whether each community's sewage is separated and reaches the plant. */
  public List<Verdict> sewer(AssessmentInput input, Progress progress) {
    List<SewerResult> results =
        engines
            .connectionAssessor()
            .assess(
                new SewerInput(
                    input.communities(),
                    input.buildings(),
                    input.manholes(),
                    input.reaches(),
                    input.connections(),
                    input.roads(),
                    input.watercourses(),
                    SewerParameters.from(profile, on)),
                progress);
    return results.stream().map(result -> SewerVerdicts.of(result, profile, on)).toList();
  }

  private static SpatialIndex<ExclusionZone> zones(AssessmentInput input) {
    return SpatialIndex.ofEnvelopes(input.exclusionZones(), zone -> envelope(zone.geometry()));
  }

  /** Covers the community and where else it may be, given the error of its position. */
  private static Envelope extent(Community community, List<Building> buildings) {
    Envelope box = envelope(community.geometry());
    box.expandBy(community.sigmaMetres());
    for (Building building : buildings) {
      box.expandToInclude(envelope(building.geometry()));
    }
    return box;
  }

  private static Envelope envelope(@Nullable Geometry geometry) {
    return geometry == null ? new Envelope() : new Envelope(geometry.getEnvelopeInternal());
  }
}
