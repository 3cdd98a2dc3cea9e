package org.lianpian.http;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Analysis;
import org.locationtech.jts.geom.Geometry;

/**
 * What the map shows of one revision of the data, ready to be looked up. Immutable.
 *
 * @param revision of the store
 * @param content what changes only when the data or the answers change
 * @param planRevision of the planner's plan
 * @param areas the planner's areas
 * @param areaOf the area of each community that is in one
 */
record MapSnapshot(
    long revision,
    MapContent content,
    int planRevision,
    List<Area> areas,
    Map<String, String> areaOf) {

  /** The class of communities without an answer. */
  static final String NO_VERDICT = "NO_VERDICT";

  /** One community in a list or a search. */
  record Summary(
      String id,
      String name,
      List<String> aliases,
      String address,
      String street,
      @Nullable Integer households,
      @Nullable Double lon,
      @Nullable Double lat,
      double @Nullable [] bbox) {}

  /** A place or road that can be searched. */
  record Named(String kind, String id, String name, String subtitle, double lon, double lat) {}

  /** An area of the plan with its outline in the dataset's CRS. */
  record Area(
      String id,
      String name,
      boolean locked,
      @Nullable Geometry outline,
      double @Nullable [] bbox) {}

  MapSnapshot {
    areas = List.copyOf(areas);
    areaOf = Map.copyOf(areaOf);
  }

  List<Summary> communities() {
    return content.communities();
  }

  List<Named> places() {
    return content.places();
  }

  /** Returns the answers about a community that there are. */
  Map<Analysis, String> codes(String communityId) {
    return content.codes().getOrDefault(communityId, Map.of());
  }

  String code(String communityId, Analysis analysis) {
    return codes(communityId).getOrDefault(analysis, NO_VERDICT);
  }

  long count(Analysis analysis, String code) {
    return content.counts().getOrDefault(analysis, Map.of()).getOrDefault(code, 0L);
  }

  @Nullable String areaOf(String communityId) {
    return areaOf.get(communityId);
  }

  /**
   * Everything but the plan.
   *
   * @param codes the answers by community
   * @param counts how many communities have each answer
   */
  record MapContent(
      List<Summary> communities,
      List<Named> places,
      Map<String, Map<Analysis, String>> codes,
      Map<Analysis, Map<String, Long>> counts) {

    MapContent {
      communities = List.copyOf(communities);
      places = List.copyOf(places);
      codes = Collections.unmodifiableMap(new HashMap<>(codes));
    }

    MapContent(
        List<Summary> communities, List<Named> places, Map<String, Map<Analysis, String>> codes) {
      this(communities, places, codes, count(communities, codes));
    }

    private static Map<Analysis, Map<String, Long>> count(
        List<Summary> communities, Map<String, Map<Analysis, String>> codes) {
      Map<Analysis, Map<String, Long>> counts = new EnumMap<>(Analysis.class);
      for (Summary community : communities) {
        Map<Analysis, String> answers = codes.getOrDefault(community.id(), Map.of());
        for (Analysis analysis : Analysis.values()) {
          counts
              .computeIfAbsent(analysis, a -> new HashMap<>())
              .merge(answers.getOrDefault(analysis, NO_VERDICT), 1L, Long::sum);
        }
      }
      return counts;
    }
  }
}
