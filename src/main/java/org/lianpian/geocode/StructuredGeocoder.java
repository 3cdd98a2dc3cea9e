package org.lianpian.geocode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianpian.geocode.GeocodeResult.Ambiguous;
import org.lianpian.geocode.GeocodeResult.Match;
import org.lianpian.geocode.GeocodeResult.NoMatch;
import org.lianpian.geocode.text.AddressNormaliser;
import org.lianpian.model.AdminLevel;
import org.lianpian.model.AdminUnit;
import org.lianpian.model.Place;
import org.lianpian.model.PositionLevel;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Looks a community up by name, then by road and number, then by what contains it, and explains
 * every candidate. A name that is not known as it is written goes to the matcher of names that are
 * written otherwise ({@link SimilarNames}).
 *
 * <p>Rules: identity of the estate before metres; several estates of one name, or several phases of
 * which the row names none, are {@link Ambiguous}; what is described by its surroundings (周边, 以东)
 * is {@link NoMatch} with the parsed bounds; a look-alike is shown, never taken. A street or road
 * stands in only with its own level and error. Thread-safe; cost a few hash look-ups per row, some
 * ten microseconds more for a name that is not known.
 */
public final class StructuredGeocoder implements Geocoder {
  private static final int SHOWN_CANDIDATES = 5;

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(Candidate::confidence).reversed().thenComparing(Candidate::id);

  private final Gazetteer gazetteer;
  private final GeocodeParameters parameters;
  private final AddressParser parser;

  public StructuredGeocoder(Gazetteer gazetteer) {
    this(gazetteer, GeocodeParameters.DEFAULT);
  }

  public StructuredGeocoder(Gazetteer gazetteer, GeocodeParameters parameters) {
    this.gazetteer = gazetteer;
    this.parameters = parameters;
    this.parser = new AddressParser(gazetteer.divisions());
  }

  @Override
  public GeocodeResult geocode(GeocodeQuery query) {
    return new Search(new ParsedQuery(query, parser, gazetteer.divisions())).run();
  }

  /** The work on one query. */
  private final class Search {
    private final ParsedQuery query;
    private final CandidateScorer scorer;
    private final Map<String, NameHit> hits = new TreeMap<>();
    private final List<Candidate> named = new ArrayList<>();

    Search(ParsedQuery query) {
      this.query = query;
      this.scorer = new CandidateScorer(query, gazetteer, parameters);
    }

    GeocodeResult run() {
      List<Place> doors = doors(query.doorText());
      for (String name : query.names()) {
        lookUp(name, doors);
      }
      named.sort(BEST_FIRST);
      List<Candidate> accepted = accepted(named);
      List<Candidate> units = unitsOfThatName();
      if (!units.isEmpty() && (units.size() > 1 || !accepted.isEmpty())) {
        return ambiguous(
            "SAME_NAME_LEVELS",
            "区划与地名同名,请选择",
            "A division and others share the name",
            concat(accepted, units));
      }
      if (!accepted.isEmpty()) {
        return fromNames(accepted);
      }
      if (query.name().isRelative()) {
        return relative(query.name());
      }
      if (!units.isEmpty()) {
        return single(units.get(0), units);
      }
      SimilarNames similar = new SimilarNames(query, gazetteer, parameters);
      if (similar.isAccepted(judged())) {
        return similar.isPartOpen()
            ? ambiguous(
                "PHASE_AMBIGUOUS",
                "是此小区,但分期或分区不能确定",
                "It is this estate, but which part of it is not certain",
                similar.parts())
            : single(similar.candidates().get(0), similar.candidates());
      }
      addUnseen(similar.candidates());
      List<Candidate> atDoor = accepted(atDoors(doors));
      if (!atDoor.isEmpty()) {
        return choose(atDoor, concat(atDoor, named));
      }
      if (query.address().isRelative() && !query.namesAnEstate()) {
        return relative(query.address());
      }
      return fallback();
    }

    private List<Place> doors(AddressComponents text) {
      return gazetteer.findByHouseNumber(lastRoad(text), text.value(ComponentKind.HOUSE_NUMBER));
    }

    /** Returns the road right before the number: 铜盘路软件大道89号 is on 软件大道. */
    private String lastRoad(AddressComponents text) {
      String road = "";
      for (AddressComponent component : text.components()) {
        if (component.kind() == ComponentKind.HOUSE_NUMBER) {
          return road;
        }
        road = component.kind() == ComponentKind.ROAD ? component.value() : road;
      }
      return road;
    }

