package org.lianpian.geocode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianpian.geocode.match.Estate;
import org.lianpian.geocode.match.EstateMatcher;
import org.lianpian.geocode.match.NameQuery;
import org.lianpian.geocode.match.Ranking;
import org.lianpian.geocode.match.Weights;
import org.lianpian.geocode.text.AddressNormaliser;
import org.lianpian.model.AdminLevel;
import org.lianpian.model.AdminUnit;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.Place;
import org.lianpian.model.PlaceLevel;
import org.lianpian.model.Provenance;
import org.lianpian.model.Road;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A gazetteer in memory: hash tables from names, aliases and spelling variants, and from road and
 * number, to places.
 *
 * <p>Districts, sub-districts and communities that only places mention become units without a code.
 * Immutable and thread-safe; building it takes time linear in the names, a look-up takes constant
 * time.
 */
public final class GazetteerIndex implements Gazetteer {
  private static final Comparator<Place> BY_ID = Comparator.comparing(Place::id);

  private final AdminDivisions divisions;
  private final AddressParser parser;
  private final Map<String, Map<String, NameHit>> byName = new HashMap<>();
  private final Map<String, List<Place>> byHouseNumber = new HashMap<>();
  private final Map<String, List<DoorInterpolation.Door>> doors = new HashMap<>();
  private final Map<String, List<Place>> roads = new HashMap<>();
  private final Map<String, List<Place>> buildings = new HashMap<>();
  private final Map<Coordinate, Set<String>> namesOnPoint = new HashMap<>();
  private final Map<String, Place> estates = new HashMap<>();
  private @Nullable EstateMatcher matcher;

  private GazetteerIndex(AdminDivisions divisions) {
    this.divisions = divisions;
    this.parser = new AddressParser(divisions);
  }

  public static GazetteerIndex of(Collection<Place> places, Collection<AdminUnit> units) {
    List<AdminUnit> all = new ArrayList<>(units);
    all.addAll(mentionedUnits(places, AdminDivisions.of(units)));
    GazetteerIndex index = new GazetteerIndex(AdminDivisions.of(all));
    places.stream().sorted(BY_ID).forEach(index::add);
    return index;
  }

  /**
   * Derives places from a dataset's features: communities with a position become estates, their
   * buildings places of their own, named roads roads. Features without geometry are left out.
   */
  public static List<Place> placesOf(
      Collection<Community> communities, Collection<Building> buildings, Collection<Road> roads) {
    List<Place> places = new ArrayList<>();
    Map<String, Community> byId = new HashMap<>();
    for (Community community : communities) {
      byId.put(community.id(), community);
      if (community.geometry() != null) {
        places.add(estate(community));
      }
    }
    for (Building building : buildings) {
      Community community = byId.get(building.communityId() == null ? "" : building.communityId());
      if (community != null && building.geometry() != null && !building.number().isBlank()) {
        places.add(buildingOf(community, building));
      }
    }
    for (Road road : roads) {
      if (road.geometry() != null && !road.name().isBlank()) {
        places.add(roadPlace(road));
      }
    }
    return places;
  }

  @Override
  public AdminDivisions divisions() {
    return divisions;
  }

  @Override
  public List<NameHit> findByName(String name) {
    PlaceName asked = PlaceName.of(name);
    Map<String, NameHit> best = new HashMap<>();
    collect(asked.full(), NameQuality.EXACT, asked, best);
    for (String key : asked.keys()) {
      boolean itself = key.equals(asked.base());
      collect(key, itself ? NameQuality.EXACT : NameQuality.VARIANT, asked, best);
    }
    for (String stem : asked.stems()) {
      collect(stemKey(stem), NameQuality.STEM, asked, best);
    }
    return best.values().stream().sorted(Comparator.comparing(NameHit::place, BY_ID)).toList();
  }

  /** Adds the hits of one key, none better than the way the key was reached. */
  private void collect(String key, NameQuality worst, PlaceName asked, Map<String, NameHit> best) {
    byName
        .getOrDefault(key, Map.of())
        .forEach(
            (id, stored) -> {
              NameQuality quality = worse(stored.quality(), worst);
              best.merge(
                  id,
                  new NameHit(stored.place(), stored.phase(), quality),
                  (a, b) -> better(a, b, asked));
            });
  }

