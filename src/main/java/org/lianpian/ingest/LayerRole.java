package org.lianpian.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.ingest.source.Notice;
import org.lianpian.model.FeatureType;

/**
 * Which feature type a layer holds, as recognised or as a person said.
 *
 * @param type null when nothing fits, or the layer is to be skipped
 * @param confidence 0 to 1; 1 when a person or the format says so
 * @param reasons what speaks for it
 * @param filter which rows belong to it, or null for all
 * @param candidates every type that the layer's geometries permit, the likeliest first
 */
public record LayerRole(
    @Nullable FeatureType<?> type,
    double confidence,
    List<Notice> reasons,
    @Nullable RowFilter filter,
    List<FeatureType<?>> candidates) {

  public LayerRole {
    reasons = List.copyOf(reasons);
    candidates = List.copyOf(candidates);
  }
}
