package org.lianpian.frontage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianpian.frontage.FrontageResult.UnmeasuredRiver;
import org.lianpian.geo.SpatialIndex;
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.Community;
import org.lianpian.model.InputHash;
import org.lianpian.model.Progress;
import org.lianpian.model.Watercourse;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The plain engine of the riverside rule: dense sampling, one unit after the other.
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
 * <p>Stateless and thread-safe. Only units within the distance, the position error and a margin of
 * some bank are sampled; about 10 µs per sample.
 */
public final class SampledFrontageClassifier implements FrontageClassifier {

  private static final List<FrontageStatus> GRAVEST_FIRST =
      List.of(
          FrontageStatus.FIRST_ROW,
          FrontageStatus.NEEDS_SURVEY,
          FrontageStatus.PARTIAL,
          FrontageStatus.BEHIND,
          FrontageStatus.OUTSIDE);

  @Override
  public List<FrontageResult> classify(
      FrontageInput input, FrontageParameters parameters, Progress progress) {
    Run run = new Run(input, parameters);
    List<FrontageResult> results = new ArrayList<>();
    for (FrontageUnit unit : run.units) {
      progress.report("frontage", results.size(), run.units.size());
      results.add(parameters.enabled() ? run.assess(unit) : run.notApplicable(unit));
    }
    progress.report("frontage", results.size(), run.units.size());
    return results;
  }

  /** One classification: the input, indexed. */
  private static final class Run {
    private final FrontageParameters parameters;
    private final boolean hasRivers;
    private final BankLines banks;
    private final List<FrontageUnit> units;
    private final SpatialIndex<Obstacle> parcelObstacles;
    private final SpatialIndex<Obstacle> buildingObstacles;
    private final SpatialIndex<Building> dwellings;
    private final Set<String> dwellingsInParcels = new HashSet<>();
    private final Map<String, Building> buildingsById = new HashMap<>();
    private final Map<String, String> riverHashes = new HashMap<>();
    private final Map<String, Watercourse> watercourses;

    Run(FrontageInput input, FrontageParameters parameters) {
      this.parameters = parameters;
      this.hasRivers = !input.watercourses().isEmpty();
      this.banks = BankLines.of(input.watercourses(), parameters);
      this.watercourses =
          input.watercourses().stream().collect(Collectors.toMap(Watercourse::id, water -> water));
      List<Building> buildings =
          input.buildings().stream()
              .filter(building -> FrontageUnit.area(building.geometry()) != null)
              .sorted(Comparator.comparing(Building::id))
              .toList();
      buildings.forEach(building -> buildingsById.put(building.id(), building));
      this.units = new ArrayList<>();
      addUnits(input.communities(), buildings);
      this.parcelObstacles = index(parcelObstacles(units));
      this.buildingObstacles =
          index(
              buildings.stream()
                  .filter(this::blocks)
                  .map(one -> new Obstacle(one.id(), label(one), area(one.geometry())))
                  .toList());
      this.dwellings =
          SpatialIndex.of(
              buildings.stream()
                  .filter(one -> one.use() == BuildingUse.RESIDENTIAL && blocks(one))
                  .toList(),
              one -> area(one.geometry()));
    }

    private void addUnits(List<Community> communities, List<Building> buildings) {
      List<Community> sorted =
          communities.stream().sorted(Comparator.comparing(Community::id)).toList();
      SpatialIndex<Community> parcels =
          SpatialIndex.of(
              sorted.stream()
                  .filter(community -> FrontageUnit.area(community.geometry()) != null)
                  .toList(),
              community -> area(community.geometry()));
      Set<String> known = sorted.stream().map(Community::id).collect(Collectors.toSet());
      Map<String, List<Building>> owned = new HashMap<>();
      List<FrontageUnit> scattered = new ArrayList<>();
      for (Building building : buildings) {
        Geometry inner = area(building.geometry()).getInteriorPoint();
        String inParcel =
            parcels.find(inner.getEnvelopeInternal()).stream()
                .filter(community -> area(community.geometry()).intersects(inner))
                .map(Community::id)
                .findFirst()
                .orElse(null);
        if (inParcel != null) {
          dwellingsInParcels.add(building.id());
        }
        String owner = known.contains(building.communityId()) ? building.communityId() : inParcel;
        if (owner != null) {
          owned.computeIfAbsent(owner, id -> new ArrayList<>()).add(building);
        } else if (parameters.enabled() && isNearWater(area(building.geometry()))) {
          scattered.add(FrontageUnit.scattered(building));
        }
      }
      for (Community one : sorted) {
        units.add(FrontageUnit.of(one, owned.getOrDefault(one.id(), List.of())));
      }
      units.addAll(scattered);
    }

