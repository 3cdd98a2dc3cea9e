package org.lianpian.frontage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one community faces one river, in both modes.
 *
 * @param riverId the smallest id of the river's pieces
 * @param pieceIds the ids of all its pieces, sorted
 * @param name the river's name, or empty
 * @param parcel null when the community's parcel is not known
 * @param building null when none of its buildings is known
 */
public record RiverFrontage(
    String riverId,
    List<String> pieceIds,
    String name,
    @Nullable FrontageMeasurement parcel,
    @Nullable FrontageMeasurement building) {

  public RiverFrontage {
    pieceIds = List.copyOf(pieceIds);
  }

  public @Nullable FrontageMeasurement measurement(FrontageMode mode) {
    return mode == FrontageMode.PARCEL ? parcel : building;
  }
}
