package org.lianpian.frontage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianpian.frontage.FrontageResult.UnmeasuredRiver;
import org.lianpian.model.Building;
import org.lianpian.model.Progress;
import org.lianpian.model.Subject;
import org.locationtech.jts.geom.Geometry;

/**
 * One classification of one input: who is a unit, which rivers are near, and which measurement
 * decides. The engines differ only in the {@link FrontageMeter} that measures a unit against a
 * river.
 *
 * <p>Each river near a unit is measured by itself, in both modes. Parcels decide, unless fewer than
 * the policy's share of the dwellings within the distance of the unit lie in parcels, or the unit
 * has none. Of several rivers the one with the gravest answer decides (first row before survey
 * before partly before behind), then the longer exposed frontage, then the nearer.
 *
 * <p>A building belongs to the community it names, if that is known, or else to the parcel its
 * inner point lies in; one that belongs to none is a unit of its own when a river is within reach,
 * and among parcels it hides nobody. A community without parcel and building is a point: inside the
 * distance it always needs a survey. Position errors apply to parcels and points; buildings count
 * as surveyed.
 *
 * <p>Thread-safe when its meter is; {@link #assess} may be called for several units at once.
 */
final class FrontageRun {
  private static final List<FrontageStatus> GRAVEST_FIRST =
      List.of(
          FrontageStatus.FIRST_ROW,
          FrontageStatus.NEEDS_SURVEY,
          FrontageStatus.NO_DATA,
          FrontageStatus.PARTIAL,
          FrontageStatus.BEHIND,
          FrontageStatus.OUTSIDE);

  private final FrontageParameters parameters;
  private final boolean hasRivers;
  private final BankLines banks;
  private final FrontageScene scene;
  private final FrontageMeter meter;
  private final Set<Subject> unchanged = ConcurrentHashMap.newKeySet();
  private Map<Subject, String> knownHashes = Map.of();
  private final @Nullable FrontageInputHash inputHash; // null when no evidence is wanted

  /**
   * @param evidence whether the results are to hold their shapes, shields and input hashes
   */
  FrontageRun(
      FrontageInput input,
      FrontageParameters parameters,
      FrontageMeter.Maker engine,
      boolean evidence) {
    this.parameters = parameters;
    this.hasRivers = !input.watercourses().isEmpty();
    this.banks = BankLines.of(input.watercourses(), parameters);
    this.scene = new FrontageScene(input, parameters, this::mayBeNearWater);
    this.meter = engine.make(scene.obstacles(), parameters, evidence);
    this.inputHash = evidence ? new FrontageInputHash(input, scene, parameters) : null;
  }

  private boolean mayBeNearWater(Geometry building) {
    return banks.mayBeNear(building, reachMetres(0));
  }

  /** How far from a unit rivers are looked for. */
  private double reachMetres(double sigma) {
    return parameters.distanceMetres() + parameters.marginMetres() + sigma;
  }

  /** Answers for every unit whose input has not the known hash, and names the others. */
  FrontageUpdate assessChanged(Map<Subject, String> known, int threads, Progress progress) {
    knownHashes = known;
    List<FrontageResult> examined = assessAll(threads, progress);
    return new FrontageUpdate(examined, unchanged);
  }

  /** Answers for every unit, in their order, several at a time. */
  List<FrontageResult> assessAll(int threads, Progress progress) {
    List<FrontageUnit> units = scene.units();
    @Nullable FrontageResult[] results = new @Nullable FrontageResult[units.size()];
    progress.report("frontage", 0, units.size());
    Workers.run(
        threads,
        units.size(),
        (unit, done) -> {
          results[unit] = assess(units.get(unit));
          progress.report("frontage", done, units.size());
        });
    return Arrays.stream(results).filter(Objects::nonNull).toList();
  }