    private boolean isNearWater(Geometry building) {
      double reach = reachMetres(0);
      return !banks.near(building, reach).isEmpty()
          || !banks.centreLinesNear(building, reach).isEmpty();
    }

    /** How far from a unit rivers are looked for. */
    private double reachMetres(double sigma) {
      return parameters.distanceMetres() + parameters.marginMetres() + sigma;
    }

    private static List<Obstacle> parcelObstacles(List<FrontageUnit> units) {
      List<Obstacle> obstacles = new ArrayList<>();
      for (FrontageUnit unit : units) {
        Geometry body = unit.body();
        Community community = unit.community();
        if (body != null && community != null) {
          obstacles.add(
              new Obstacle(
                  community.id(),
                  community.name().isBlank() ? community.id() : community.name(),
                  body));
        }
      }
      return obstacles;
    }

    private static SpatialIndex<Obstacle> index(List<Obstacle> obstacles) {
      return SpatialIndex.of(obstacles, Obstacle::area);
    }

    private boolean blocks(Building building) {
      return building.use() != BuildingUse.SHED
          && area(building.geometry()).getArea() >= parameters.minBlockerSquareMetres();
    }

    private static String label(Building building) {
      return building.number().isBlank() ? building.id() : building.number();
    }

    FrontageResult notApplicable(FrontageUnit unit) {
      return result(
          unit,
          FrontageStatus.NOT_APPLICABLE,
          FrontageMode.PARCEL,
          null,
          null,
          List.of(),
          List.of(),
          Set.of(),
          inputHash(unit, List.of(), List.of()).finish());
    }

    FrontageResult assess(FrontageUnit unit) {
      Set<FrontageNote> notes = EnumSet.noneOf(FrontageNote.class);
      Geometry place = unit.place();
      if (place == null || !hasRivers) {
        notes.add(place == null ? FrontageNote.NO_POSITION : FrontageNote.NO_RIVERS);
        return result(
            unit,
            FrontageStatus.NO_DATA,
            FrontageMode.PARCEL,
            null,
            null,
            List.of(),
            List.of(),
            notes,
            inputHash(unit, List.of(), List.of()).finish());
      }
      double reach = reachMetres(unit.sigmaMetres());
      List<BankLine> near = banks.near(place, reach);
      List<RiverFrontage> rivers = near.stream().map(bank -> measure(unit, place, bank)).toList();
      List<BankLines.CentreLine> centreLines = banks.centreLinesNear(place, reach);
      List<UnmeasuredRiver> unmeasured = unmeasured(place, centreLines);
      Double coverage = parcelCoverage(place);
      FrontageMode mode = mode(unit, coverage, notes);
      RiverFrontage deciding = deciding(rivers, mode);
      FrontageMeasurement measured = deciding == null ? null : deciding.measurement(mode);
      FrontageStatus status = measured == null ? FrontageStatus.OUTSIDE : measured.status();
      if (measured != null) {
        notes.addAll(measured.notes());
      }
      if (!unmeasured.isEmpty()) {
        notes.add(FrontageNote.NO_WIDTH);
        if (status == FrontageStatus.OUTSIDE || status == FrontageStatus.BEHIND) {
          // the bank may be nearer than every bank we know: unknown is not a pass
          status = FrontageStatus.NO_DATA;
        }
      }
      if (mode == FrontageMode.BUILDING && unit.hasUnstatedUse()) {
        notes.add(FrontageNote.USE_UNSTATED);
      }
      near.stream()
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
          inputHash(unit, near, centreLines).finish());
    }