    private void lookUp(String name, List<Place> doors) {
      PlaceName asked = PlaceName.of(name);
      for (NameHit hit : gazetteer.findByName(name)) {
        if (hits.putIfAbsent(hit.place().id(), hit) == null) {
          named.add(scorer.byName(hit, asked, nameToken(name), doors));
        }
      }
    }

    private Set<String> judged() {
      Set<String> ids = new TreeSet<>();
      hits.values().stream()
          .filter(hit -> hit.quality() != NameQuality.STEM)
          .forEach(hit -> ids.add(hit.place().id()));
      return ids;
    }

    /** Adds look-alikes, for a person to see. */
    private void addUnseen(List<Candidate> lookAlikes) {
      Set<String> seen = new TreeSet<>();
      named.forEach(candidate -> seen.add(candidate.id()));
      lookAlikes.stream().filter(candidate -> seen.add(candidate.id())).forEach(named::add);
    }

    private MatchedToken nameToken(String name) {
      String raw = query.query().name();
      boolean fromName = !raw.isBlank();
      AddressComponents components = fromName ? query.name() : query.address();
      Optional<AddressComponent> estate = components.find(ComponentKind.ESTATE);
      String field = fromName ? "name" : "address";
      return new MatchedToken(
          field,
          estate.orElseGet(
              () -> new AddressComponent(ComponentKind.ESTATE, raw, name, 0, raw.length())));
    }

    private List<Candidate> accepted(List<Candidate> candidates) {
      return candidates.stream()
          .filter(candidate -> candidate.confidence() >= parameters.acceptConfidence())
          .toList();
    }

    /** Returns the units whose whole name is the query: 白沙 is a 街道 and a 社区. */
    private List<Candidate> unitsOfThatName() {
      String name = AddressNormaliser.text(query.query().name());
      String asked = name.isEmpty() ? AddressNormaliser.text(query.query().address()) : name;
      if (!name.isEmpty() && !query.query().address().isBlank()) {
        return List.of();
      }
      List<Candidate> units = new ArrayList<>();
      Set<String> seen = new TreeSet<>();
      for (AdminResolution resolution :
          asked.isEmpty()
              ? List.<AdminResolution>of()
              : gazetteer.divisions().resolve(asked, query.query().on())) {
        for (AdminUnit unit : resolution.current()) {
          if (seen.add(unit.id())) {
            units.add(scorer.byUnit(unit, wholeQuery(unit), 0.7));
          }
        }
      }
      return units;
    }

    private MatchedToken wholeQuery(AdminUnit unit) {
      boolean fromName = !query.query().name().isBlank();
      String raw = fromName ? query.query().name() : query.query().address();
      ComponentKind kind =
          unit.level() == AdminLevel.NEIGHBOURHOOD
              ? ComponentKind.NEIGHBOURHOOD
              : unit.level() == AdminLevel.STREET ? ComponentKind.STREET : ComponentKind.DISTRICT;
      return new MatchedToken(
          fromName ? "name" : "address",
          new AddressComponent(kind, raw, AddressNormaliser.text(raw), 0, raw.length()));
    }

    private GeocodeResult fromNames(List<Candidate> accepted) {
      String askedPhase = phaseAsked();
      Set<String> phases = new TreeSet<>();
      for (Candidate candidate : accepted) {
        phases.add(phaseOf(candidate));
      }
      boolean open = askedPhase.isEmpty() && (phases.size() > 1 || !phases.contains(""));
      if (open && phases.size() == 2 && phases.contains("")) {
        // one entry bears exactly this name; the only other is another phase by its own name
        List<Candidate> whole =
            accepted.stream().filter(candidate -> phaseOf(candidate).isEmpty()).toList();
        return choose(whole, named);
      }
      if (open) {
        return ambiguous(
            "PHASE_AMBIGUOUS", "该小区有分期,原文未写明", "The estate has phases and none is named", accepted);
      }
      return choose(accepted, named);
    }

    private String phaseAsked() {
      for (String name : query.names()) {
        String phase = PlaceName.of(name).phase();
        if (!phase.isEmpty()) {
          return phase;
        }
      }
      return "";
    }

