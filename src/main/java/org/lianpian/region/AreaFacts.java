package org.lianpian.region;

import java.util.List;

/**
 * What is true of an area, whoever made it.
 *
 * @param diameterMetres largest distance between any two points of it; 0 without positions
 * @param districts the known districts, sorted
 * @param streets the known sub-districts, sorted
 */
public record AreaFacts(
    Totals totals,
    SimilarityScores scores,
    double diameterMetres,
    List<String> districts,
    List<String> streets,
    List<AreaWarning> warnings) {

  public AreaFacts {
    districts = List.copyOf(districts);
    streets = List.copyOf(streets);
    warnings = List.copyOf(warnings);
  }
}