    private RiverFrontage measure(FrontageUnit unit, Geometry place, BankLine bank) {
      Geometry homes = unit.homes();
      // a community without parcel and building is measured as the point it is
      Geometry parcel = unit.parcel() != null ? unit.parcel() : homes == null ? place : null;
      return new RiverFrontage(
          bank.riverId(),
          bank.pieceIds(),
          bank.name(),
          parcel == null
              ? null
              : FrontageSampler.measure(
                  FrontageMode.PARCEL,
                  parcel,
                  unit.sigmaMetres(),
                  bank,
                  parcelObstacles,
                  Set.of(unit.subject().id()),
                  parameters),
          homes == null
              ? null
              : FrontageSampler.measure(
                  FrontageMode.BUILDING,
                  homes,
                  0,
                  bank,
                  buildingObstacles,
                  unit.homeBuildings().stream().map(Building::id).collect(Collectors.toSet()),
                  parameters));
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

    private @Nullable Double parcelCoverage(Geometry place) {
      List<Building> around =
          dwellings.findWithin(place.getEnvelopeInternal(), parameters.distanceMetres());
      if (around.isEmpty()) {
        return null;
      }
      long inParcels = around.stream().filter(one -> dwellingsInParcels.contains(one.id())).count();
      return (double) inParcels / around.size();
    }

    private FrontageMode mode(
        FrontageUnit unit, @Nullable Double coverage, Set<FrontageNote> notes) {
      if (unit.parcel() == null) {
        return unit.homes() == null ? FrontageMode.PARCEL : FrontageMode.BUILDING;
      }
      if (coverage == null || coverage >= parameters.parcelCoverage()) {
        return FrontageMode.PARCEL;
      }
      notes.add(FrontageNote.PARCELS_INCOMPLETE);
      return unit.homes() == null ? FrontageMode.PARCEL : FrontageMode.BUILDING;
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
        String inputHash) {
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
          inputHash);
    }

    /** Hashes the unit, what may stand between it and the bank, and the rivers near. */
    private InputHash inputHash(
        FrontageUnit unit, List<BankLine> near, List<BankLines.CentreLine> centreLines) {
      InputHash hash = new InputHash();
      hash.add(parameters.toString());
      Community community = unit.community();
      if (community != null) {
        hash.add(Community.TYPE, community);
      }
      unit.homeBuildings().forEach(home -> hash.add(Building.TYPE, home));
      if (near.isEmpty() && centreLines.isEmpty()) {
        return hash;
      }
      Envelope place = Objects.requireNonNull(unit.place()).getEnvelopeInternal();
      for (Obstacle parcel : parcelObstacles.findWithin(place, parameters.distanceMetres())) {
        hash.add(parcel.id()).add(parcel.label()).add(parcel.area());
      }
      for (Obstacle one : buildingObstacles.findWithin(place, parameters.distanceMetres())) {
        hash.add(Building.TYPE, Objects.requireNonNull(buildingsById.get(one.id())));
      }
      near.forEach(bank -> bank.pieceIds().forEach(id -> hash.add(riverHash(id))));
      near.forEach(bank -> hash.add(bank.within(reach(place))));
      centreLines.forEach(line -> hash.add(riverHash(line.watercourse().id())));
      return hash;
    }

    private Envelope reach(Envelope place) {
      Envelope reach = new Envelope(place);
      reach.expandBy(parameters.distanceMetres() + parameters.marginMetres());
      return reach;
    }

    private String riverHash(String id) {
      return riverHashes.computeIfAbsent(
          id,
          key ->
              new InputHash()
                  .add(Watercourse.TYPE, Objects.requireNonNull(watercourses.get(key)))
                  .finish());
    }

    private static Geometry area(@Nullable Geometry geometry) {
      return Objects.requireNonNull(FrontageUnit.area(geometry));
    }
  }
}
