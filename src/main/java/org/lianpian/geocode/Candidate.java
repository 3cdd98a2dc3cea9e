package org.lianpian.geocode;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.PositionLevel;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * A place that may be meant, with what speaks for and against it.
 *
 * @param id the place's or unit's id
 * @param name its name
 * @param address its address or the names of the units above it
 * @param level what a position from it rests on
 * @param geometry in the dataset's CRS, or null when the gazetteer knows none
 * @param sigmaMetres standard error of the position
 * @param confidence sum of the weights of the reasons, clamped to [0, 0.99]
 * @param source where the gazetteer has it from
 * @param tokens the pieces of the query it was matched by
 * @param reasons in the order in which they were found
 */
public record Candidate(
    String id,
    String name,
    String address,
    PositionLevel level,
    @Nullable Geometry geometry,
    double sigmaMetres,
    double confidence,
    String source,
    List<MatchedToken> tokens,
    List<Reason> reasons) {

  public Candidate {
    tokens = List.copyOf(tokens);
    reasons = List.copyOf(reasons);
  }

  /** Returns a point of the geometry, inside it when it has an inside, or null. */
  public @Nullable Point point() {
    return geometry == null || geometry.isEmpty() ? null : geometry.getInteriorPoint();
  }
}
