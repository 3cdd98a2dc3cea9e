package org.lianpian.sewer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.SpatialIndex;
import org.lianpian.model.Feature;
import org.lianpian.model.InputHash;
import org.lianpian.model.Road;
import org.lianpian.model.Watercourse;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Knows what stands in the way of new pipes. Immutable and thread-safe. */
final class Obstacles {
  private final SpatialIndex<Road> roads;
  private final SpatialIndex<Watercourse> watercourses;

  Obstacles(Collection<Road> roads, Collection<Watercourse> watercourses) {
    this.roads = index(roads);
    this.watercourses = index(watercourses);
  }

  private static <T extends Feature> SpatialIndex<T> index(Collection<T> features) {
    return SpatialIndex.of(
        SortedFeatures.of(features).stream().filter(one -> one.geometry() != null).toList(),
        one -> Objects.requireNonNull(one.geometry()));
  }

  /** Returns a hash of each road, then of each watercourse whose box meets the given one, by id. */
  List<String> hashesWithin(Envelope window) {
    List<String> hashes = new ArrayList<>();
    roads.find(window).forEach(one -> hashes.add(new InputHash().add(Road.TYPE, one).finish()));
    watercourses
        .find(window)
        .forEach(one -> hashes.add(new InputHash().add(Watercourse.TYPE, one).finish()));
    return hashes;
  }

  /** Returns the roads, then the watercourses that a line meets, by id; null when none is known. */
  @Nullable List<Crossing> on(Geometry line) {
    if (roads.size() + watercourses.size() == 0) {
      return null;
    }
    List<Crossing> crossings = new ArrayList<>();
    for (Road road : roads.find(line.getEnvelopeInternal())) {
      if (Objects.requireNonNull(road.geometry()).intersects(line)) {
        crossings.add(new Crossing("road", road.id(), road.name()));
      }
    }
    for (Watercourse water : watercourses.find(line.getEnvelopeInternal())) {
      if (Objects.requireNonNull(water.geometry()).intersects(line)) {
        crossings.add(new Crossing("watercourse", water.id(), water.name()));
      }
    }
    return crossings;
  }
}
