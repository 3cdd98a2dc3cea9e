package org.lianpian.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lianpian.model.AdminUnit;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.ExclusionZone;
import org.lianpian.model.Facility;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureType;
import org.lianpian.model.Manhole;
import org.lianpian.model.Place;
import org.lianpian.model.Railway;
import org.lianpian.model.Reach;
import org.lianpian.model.Road;
import org.lianpian.model.ServiceConnection;
import org.lianpian.model.Watercourse;

/**
 * One town's features and truths. Filled by the builders of this package, read-only to others.
 *
 * <p>A town refers only to its own ids; the river's pieces of neighbouring towns share an edge.
 */
public final class TownData {
  private final int town;
  final List<AdminUnit> adminUnits = new ArrayList<>();
  final List<Watercourse> watercourses = new ArrayList<>();
  final List<Road> roads = new ArrayList<>();
  final List<Railway> railways = new ArrayList<>();
  final List<ExclusionZone> zones = new ArrayList<>();
  final List<Community> communities = new ArrayList<>();
  final List<Building> buildings = new ArrayList<>();
  final List<Manhole> manholes = new ArrayList<>();
  final List<Reach> reaches = new ArrayList<>();
  final List<ServiceConnection> connections = new ArrayList<>();
  final List<Place> places = new ArrayList<>();
  final List<Facility> facilities = new ArrayList<>();
  final List<DemoTruth> truths = new ArrayList<>();

  /** Estates that stand in the town and in its gazetteer but in nobody's register. */
  final List<Community> unregistered = new ArrayList<>();

  TownData(int town) {
    this.town = town;
  }

  /** Returns the town's number, from 0. */
  public int town() {
    return town;
  }

  /** Returns the features of a type; empty for types that are not generated (verdicts). */
  @SuppressWarnings("unchecked") // each list holds the type it is listed for
  public <T extends Feature> List<T> features(FeatureType<T> type) {
    return (List<T>)
        Stream.of(
                listed(AdminUnit.TYPE, adminUnits),
                listed(Watercourse.TYPE, watercourses),
                listed(Road.TYPE, roads),
                listed(Railway.TYPE, railways),
                listed(ExclusionZone.TYPE, zones),
                listed(Community.TYPE, communities),
                listed(Building.TYPE, buildings),
                listed(Manhole.TYPE, manholes),
                listed(Reach.TYPE, reaches),
                listed(ServiceConnection.TYPE, connections),
                listed(Place.TYPE, places),
                listed(Facility.TYPE, facilities))
            .filter(listed -> listed.type() == type)
            .map(Listed::features)
            .findFirst()
            .orElse(List.of());
  }

  public List<DemoTruth> truths() {
    return List.copyOf(truths);
  }

  private record Listed(FeatureType<?> type, List<? extends Feature> features) {}

  private static <T extends Feature> Listed listed(FeatureType<T> type, List<T> features) {
    return new Listed(type, List.copyOf(features));
  }
}
