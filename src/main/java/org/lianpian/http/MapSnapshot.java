package org.lianpian.http;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Analysis;
import org.lianpian.model.Subject;
import org.locationtech.jts.geom.Geometry;

/**
 * What the map shows of one revision of the data, ready to be looked up. Immutable.
 *
 * @param revision of the store
 * @param content what changes only when the data or the answers change
 * @param planRevision of the planner's plan
 * @param planClock the number of the last change of any scenario
 * @param areas the planner's areas
 * @param areaOf the area of each community that is in one
 */
record MapSnapshot(
    long revision,
    MapContent content,
    int planRevision,
    int planClock,
    List<Area> areas,
    Map<String, String> areaOf) {

  /** The class of communities without an answer. */
  static final String NO_VERDICT = "NO_VERDICT";

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

  /** Returns the answers about a community or building that there are. */
  Map<Analysis, String> codes(Subject subject) {
    return content.codes().getOrDefault(subject, Map.of());
  }

  String code(Subject subject, Analysis analysis) {
    return codes(subject).getOrDefault(analysis, NO_VERDICT);
  }

  /** Returns how many communities have an answer. */
  long count(Analysis analysis, String code) {
    return content.counts().getOrDefault(analysis, Map.of()).getOrDefault(code, 0L);
  }

  /** Returns the ids of the scattered buildings that have an answer, in order. */
  List<String> buildings(Analysis analysis, String code) {
    return content.codes().entrySet().stream()
        .filter(entry -> entry.getKey().kind() == Subject.Kind.BUILDING)
        .filter(entry -> code.equals(entry.getValue().get(analysis)))
        .map(entry -> entry.getKey().id())
        .sorted()
        .toList();
  }

  @Nullable String areaOf(String communityId) {
    return areaOf.get(communityId);
  }

  /**
   * Everything but the plan.
   *
   * @param codes the answers by what they are about
   * @param counts how many communities have each answer
   */
  record MapContent(
      Map<Subject, Map<Analysis, String>> codes, Map<Analysis, Map<String, Long>> counts) {

    MapContent {
      codes = Collections.unmodifiableMap(new HashMap<>(codes));
    }

    MapContent(List<String> communities, Map<Subject, Map<Analysis, String>> codes) {
      this(codes, count(communities, codes));
    }

    private static Map<Analysis, Map<String, Long>> count(
        List<String> communities, Map<Subject, Map<Analysis, String>> codes) {
      Map<Analysis, Map<String, Long>> counts = new EnumMap<>(Analysis.class);
      for (String community : communities) {
        Map<Analysis, String> answers = codes.getOrDefault(Subject.community(community), Map.of());
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