    private String phaseOf(Candidate candidate) {
      NameHit hit = hits.get(candidate.id());
      return hit == null ? "" : hit.phase();
    }

    private List<Candidate> atDoors(List<Place> doors) {
      List<Candidate> found = new ArrayList<>();
      for (Place door : doors) {
        found.add(scorer.byDoor(door, query.namesAnEstate()));
      }
      found.sort(BEST_FIRST);
      return found;
    }

    /** Returns the best, or all that are as good and somewhere else. */
    private GeocodeResult choose(List<Candidate> accepted, List<Candidate> shown) {
      Candidate best = accepted.get(0);
      List<Candidate> rivals = new ArrayList<>();
      for (Candidate candidate : accepted) {
        boolean near = candidate.confidence() >= best.confidence() - parameters.margin();
        if (near && !isSamePlace(best, candidate)) {
          rivals.add(candidate);
        }
      }
      if (rivals.isEmpty()) {
        return single(best, shown);
      }
      rivals.add(0, best);
      return ambiguous(
          "SAME_NAME",
          "有" + rivals.size() + "处同样可能,请补充区县、街道或选择",
          rivals.size() + " places are as likely; add district or sub-district, or choose",
          rivals);
    }

    private boolean isSamePlace(Candidate one, Candidate other) {
      Geometry first = one.geometry();
      Geometry second = other.geometry();
      if (one.id().equals(other.id())) {
        return true;
      }
      return first != null
          && second != null
          && first.distance(second) <= parameters.samePlaceMetres()
          && phaseOf(one).equals(phaseOf(other));
    }

    private GeocodeResult single(Candidate best, List<Candidate> shown) {
      Candidate precise = atBuildings(best);
      if (precise.point() == null) {
        return new NoMatch(
            query.query(),
            List.of(
                Reason.remark(
                    "NO_GEOMETRY",
                    "找到“" + best.name() + "”,但地名库没有它的位置",
                    "\"" + best.name() + "\" is known, but not its position")),
            List.of(),
            query.notes(),
            top(shown));
      }
      List<Candidate> all = new ArrayList<>(shown);
      all.removeIf(candidate -> candidate.id().equals(best.id()));
      all.add(0, precise);
      return new Match(query.query(), precise, query.notes(), top(all));
    }

    /** Returns the candidate at the named buildings when the gazetteer has every one of them. */
    private Candidate atBuildings(Candidate estate) {
      NameHit hit = hits.get(estate.id());
      Optional<MatchedToken> token = query.token(ComponentKind.BUILDINGS);
      Optional<BuildingList> list =
          token.flatMap(found -> BuildingList.parse(found.component().value()));
      if (hit == null || list.isEmpty()) {
        return estate;
      }
      List<Geometry> parts = new ArrayList<>();
      List<String> missing = new ArrayList<>();
      for (String number : list.get().numbers()) {
        List<Place> buildings = gazetteer.findBuildings(hit.place(), number);
        Geometry part = buildings.isEmpty() ? null : buildings.get(0).geometry();
        if (part == null) {
          missing.add(number);
        } else {
          parts.add(part);
        }
      }
      List<Reason> reasons = new ArrayList<>(estate.reasons());
      List<MatchedToken> tokens = new ArrayList<>(estate.tokens());
      int total = list.get().numbers().size();
      boolean complete = missing.isEmpty();
      reasons.add(
          complete
              ? Reason.remark(
                  "BUILDINGS_FOUND", total + "栋均有位置", "All " + total + " buildings are known")
              : Reason.remark(
                  "BUILDINGS_MISSING",
                  total + "栋中缺" + String.join("、", missing) + ",定位到小区",
                  "Of "
                      + total
                      + " buildings "
                      + missing
                      + " are not known; placed at the estate"));
      if (complete) {
        token.ifPresent(tokens::add);
      }
      return new Candidate(
          estate.id(),
          estate.name(),
          estate.address(),
          complete ? PositionLevel.BUILDING : estate.level(),
          complete ? UnaryUnionOp.union(parts) : estate.geometry(),
          complete ? parameters.sigma(PositionLevel.BUILDING) : estate.sigmaMetres(),
          estate.confidence(),
          estate.source(),
          tokens,
          reasons);
    }