  private static NameHit better(NameHit one, NameHit other, PlaceName asked) {
    if (one.quality() != other.quality()) {
      return one.quality().compareTo(other.quality()) < 0 ? one : other;
    }
    return other.phase().equals(asked.phase()) ? other : one;
  }

  private static NameQuality worse(NameQuality one, NameQuality other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  @Override
  public Ranking findSimilar(NameQuery query) {
    return matcher().match(query);
  }

  @Override
  public Optional<Place> find(String id) {
    return Optional.ofNullable(estates.get(id));
  }

  /** Returns the matcher, made when it is first needed. */
  private synchronized EstateMatcher matcher() {
    EstateMatcher ready = matcher;
    if (ready == null) {
      ready =
          EstateMatcher.of(
              estates.values().stream().map(GazetteerIndex::estate).toList(), Weights.shipped());
      matcher = ready;
    }
    return ready;
  }

  private static Estate estate(Place place) {
    Coordinate point = pointOf(place);
    String address =
        place.address().isBlank()
            ? place.street() + place.road() + place.houseNumber()
            : place.address();
    return new Estate(
        place.id(),
        place.name(),
        place.aliases(),
        place.district(),
        address,
        point == null ? Double.NaN : point.x,
        point == null ? Double.NaN : point.y);
  }

  @Override
  public List<Place> findByHouseNumber(String road, String houseNumber) {
    Set<Place> found = new TreeSet<>(BY_ID);
    for (String number : HouseNumbers.expand(houseNumber)) {
      found.addAll(byHouseNumber.getOrDefault(roadKey(road) + "|" + number, List.of()));
    }
    return List.copyOf(found);
  }

  @Override
  public List<DoorInterpolation.Door> findDoors(String road) {
    return List.copyOf(doors.getOrDefault(roadKey(road), List.of()));
  }

  @Override
  public List<Place> findRoads(String name) {
    return List.copyOf(roads.getOrDefault(roadKey(name), List.of()));
  }

  @Override
  public List<Place> findBuildings(Place estate, String number) {
    PlaceName name = PlaceName.of(estate.name());
    return buildings.getOrDefault(buildingKey(name, number), List.of()).stream()
        .filter(
            building ->
                building.district().equals(estate.district())
                    && building.street().equals(estate.street()))
        .toList();
  }

  @Override
  public int namesOnPointOf(Place place) {
    Coordinate point = pointOf(place);
    return point == null ? 0 : namesOnPoint.getOrDefault(point, Set.of()).size();
  }

  private void add(Place place) {
    switch (place.level()) {
      case ROAD ->
          roads.computeIfAbsent(roadKey(place.name()), key -> new ArrayList<>()).add(place);
      case HOUSE_NUMBER -> {
        addHouseNumber(place);
        addDoor(place);
      }
      case BUILDING -> addBuilding(place);
      case ESTATE, PHASE, LANDMARK -> {
        if (place.level() != PlaceLevel.LANDMARK) {
          estates.put(place.id(), place);
        }
        addNames(place);
        addHouseNumber(place);
        Coordinate point = pointOf(place);
        if (point != null) {
          namesOnPoint
              .computeIfAbsent(point, key -> new TreeSet<>())
              .add(PlaceName.of(place.name()).base());
        }
      }
    }
  }

  private void addNames(Place place) {
    addName(place, place.name(), NameQuality.EXACT);
    for (String alias : place.aliases()) {
      addName(place, alias, NameQuality.ALIAS);
    }
  }

  private void addName(Place place, String text, NameQuality quality) {
    PlaceName name = PlaceName.of(text);
    // the full text answers as itself, so that 东方一区 is found even if 一区 is no phase there
    addKey(name.full(), place, name.phase(), quality);
    for (String key : name.keys()) {
      addKey(key, place, name.phase(), key.equals(name.base()) ? quality : NameQuality.VARIANT);
    }
    for (String stem : name.stems()) {
      addKey(stemKey(stem), place, name.phase(), NameQuality.STEM);
    }
  }

  private void addKey(String key, Place place, String phase, NameQuality quality) {
    if (!key.isEmpty()) {
      byName
          .computeIfAbsent(key, name -> new HashMap<>())
          .merge(
              place.id(),
              new NameHit(place, phase, quality),
              (a, b) -> a.quality().compareTo(b.quality()) <= 0 ? a : b);
    }
  }

  private void addHouseNumber(Place place) {
    String road = place.road();
    String number = place.houseNumber();
    if (road.isBlank()) {
      AddressComponents address =
          parser.parse(place.address().isBlank() ? place.name() : place.address());
      road = address.value(ComponentKind.ROAD);
      number = address.value(ComponentKind.HOUSE_NUMBER);
    }
    for (String each : HouseNumbers.expand(number)) {
      byHouseNumber
          .computeIfAbsent(roadKey(road) + "|" + each, key -> new ArrayList<>())
          .add(place);
    }
  }

  private void addDoor(Place place) {
    List<String> numbers = HouseNumbers.expand(place.houseNumber());
    Geometry position = place.geometry();
    if (!place.road().isBlank() && position != null && !position.isEmpty() && !numbers.isEmpty()) {
      List<DoorInterpolation.Door> road =
          doors.computeIfAbsent(roadKey(place.road()), key -> new ArrayList<>());
      for (String number : numbers) {
        if (number.indexOf('-') < 0) {
          int parsed = Integer.parseInt(number);
          road.add(new DoorInterpolation.Door(parsed, position.getCentroid()));
        }
      }
    }
  }

  private void addBuilding(Place place) {
    PlaceName name = PlaceName.of(place.name());
    for (String number : name.buildings()) {
      buildings.computeIfAbsent(buildingKey(name, number), key -> new ArrayList<>()).add(place);
    }
  }

  private static String buildingKey(PlaceName name, String number) {
    return name.base() + "|" + name.phase() + "|" + number;
  }

  private static String stemKey(String stem) {
    return "~" + stem;
  }

  private static String roadKey(String road) {
    return AddressNormaliser.text(road);
  }

  private static @Nullable Coordinate pointOf(Place place) {
    return place.geometry() == null || place.geometry().isEmpty()
        ? null
        : place.geometry().getCentroid().getCoordinate();
  }

  private static List<AdminUnit> mentionedUnits(Collection<Place> places, AdminDivisions known) {
    Map<String, AdminUnit> mentioned = new TreeMap<>();
    for (Place place : places) {
      mention(place.district(), AdminLevel.DISTRICT, "", known, mentioned);
      String parent = place.adcode().isEmpty() ? place.district() : place.adcode();
      List<AdminUnit> district = known.find(parent);
      String parentKey = district.isEmpty() ? "places/" + place.district() : district.get(0).id();
      mention(place.street(), AdminLevel.STREET, parentKey, known, mentioned);
      mention(place.neighbourhood(), AdminLevel.NEIGHBOURHOOD, parentKey, known, mentioned);
    }
    return List.copyOf(mentioned.values());
  }

  private static void mention(
      String name,
      AdminLevel level,
      String parent,
      AdminDivisions known,
      Map<String, AdminUnit> mentioned) {
    boolean isKnown = known.find(name).stream().anyMatch(unit -> unit.level() == level);
    if (name.isBlank() || isKnown) {
      return;
    }
    String id = (parent.isEmpty() ? "places" : parent) + "/" + name;
    mentioned.putIfAbsent(
        id,
        new AdminUnit(
            id, null, Provenance.of("地名库"), "", name, level, parent, null, null, List.of()));
  }

  private static Place estate(Community community) {
    return new Place(
        community.id(),
        community.geometry(),
        community.provenance(),
        community.name(),
        community.aliases(),
        PlaceLevel.ESTATE,
        community.adcode(),
        community.district(),
        community.street(),
        community.neighbourhood(),
        "",
        "",
        community.address());
  }

  private static Place buildingOf(Community community, Building building) {
    String number = building.number();
    boolean marked = BuildingList.IN_ADDRESS.matcher(AddressNormaliser.text(number)).find();
    return new Place(
        building.id(),
        building.geometry(),
        building.provenance(),
        community.name() + (marked ? number : number + "幢"),
        List.of(),
        PlaceLevel.BUILDING,
        community.adcode(),
        community.district(),
        community.street(),
        community.neighbourhood(),
        "",
        "",
        community.address());
  }

  private static Place roadPlace(Road road) {
    return new Place(
        road.id(),
        road.geometry(),
        road.provenance(),
        road.name(),
        List.of(),
        PlaceLevel.ROAD,
        "",
        "",
        "",
        "",
        road.name(),
        "",
        "");
  }
}
