package org.lianpian.geocode;

import java.util.List;
import java.util.Optional;
import org.lianpian.geocode.match.NameQuery;
import org.lianpian.geocode.match.Ranking;
import org.lianpian.model.Place;

/** Known places and administrative units. Thread-safe; answers are sorted by id. */
public interface Gazetteer {

  /** Returns the units, including those that only places mention. */
  AdminDivisions divisions();

  /**
   * Returns estates, phases and landmarks that answer to a name, whatever their phase; the best
   * quality of each place only.
   */
  List<NameHit> findByName(String name);

  /** Returns estates and phases that a name may mean which is written otherwise. */
  Ranking findSimilar(NameQuery query);

  /** Returns the place of an id. */
  Optional<Place> find(String id);

  /**
   * Returns the places at a road and number; a number may be a range ({@code 45-51}), on either
   * side.
   */
  List<Place> findByHouseNumber(String road, String houseNumber);

  /** Returns the numbered doors of a road that have a position, by number; no estates. */
  List<DoorInterpolation.Door> findDoors(String road);

  /** Returns roads of exactly this name, segment by segment. */
  List<Place> findRoads(String name);

  /** Returns the building of that number in an estate, one per gazetteer entry. */
  List<Place> findBuildings(Place estate, String number);

  /**
   * Returns how many differently named estates share the point of a place; pile-ups are defaults.
   */
  int namesOnPointOf(Place place);
}
