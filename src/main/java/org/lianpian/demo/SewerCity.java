package org.lianpian.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.BalconyRiser;
import org.lianpian.model.BuildPeriod;
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.Community;
import org.lianpian.model.ConnectionEvidence;
import org.lianpian.model.FacilityCondition;
import org.lianpian.model.FlowDirection;
import org.lianpian.model.FlowRegime;
import org.lianpian.model.Manhole;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;
import org.lianpian.model.OriginType;
import org.lianpian.model.PositionLevel;
import org.lianpian.model.Provenance;
import org.lianpian.model.Reach;
import org.lianpian.model.ReachLevel;
import org.lianpian.model.ReachState;
import org.lianpian.model.ServiceConnection;
import org.lianpian.model.StructuralGrade;
import org.lianpian.model.Willingness;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The sewers of a city of any size and nothing else, to measure the sewer analysis and to score it
 * against planted faults.
 *
 * <p>Streets form a grid of 40 m. Sewage runs along them to every eighth street, down that to the
 * southern edge, and along it to the next of the plants; storm water down every street to an
 * outfall. Each community drains through a well and two manholes into the street:
 *
 * <pre>  W ──► A ──► B ──► street</pre>
 */
public final class SewerCity {
  private static final double SPACING = 40;
  private static final int COLLECTOR = 8;
  private static final int PLANT = 250;
  private static final double EAST = 500_000;
  private static final double NORTH = 2_900_000;
  private static final Provenance GENERATED = Provenance.of("generated");

  private final int size;
  private final Dice dice;
  private final GeometryFactory factory = new GeometryFactory();
  private final Map<String, CityFault> faultAt = new HashMap<>();

  /** Where nodes really are, whatever the survey says. */
  private final Map<String, Coordinate> places = new HashMap<>();

  private final List<Manhole> manholes = new ArrayList<>();
  private final List<Reach> reaches = new ArrayList<>();
  private final List<Community> communities = new ArrayList<>();
  private final List<Building> buildings = new ArrayList<>();
  private final List<ServiceConnection> connections = new ArrayList<>();
  private final List<CityFault> faults = new ArrayList<>();

  private SewerCity(int size, long seed) {
    this.size = size;
    dice = new Dice(seed, 77);
  }

  /**
   * Generates a city; equal arguments give equal features.
   *
   * @param size streets each way; there are about {@code 2 · size²} pipes in them
   * @param communities at most an eighth of {@code size²}; three pipes each
   * @param faults how many faults to plant, at most as many as communities
   */
  public static SewerCity generate(int size, int communities, int faults, long seed) {
    if (size < 10 || communities > size * size / 8 || faults > communities) {
      throw new IllegalArgumentException(
          "size must be >= 10, communities <= size² / 8 and faults <= communities, were "
              + size
              + ", "
              + communities
              + ", "
              + faults);
    }
    SewerCity city = new SewerCity(size, seed);
    city.chooseFaults(communities, faults);
    city.layStreets();
    for (int i = 0; i < communities; i++) {
      city.layCommunity(i, communities);
    }
    return city;
  }

  public List<Manhole> manholes() {
    return List.copyOf(manholes);
  }

  public List<Reach> reaches() {
    return List.copyOf(reaches);
  }

  public List<Community> communities() {
    return List.copyOf(communities);
  }

  public List<Building> buildings() {
    return List.copyOf(buildings);
  }

  public List<ServiceConnection> connections() {
    return List.copyOf(connections);
  }

  public List<CityFault> faults() {
    return List.copyOf(faults);
  }

