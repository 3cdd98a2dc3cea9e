package org.lianpian.geocode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.AdminLevel;
import org.lianpian.model.AdminUnit;
import org.lianpian.model.Place;
import org.lianpian.model.PositionLevel;
import org.locationtech.jts.geom.Geometry;

/**
 * Weighs what speaks for a place; the confidence is the sum of the weights in [0, 0.99].
 *
 * <p>The weights are decisions: a name or a door alone is not enough in a city of several districts
 * ({@code < 0.8}), district and sub-district confirm it to 0.99, another district or phase rules it
 * out whatever else agrees.
 */
final class CandidateScorer {
  static final double NAME_EXACT = 0.72;
  static final double NAME_ALIAS = 0.70;
  static final double NAME_VARIANT = 0.66;
  static final double NAME_STEM = 0.30;
  static final double ROAD_NUMBER = 0.75;
  static final double DISTRICT = 0.15;
  static final double STREET = 0.10;
  static final double NEIGHBOURHOOD = 0.05;
  static final double ROAD = 0.05;
  static final double PHASE = 0.10;
  static final double INTERPOLATED = 0.45;
  static final double LEAST_DOORS_APART = 2;
  static final double RULED_OUT = -1;

  private final ParsedQuery query;
  private final Gazetteer gazetteer;
  private final GeocodeParameters parameters;

  CandidateScorer(ParsedQuery query, Gazetteer gazetteer, GeocodeParameters parameters) {
    this.query = query;
    this.gazetteer = gazetteer;
    this.parameters = parameters;
  }

  /** Weighs a place found by its name. */
  Candidate byName(NameHit hit, PlaceName asked, MatchedToken nameToken, List<Place> doors) {
    Weighing weighing = new Weighing();
    weighing.tokens.add(nameToken);
    Place place = hit.place();
    String name = place.name();
    switch (hit.quality()) {
      case EXACT -> weighing.add("NAME_EXACT", NAME_EXACT, "名称一致: " + name, "Same name: " + name);
      case ALIAS ->
          weighing.add("NAME_ALIAS", NAME_ALIAS, "别名一致: " + name, "Known alias of " + name);
      case VARIANT ->
          weighing.add("NAME_VARIANT", NAME_VARIANT, "名称异写: " + name, "Variant spelling: " + name);
      case STEM ->
          weighing.add("NAME_STEM", NAME_STEM, "仅词干相同: " + name, "Only the stem agrees: " + name);
    }
    phase(hit.phase(), asked.phase(), weighing);
    divisions(place, weighing);
    door(place, doors, weighing);
    if (gazetteer.namesOnPointOf(place) >= parameters.pileUpNames()) {
      weighing.add(
          "PILE_UP", -0.2, "地名库中多个小区共用此点,疑似默认坐标", "Several estates share its point: a default");
    }
    return candidate(place, PositionLevel.COMMUNITY_POI, place.geometry(), weighing);
  }

  /** Weighs a place at the road and number of the query. */
  Candidate byDoor(Place place, boolean nameAsked) {
    Weighing weighing = new Weighing();
    query.token(ComponentKind.ROAD).ifPresent(weighing.tokens::add);
    query.token(ComponentKind.HOUSE_NUMBER).ifPresent(weighing.tokens::add);
    String door = place.road() + place.houseNumber();
    weighing.add("ROAD_NUMBER", ROAD_NUMBER, "道路门牌一致 " + door, "Same road and number " + door);
    if (nameAsked) {
      weighing.add("NAME_UNCONFIRMED", -0.1, "该门牌处没有此名称", "Nothing of that name is known there");
    }
    divisions(place, weighing);
    return candidate(place, PositionLevel.DOOR, place.geometry(), weighing);
  }

  /** Weighs a road, for a row whose number or name is not known. */
  Candidate byRoad(Place road, Geometry geometry) {
    Weighing weighing = new Weighing();
    query.token(ComponentKind.ROAD).ifPresent(weighing.tokens::add);
    weighing.add("ROAD_ONLY", 0.3, "仅到道路: " + road.name(), "Only the road: " + road.name());
    divisions(road, weighing);
    return candidate(road, PositionLevel.ROAD, geometry, weighing);
  }

