package org.lianpian.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A look-back inspection of a finished project (回头看检查, SM-29): who took part, what was found.
 *
 * @param parties each as {@code party:unit}, for example {@code 住建部门:某区住建局}; no persons
 * @param category one of the policy's problem categories, or empty when nothing was found
 */
public record LookbackInspection(
    String id,
    Provenance provenance,
    String communityId,
    @Nullable LocalDate inspectedOn,
    List<String> parties,
    String scope,
    String category,
    String findings)
    implements Feature {

  public static final FeatureType<LookbackInspection> TYPE =
      FeatureType.<LookbackInspection>named(
              "lookback_inspection",
              "回头看检查",
              "Look-back inspection",
              GeometryKind.NONE,
              LookbackInspection::of)
          .text("community_id", "小区编号", "Community", LookbackInspection::communityId)
          .date("inspected_on", "检查日期", "Inspected on", LookbackInspection::inspectedOn)
          .texts("parties", "参加各方", "Parties", LookbackInspection::parties)
          .text("scope", "检查范围", "Scope", LookbackInspection::scope)
          .text("category", "问题类别", "Category", LookbackInspection::category)
          .text("findings", "检查发现", "Findings", LookbackInspection::findings)
          .build();

  public LookbackInspection {
    parties = List.copyOf(parties);
  }

  @Override
  public @Nullable Geometry geometry() {
    return null;
  }

  private static LookbackInspection of(
      String id, @Nullable Geometry geometry, Provenance provenance, Row row) {
    return new LookbackInspection(
        id,
        provenance,
        row.text("community_id", ""),
        row.date("inspected_on"),
        row.texts("parties"),
        row.text("scope", ""),
        row.text("category", ""),
        row.text("findings", ""));
  }
}