  /** Returns null for a scattered building that no river is near, and for what is unchanged. */
  private @Nullable FrontageResult assess(FrontageUnit unit) {
    if (!parameters.enabled()) {
      return unmeasurable(unit, FrontageStatus.NOT_APPLICABLE, Set.of());
    }
    Geometry place = unit.place();
    if (place == null) {
      FrontageNote why =
          unit.hasInvalidGeometry() ? FrontageNote.INVALID_GEOMETRY : FrontageNote.NO_POSITION;
      return unmeasurable(unit, FrontageStatus.NO_DATA, Set.of(why));
    }
    if (!hasRivers) {
      return unmeasurable(unit, FrontageStatus.NO_DATA, Set.of(FrontageNote.NO_RIVERS));
    }
    return assess(unit, place);
  }

  private boolean isUnchanged(Subject subject, FrontageInputs inputs) {
    String known = knownHashes.get(subject);
    return known != null && known.equals(inputs.hash());
  }

  private FrontageResult unmeasurable(
      FrontageUnit unit, FrontageStatus status, Set<FrontageNote> notes) {
    return result(
        unit,
        status,
        FrontageMode.PARCEL,
        null,
        null,
        List.of(),
        List.of(),
        notes,
        inputHash == null
            ? FrontageInputs.NONE
            : notes.contains(FrontageNote.TOO_DENSE)
                ? inputHash.ofStacked(unit)
                : inputHash.of(unit));
  }

  private @Nullable FrontageResult assess(FrontageUnit unit, Geometry place) {
    Set<FrontageNote> notes = EnumSet.noneOf(FrontageNote.class);
    double reach = reachMetres(unit.sigmaMetres());
    List<NearBank> near = banks.near(place, reach);
    List<BankLines.CentreLine> centreLines = banks.centreLinesNear(place, reach);
    boolean isNearWater = !near.isEmpty() || !centreLines.isEmpty();
    if (unit.community() == null && !isNearWater) {
      return null;
    }
    if (isNearWater && scene.isStacked(place)) {
      return unmeasurable(unit, FrontageStatus.NO_DATA, Set.of(FrontageNote.TOO_DENSE));
    }
    Double coverage = scene.parcelCoverage(place);
    FrontageInputs inputs =
        inputHash == null ? FrontageInputs.NONE : inputHash.of(unit, near, centreLines, coverage);
    if (isUnchanged(unit.subject(), inputs)) {
      unchanged.add(unit.subject());
      return null;
    }
    List<RiverFrontage> rivers = near.stream().map(bank -> measure(unit, place, bank)).toList();
    List<UnmeasuredRiver> unmeasured = unmeasured(place, centreLines);
    FrontageMode mode = mode(unit, coverage, notes);
    RiverFrontage deciding = deciding(rivers, mode);
    FrontageMeasurement measured = deciding == null ? null : deciding.measurement(mode);
    FrontageStatus status = measured == null ? FrontageStatus.OUTSIDE : measured.status();
    if (measured != null) {
      notes.addAll(measured.notes());
    }
    if (!unmeasured.isEmpty()) {
      centreLines.forEach(
          line -> notes.add(line.valid() ? FrontageNote.NO_WIDTH : FrontageNote.INVALID_RIVER));
      if (status == FrontageStatus.OUTSIDE || status == FrontageStatus.BEHIND) {
        // the bank may be nearer than every bank we know: unknown is not a pass
        status = FrontageStatus.NO_DATA;
      }
    }
    if (unit.hasInvalidGeometry()) {
      notes.add(FrontageNote.INVALID_GEOMETRY);
    }
    if (mode == FrontageMode.BUILDING && unit.hasUnstatedUse()) {
      notes.add(FrontageNote.USE_UNSTATED);
    }
    if (isNearWater
        && (!unit.invalidBuildings().isEmpty() || !scene.invalidBuildingsNear(place).isEmpty())) {
      notes.add(FrontageNote.INVALID_BUILDING);
    }
    near.stream()
        .map(NearBank::bank)
        .filter(bank -> deciding != null && bank.riverId().equals(deciding.riverId()))
        .filter(BankLine::isUrbanUnstated)
        .forEach(bank -> notes.add(FrontageNote.URBAN_UNSTATED));
    if (!unit.isResidential()) {
      notes.add(FrontageNote.NON_RESIDENTIAL);
      status = FrontageStatus.NOT_APPLICABLE;
    }
    return result(
        unit,
        status,
        mode,
        coverage,
        deciding == null ? null : deciding.riverId(),
        rivers,
        unmeasured,
        notes,
        inputs);
  }