    private GeocodeResult relative(AddressComponents text) {
      List<Reason> reasons = new ArrayList<>();
      reasons.add(
          Reason.remark(
              "AREA_RELATIVE",
              "是相对位置或四至描述,请在图上绘制范围",
              "It describes an area or surroundings; draw it on the map"));
      for (AreaBound bound : text.bounds()) {
        reasons.add(
            Reason.remark(
                "BOUND",
                bound.reference() + "以" + bound.side(),
                bound.side() + " of " + bound.reference()));
      }
      List<Candidate> landmarks = new ArrayList<>();
      String landmark = ParsedQuery.landmark(text);
      for (NameHit hit : gazetteer.findByName(landmark)) {
        if (hit.quality() != NameQuality.STEM) {
          landmarks.add(scorer.byLandmark(hit, nameToken(landmark)));
        }
      }
      return new NoMatch(
          query.query(), reasons, text.bounds(), query.notes(), top(concat(landmarks, named)));
    }

    private GeocodeResult fallback() {
      List<Candidate> coarse = new ArrayList<>();
      String road = query.token(ComponentKind.ROAD).map(t -> t.component().value()).orElse("");
      List<Place> segments = gazetteer.findRoads(road);
      List<Geometry> lines = new ArrayList<>();
      for (Place segment : segments) {
        Geometry line = segment.geometry();
        if (line != null) {
          lines.add(line);
        }
      }
      interpolated(segments, lines).ifPresent(coarse::add);
      if (!lines.isEmpty()) {
        coarse.add(scorer.byRoad(segments.get(0), UnaryUnionOp.union(lines)));
      }
      addUnit(coarse, query.neighbourhood(), AdminLevel.NEIGHBOURHOOD, 0.3);
      addUnit(coarse, query.street(), AdminLevel.STREET, 0.2);
      Reason missing =
          Reason.remark(
              "NOT_IN_GAZETTEER", "地名库中没有此小区或门牌", "No such estate or house number is known");
      for (Candidate candidate : coarse) {
        if (candidate.point() != null) {
          List<Reason> notes = new ArrayList<>(query.notes());
          notes.add(missing);
          return new Match(query.query(), candidate, notes, top(concat(List.of(candidate), named)));
        }
      }
      return new NoMatch(
          query.query(), List.of(missing), List.of(), query.notes(), top(concat(named, coarse)));
    }

    /** Returns the house number's place between its neighbours on the road. */
    private Optional<Candidate> interpolated(List<Place> segments, List<Geometry> lines) {
      List<String> numbers =
          HouseNumbers.expand(query.doorText().value(ComponentKind.HOUSE_NUMBER));
      if (lines.isEmpty() || numbers.isEmpty() || numbers.get(0).indexOf('-') >= 0) {
        return Optional.empty();
      }
      Place road = segments.get(0);
      return DoorInterpolation.place(
              Integer.parseInt(numbers.get(0)), gazetteer.findDoors(road.name()), lines)
          .map(placed -> scorer.byInterpolation(road, placed));
    }

    private void addUnit(
        List<Candidate> coarse, @Nullable MatchedToken token, AdminLevel level, double weight) {
      if (token == null) {
        return;
      }
      Set<String> districts = query.districtIds();
      List<AdminUnit> units =
          gazetteer.divisions().find(token.component().value()).stream()
              .filter(unit -> unit.level() == level)
              .filter(
                  unit ->
                      districts.isEmpty()
                          || gazetteer.divisions().lineage(unit).stream()
                              .anyMatch(above -> districts.contains(above.id())))
              .toList();
      if (units.size() == 1) {
        coarse.add(scorer.byUnit(units.get(0), token, weight));
      }
    }

    private Ambiguous ambiguous(String code, String zh, String en, List<Candidate> candidates) {
      return new Ambiguous(
          query.query(),
          Reason.remark(code, zh, en),
          query.notes(),
          candidates.stream().sorted(BEST_FIRST).toList());
    }

    private List<Candidate> top(List<Candidate> candidates) {
      return candidates.stream().limit(SHOWN_CANDIDATES).toList();
    }

    private List<Candidate> concat(List<Candidate> first, List<Candidate> second) {
      Map<String, Candidate> all = new LinkedHashMap<>();
      first.forEach(candidate -> all.putIfAbsent(candidate.id(), candidate));
      second.forEach(candidate -> all.putIfAbsent(candidate.id(), candidate));
      return new ArrayList<>(all.values());
    }
  }
}
