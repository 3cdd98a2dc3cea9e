package org.lianpian.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Says that one community of the dataset is made of several sources (合并记录): what each of them said,
 * so that values can be traced and the merge undone exactly.
 *
 * @param id the id of the community
 * @param sources a list of trees, each one source's whole community as it was; the first one has
 *     the id of the community, the others keep the ids they had
 */
public record EstateMerge(String id, Provenance provenance, List<Object> sources)
    implements Feature {

  public static final FeatureType<EstateMerge> TYPE =
      FeatureType.<EstateMerge>named(
              "estate_merge", "小区合并", "Merged communities", GeometryKind.NONE, EstateMerge::fromRow)
          .json("sources", "来源", "Sources", EstateMerge::sources)
          .build();

  public EstateMerge {
    sources = List.copyOf(sources);
    if (sources.size() < 2) {
      throw new IllegalArgumentException(
          "Merge " + id + " needs at least two sources, had " + sources.size());
    }
  }

  @Override
  public @Nullable Geometry geometry() {
    return null;
  }

  @SuppressWarnings("unchecked") // the list is the one given by sources()
  private static EstateMerge fromRow(
      String id, @Nullable Geometry geometry, Provenance provenance, Row row) {
    Object sources = row.json("sources");
    return new EstateMerge(id, provenance, sources == null ? List.of() : (List<Object>) sources);
  }
}
