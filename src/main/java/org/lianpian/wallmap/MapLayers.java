package org.lianpian.wallmap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.Excerpt;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.Railway;
import org.lianpian.model.Road;
import org.lianpian.model.Watercourse;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Puntal;

/**
 * What lies within the frame, ready to draw. Immutable.
 *
 * @param communities largest first, so that their names find room first
 * @param areas the areas of the plan that reach into the frame
 */
record MapLayers(
    List<Watercourse> watercourses,
    List<Road> roads,
    List<Railway> railways,
    List<Building> buildings,
    List<MappedCommunity> communities,
    List<MappedArea> areas) {
  private static final Excerpt<Building> BUILDINGS = Excerpt.of(Building.TYPE);

  /** From here on single buildings are specks. */
  private static final int BUILDINGS_TO_SCALE = 6_000;

  /** More of one layer than this cannot be read on any paper. */
  private static final int MAX_FEATURES = 200_000;

  /** A point is drawn as a disc of this size on the sheet. */
  private static final double POINT_RADIUS_MILLIMETRES = 1.2;

  /**
   * A community on the map.
   *
   * @param code the code of its class
   * @param shape an areal geometry: a disc where only a point is known
   * @param disc whether only a point is known
   * @param point where its name is centred
   */
  record MappedCommunity(
      String name,
      @Nullable Integer households,
      String code,
      Geometry shape,
      boolean disc,
      Geometry point) {}

  static MapLayers read(WallMapContent content, Envelope world, int scale) {
    FeatureStore store = content.store();
    List<MappedCommunity> communities = new ArrayList<>();
    for (Community community :
        within(store, Excerpt.of(Community.TYPE, "name", "households"), world)) {
      Geometry geometry = community.geometry();
      if (geometry != null && !geometry.isEmpty()) {
        communities.add(
            new MappedCommunity(
                community.name(),
                community.households(),
                codeOf(content, community.id()),
                geometry instanceof Puntal
                    ? geometry.buffer(POINT_RADIUS_MILLIMETRES * scale / 1000)
                    : geometry,
                geometry instanceof Puntal,
                geometry.getInteriorPoint()));
      }
    }
    communities.sort(
        Comparator.comparingDouble((MappedCommunity one) -> -one.shape().getArea())
            .thenComparing(MappedCommunity::name));
    return new MapLayers(
        within(store, Excerpt.of(Watercourse.TYPE, "name", "kind", "width", "culverted"), world),
        within(store, Excerpt.of(Road.TYPE, "name", "road_class"), world),
        within(store, Excerpt.of(Railway.TYPE), world),
        scale <= BUILDINGS_TO_SCALE ? within(store, BUILDINGS, world) : List.of(),
        communities,
        content.areas().stream()
            .filter(area -> area.outline().getEnvelopeInternal().intersects(world))
            .toList());
  }

  /** An answer that the legend does not know is shown as none. */
  private static String codeOf(WallMapContent content, String community) {
    String code = Objects.requireNonNullElse(content.codeOf().apply(community), "");
    return content.classes().stream().anyMatch(one -> one.code().equals(code)) ? code : "";
  }

  private static <T extends Feature> List<T> within(
      FeatureStore store, Excerpt<T> excerpt, Envelope world) {
    List<T> found = store.findWithin(excerpt, world, MAX_FEATURES);
    if (found.size() == MAX_FEATURES) {
      throw new IllegalArgumentException(
          excerpt.type().zh()
              + "超过 "
              + MAX_FEATURES
              + " 个,请选小一些的范围或大一些的比例尺 / More than "
              + MAX_FEATURES
              + " features of "
              + excerpt.type().en()
              + "; choose a smaller view or a larger scale");
    }
    return found;
  }

  /** Returns how many communities on the map each class has. */
  Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    communities.forEach(one -> counts.merge(one.code(), 1, Integer::sum));
    return counts;
  }
}