  /** Every tenth fault lies in a street, where it concerns many; the others behind one well. */
  private void chooseFaults(int communityCount, int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < communityCount; i++) {
      numbers.add(i);
    }
    dice.shuffle(numbers);
    CityFault.Kind[] kinds = CityFault.Kind.values();
    for (int i = 0; i < count; i++) {
      CityFault fault;
      if (i % 10 == 9) {
        // never on a collector or on the last row, where one fault would hide all others
        int column = dice.between(0, size / COLLECTOR - 1) * COLLECTOR + dice.between(1, 7);
        String pipe = "S" + Math.min(column, size - 1) + "-" + dice.between(1, size - 1);
        fault = new CityFault(dice.oneOf(kinds[1], kinds[6]), pipe, null, 0);
      } else {
        CityFault.Kind kind = kinds[i % 10 % kinds.length];
        int number = numbers.get(i);
        String object = (kind == CityFault.Kind.SWAPPED_COORDINATES ? "B" : "PA") + number;
        double metres =
            switch (kind) {
              case SHIFTED_LITTLE -> dice.between(0.06, 0.5);
              case SHIFTED_FAR -> dice.between(0.6, 2.0);
              default -> 0;
            };
        fault = new CityFault(kind, object, "K" + number, metres);
      }
      if (faultAt.putIfAbsent(fault.objectId(), fault) == null) {
        faults.add(fault);
      }
    }
  }

  private void layStreets() {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        boolean plant = j == 0 && i % PLANT == 0;
        node(
            "s" + i + "-" + j,
            street(i, j),
            plant ? ManholeKind.WWTP : ManholeKind.MANHOLE,
            Medium.SEWAGE,
            level(i, j));
        ManholeKind end = j == 0 ? ManholeKind.OUTFALL : ManholeKind.MANHOLE;
        Coordinate storm = new Coordinate(street(i, j).x + 20, street(i, j).y + 20);
        node("r" + i + "-" + j, storm, end, Medium.STORM, 3 + 0.05 * j);
      }
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        int next = i % COLLECTOR != 0 || (j == 0 && i % PLANT != 0) ? i - 1 : i;
        if (next != i || j > 0) {
          String to = "s" + next + "-" + (next == i ? j - 1 : j);
          pipe("S" + i + "-" + j, "s" + i + "-" + j, to, Medium.SEWAGE, ReachLevel.MUNICIPAL);
        }
        if (j > 0) {
          String to = "r" + i + "-" + (j - 1);
          pipe("R" + i + "-" + j, "r" + i + "-" + j, to, Medium.STORM, ReachLevel.MUNICIPAL);
        }
      }
    }
  }

  private static Coordinate street(int i, int j) {
    return new Coordinate(EAST + i * SPACING, NORTH + j * SPACING);
  }

  /** Rises by 5 cm a pipe from the plant. */
  private static double level(int i, int j) {
    return 0.05 * (j == 0 ? i % PLANT : i % COLLECTOR + j + i / COLLECTOR * COLLECTOR % PLANT);
  }

  private void layCommunity(int number, int count) {
    int place = (int) ((long) number * size * size / count);
    int i = place % size;
    int j = place / size;
    Coordinate at = street(i, j);
    String id = "K" + number;
    double street = level(i, j);
    CityFault fault = faultAt.get("PA" + number);
    CityFault.Kind kind = fault == null ? null : fault.kind();
    Double low = kind == CityFault.Kind.WITHOUT_LEVELS ? null : Double.valueOf(street + 0.2);
    Double middle = low == null ? null : Double.valueOf(street + 0.4);
    ManholeKind stub =
        kind == CityFault.Kind.CAPPED ? ManholeKind.CAPPED_STUB : ManholeKind.MANHOLE;
    node("W" + number, at(at, 12), ManholeKind.PRIVATE_WELL, Medium.SEWAGE, street + 0.6);
    node("A" + number, at(at, 8), stub, Medium.SEWAGE, middle);
    node("B" + number, at(at, 4), ManholeKind.MANHOLE, Medium.SEWAGE, low);
    pipe("PW" + number, "W" + number, "A" + number, Medium.SEWAGE, ReachLevel.PRIVATE);
    pipe("PA" + number, "A" + number, "B" + number, Medium.SEWAGE, ReachLevel.PRIVATE);
    pipe("PB" + number, "B" + number, "s" + i + "-" + j, Medium.SEWAGE, ReachLevel.PRIVATE);
    communities.add(community(id));
    buildings.add(
        new Building(
            id + "-1",
            null,
            GENERATED,
            id,
            "",
            BuildingUse.RESIDENTIAL,
            OriginType.UNKNOWN,
            null,
            null,
            null,
            BalconyRiser.SEWAGE));
    connections.add(
        new ServiceConnection(
            "C" + number,
            null,
            GENERATED,
            id,
            null,
            "W" + number,
            Medium.SEWAGE,
            ConnectionEvidence.DYE,
            null));
  }

  private static Coordinate at(Coordinate street, double north) {
    return new Coordinate(street.x + 6, street.y + north);
  }

  private void node(
      String id, Coordinate at, ManholeKind kind, Medium medium, @Nullable Double invert) {
    Coordinate place = faultAt.containsKey(id) ? new Coordinate(at.y, at.x) : at;
    places.put(id, at);
    manholes.add(
        new Manhole(id, factory.createPoint(place), GENERATED, kind, medium, null, invert, false));
  }

  private void pipe(String id, String from, String to, Medium medium, ReachLevel level) {
    CityFault fault = faultAt.get(id);
    CityFault.Kind kind = fault == null ? null : fault.kind();
    if (kind == CityFault.Kind.DELETED) {
      return;
    }
    Coordinate start = place(from);
    Coordinate end = place(to);
    boolean shifted = kind == CityFault.Kind.SHIFTED_LITTLE || kind == CityFault.Kind.SHIFTED_FAR;
    if (fault != null && shifted) {
      end.x += fault.metres();
    }
    boolean flipped = kind == CityFault.Kind.FLIPPED;
    String first = shifted ? "" : flipped ? to : from;
    String last = shifted ? "" : flipped ? from : to;
    reaches.add(
        new Reach(
            id,
            factory.createLineString(
                flipped ? new Coordinate[] {end, start} : new Coordinate[] {start, end}),
            GENERATED,
            first,
            last,
            kind == CityFault.Kind.OTHER_MEDIUM ? Medium.STORM : medium,
            null,
            null,
            null,
            false,
            FlowDirection.UNKNOWN,
            FlowRegime.GRAVITY,
            level,
            kind == CityFault.Kind.ABANDONED ? ReachState.ABANDONED : ReachState.IN_USE,
            "",
            null));
  }

  private Coordinate place(String node) {
    Coordinate place = places.get(node);
    if (place == null) {
      throw new IllegalStateException("a pipe is laid before its node " + node);
    }
    return place.copy();
  }

  private static Community community(String id) {
    return new Community(
        id,
        null,
        GENERATED,
        id,
        List.of(),
        "",
        "",
        "",
        "",
        "",
        PositionLevel.UNKNOWN,
        0,
        BuildPeriod.UNKNOWN,
        1,
        100,
        null,
        OriginType.UNKNOWN,
        "",
        null,
        StructuralGrade.UNKNOWN,
        FacilityCondition.UNKNOWN,
        Willingness.UNKNOWN,
        null,
        null,
        null,
        "");
  }
}