  /** Weighs a house number placed between its neighbours on the road. */
  Candidate byInterpolation(Place road, DoorInterpolation.Placed placed) {
    Weighing weighing = new Weighing();
    query.token(ComponentKind.ROAD).ifPresent(weighing.tokens::add);
    query.token(ComponentKind.HOUSE_NUMBER).ifPresent(weighing.tokens::add);
    int below = placed.below().number();
    int above = placed.above().number();
    weighing.add(
        "HOUSE_INTERPOLATED",
        INTERPOLATED,
        "按" + road.name() + below + "号与" + above + "号之间推算",
        "Placed on " + road.name() + " between numbers " + below + " and " + above);
    divisions(road, weighing);
    return new Candidate(
        road.id(),
        road.name(),
        road.address().isEmpty() ? road.district() + road.street() : road.address(),
        PositionLevel.ROAD,
        placed.point(),
        Math.max(LEAST_DOORS_APART * parameters.sigma(PositionLevel.DOOR), placed.sigmaMetres()),
        weighing.confidence(),
        road.provenance().source(),
        weighing.tokens,
        weighing.reasons);
  }

  /** Takes an administrative unit as what is known at least. */
  Candidate byUnit(AdminUnit unit, MatchedToken token, double weight) {
    Weighing weighing = new Weighing();
    weighing.tokens.add(token);
    String label = unit.level().zh() + " " + unit.name();
    weighing.add(
        "ADMIN_ONLY", weight, "仅到" + label, "Only the " + unit.level().en() + " " + unit.name());
    PositionLevel level =
        unit.level() == AdminLevel.STREET || unit.level() == AdminLevel.NEIGHBOURHOOD
            ? PositionLevel.STREET
            : PositionLevel.DISTRICT;
    return new Candidate(
        unit.id(),
        unit.name(),
        gazetteer.divisions().path(unit),
        level,
        unit.geometry(),
        sigma(level, unit.geometry()),
        weighing.confidence(),
        unit.provenance().source(),
        weighing.tokens,
        weighing.reasons);
  }

  /** Weighs a landmark by which a place is described: it is shown, and never the place. */
  Candidate byLandmark(NameHit hit, MatchedToken token) {
    Weighing weighing = new Weighing();
    weighing.tokens.add(token);
    String name = hit.place().name();
    weighing.add("LANDMARK", RULED_OUT, "仅为参照物: " + name, "Only a landmark: " + name);
    return candidate(hit.place(), PositionLevel.COMMUNITY_POI, hit.place().geometry(), weighing);
  }

  private void phase(String known, String asked, Weighing weighing) {
    if (known.equals(asked)) {
      if (!known.isEmpty()) {
        weighing.add("PHASE_AGREES", PHASE, "分期一致: " + known, "Same phase: " + known);
      }
    } else if (known.isEmpty()) {
      weighing.add(
          "PHASE_NOT_KNOWN", -0.1, "地名库无分期“" + asked + "”", "The gazetteer has no phase " + asked);
    } else if (asked.isEmpty()) {
      weighing.add(
          "PHASE_NOT_NAMED", -0.05, "未写明分期,此为" + known, "No phase named; this is " + known);
    } else {
      weighing.add(
          "PHASE_CONFLICT",
          RULED_OUT,
          "分期不同: " + known + "/" + asked,
          "Different phase: " + known + " against " + asked);
    }
  }

  private void divisions(Place place, Weighing weighing) {
    List<AdminUnit> line = lineage(place);
    Set<String> cities = query.cityIds();
    boolean otherCity =
        !cities.isEmpty()
            && line.stream()
                .anyMatch(unit -> unit.level() == AdminLevel.CITY && !cities.contains(unit.id()));
    if (otherCity) {
      weighing.add("CITY_CONFLICT", RULED_OUT, "不在同一城市", "In another city");
    }
    district(place, line, weighing);
    MatchedToken street = query.street();
    if (street != null && !place.street().isEmpty()) {
      boolean same = ParsedQuery.sameName(place.street(), street.component().value());
      weighing.compare(same, "STREET", STREET, -0.2, street, place.street());
    }
    MatchedToken neighbourhood = query.neighbourhood();
    if (neighbourhood != null && !place.neighbourhood().isEmpty()) {
      boolean same = ParsedQuery.sameName(place.neighbourhood(), neighbourhood.component().value());
      weighing.compare(
          same, "NEIGHBOURHOOD", NEIGHBOURHOOD, -0.05, neighbourhood, place.neighbourhood());
    }
  }