  private RiverFrontage measure(FrontageUnit unit, Geometry place, NearBank near) {
    BankLine bank = near.bank();
    Geometry homes = unit.homes();
    // a community without parcel and building is measured as the point it is
    Geometry parcel = unit.parcel() != null ? unit.parcel() : homes == null ? place : null;
    return new RiverFrontage(
        bank.riverId(),
        bank.pieceIds(),
        bank.name(),
        parcel == null
            ? null
            : meter.measure(
                FrontageMode.PARCEL, parcel, unit.sigmaMetres(), near, Set.of(unit.subject().id())),
        homes == null
            ? null
            : meter.measure(
                FrontageMode.BUILDING,
                homes,
                0,
                near,
                unit.homeBuildings().stream().map(Building::id).collect(Collectors.toSet())));
  }

  private static List<UnmeasuredRiver> unmeasured(
      Geometry place, List<BankLines.CentreLine> lines) {
    Map<String, UnmeasuredRiver> nearest = new HashMap<>();
    for (BankLines.CentreLine line : lines) {
      UnmeasuredRiver river =
          new UnmeasuredRiver(
              line.watercourse().id(), line.watercourse().name(), line.line().distance(place));
      nearest.merge(
          river.id(),
          river,
          (a, b) -> a.centreLineDistanceMetres() <= b.centreLineDistanceMetres() ? a : b);
    }
    return nearest.values().stream()
        .sorted(
            Comparator.comparingDouble(UnmeasuredRiver::centreLineDistanceMetres)
                .thenComparing(UnmeasuredRiver::id))
        .toList();
  }

  private FrontageMode mode(FrontageUnit unit, @Nullable Double coverage, Set<FrontageNote> notes) {
    if (unit.parcel() == null) {
      return unit.hasHomes() ? FrontageMode.BUILDING : FrontageMode.PARCEL;
    }
    if (coverage == null || coverage >= parameters.parcelCoverage()) {
      return FrontageMode.PARCEL;
    }
    notes.add(FrontageNote.PARCELS_INCOMPLETE);
    return unit.hasHomes() ? FrontageMode.BUILDING : FrontageMode.PARCEL;
  }

  private static @Nullable RiverFrontage deciding(List<RiverFrontage> rivers, FrontageMode mode) {
    return rivers.stream()
        .filter(river -> river.measurement(mode) != null)
        .min(
            Comparator.comparing(
                    (RiverFrontage river) -> Objects.requireNonNull(river.measurement(mode)),
                    Comparator.<FrontageMeasurement>comparingInt(
                            one -> GRAVEST_FIRST.indexOf(one.status()))
                        .thenComparingDouble(one -> -one.exposedMetres())
                        .thenComparingDouble(FrontageMeasurement::distanceMetres))
                .thenComparing(RiverFrontage::riverId))
        .orElse(null);
  }

  private FrontageResult result(
      FrontageUnit unit,
      FrontageStatus status,
      FrontageMode mode,
      @Nullable Double coverage,
      @Nullable String decidingRiverId,
      List<RiverFrontage> rivers,
      List<UnmeasuredRiver> unmeasured,
      Set<FrontageNote> notes,
      FrontageInputs inputs) {
    return new FrontageResult(
        unit.subject(),
        unit.name(),
        status,
        mode,
        coverage,
        decidingRiverId,
        rivers,
        unmeasured,
        unit.sigmaMetres(),
        notes.stream().sorted().toList(),
        parameters,
        inputs);
  }
}