  private void district(Place place, List<AdminUnit> line, Weighing weighing) {
    MatchedToken district = query.district();
    if (district == null) {
      return;
    }
    Set<String> asked = query.districtIds();
    AdminUnit known =
        line.stream()
            .filter(
                unit -> unit.level() == AdminLevel.DISTRICT || unit.level() == AdminLevel.INTERNAL)
            .findFirst()
            .orElse(null);
    String label = known == null ? place.district() : known.name();
    if (label.isEmpty()) {
      return;
    }
    boolean same =
        known == null || asked.isEmpty()
            ? ParsedQuery.sameName(label, district.component().value())
            : asked.contains(known.id());
    weighing.compare(same, "DISTRICT", DISTRICT, -0.5, district, label);
  }

  /** Returns the units that hold a place, of today: by code, district name, else sub-district. */
  private List<AdminUnit> lineage(Place place) {
    AdminDivisions divisions = gazetteer.divisions();
    for (String text : List.of(place.adcode(), place.district(), place.street())) {
      Set<AdminUnit> current = new TreeSet<>(Comparator.comparing(AdminUnit::id));
      for (AdminUnit unit : text.isEmpty() ? List.<AdminUnit>of() : divisions.find(text)) {
        current.addAll(divisions.current(unit));
      }
      if (current.size() == 1) {
        return divisions.lineage(current.iterator().next());
      }
    }
    return List.of();
  }

  private void door(Place place, List<Place> doors, Weighing weighing) {
    Geometry position = place.geometry();
    if (doors.isEmpty() || position == null) {
      return;
    }
    double nearest = Double.POSITIVE_INFINITY;
    for (Place door : doors) {
      Geometry there = door.geometry();
      nearest = there == null ? nearest : Math.min(nearest, position.distance(there));
    }
    if (nearest <= parameters.agreementMetres()) {
      query.token(ComponentKind.ROAD).ifPresent(weighing.tokens::add);
      query.token(ComponentKind.HOUSE_NUMBER).ifPresent(weighing.tokens::add);
      weighing.add("DOOR_AGREES", ROAD, "道路门牌相符", "Its road and number agree");
    } else if (nearest < Double.POSITIVE_INFINITY) {
      String metres = Math.round(nearest) + "";
      weighing.add(
          "DOOR_ELSEWHERE",
          -0.15,
          "所写门牌在" + metres + "米外",
          "The house number is " + metres + " m away");
    }
  }

  private Candidate candidate(
      Place place, PositionLevel level, @Nullable Geometry geometry, Weighing weighing) {
    return new Candidate(
        place.id(),
        place.name(),
        place.address().isEmpty() ? place.district() + place.street() : place.address(),
        level,
        geometry,
        sigma(level, geometry),
        weighing.confidence(),
        place.provenance().source(),
        weighing.tokens,
        weighing.reasons);
  }

  /**
   * Returns the level's error, or for wide roads and units what a place anywhere in them would
   * have: 0.58 of the radius, as for a uniform distribution along it.
   */
  private double sigma(PositionLevel level, @Nullable Geometry geometry) {
    double usual = parameters.sigma(level);
    if (geometry == null || geometry.isEmpty() || level.compareTo(PositionLevel.ROAD) < 0) {
      return usual;
    }
    double radius = geometry.getEnvelopeInternal().getDiameter() / 2;
    return Math.max(usual, Math.rint(0.58 * radius));
  }

  /** The reasons of one candidate as they are found. */
  private static final class Weighing {
    private final List<MatchedToken> tokens = new ArrayList<>();
    private final List<Reason> reasons = new ArrayList<>();

    void add(String code, double weight, String zh, String en) {
      reasons.add(new Reason(code, zh, en, weight));
    }

    void compare(
        boolean same,
        String what,
        double agree,
        double conflict,
        MatchedToken token,
        String known) {
      String zh = token.component().kind().zh();
      String en = token.component().kind().en();
      if (same) {
        tokens.add(token);
        add(what + "_AGREES", agree, zh + "一致: " + known, en + " agrees: " + known);
      } else {
        add(
            what + "_CONFLICT",
            conflict,
            zh + "不同: " + known + "/" + token.component().text(),
            en + " differs: " + known + " against " + token.component().text());
      }
    }

    double confidence() {
      double sum = 0;
      for (Reason reason : reasons) {
        sum += reason.weight();
      }
      return Math.rint(Math.max(0, Math.min(0.99, sum)) * 1000) / 1000;
    }
  }
}
