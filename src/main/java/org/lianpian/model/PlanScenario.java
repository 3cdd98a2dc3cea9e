package org.lianpian.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A variant of the planner's plan (比选方案): a name for the revisions of one plan.
 *
 * <p>The id is the {@link PlanRevision#plan} of its revisions. A deleted scenario stays as a row,
 * so that its id is never used again and what was decided in it can still be read.
 *
 * @param ordinal counts the scenarios of a dataset from 1
 * @param name what planners call it, for example {@code 方案 B}
 * @param changed number of the last change of this row, counted over all plans
 * @param activated number of the change that put it on the map, or 0; the scenario with the largest
 *     is on the map
 * @param copiedFrom id of the scenario it started from, or null when it started empty
 * @param actor who changed it last
 */
public record PlanScenario(
    String id,
    Provenance provenance,
    int ordinal,
    String name,
    int changed,
    int activated,
    boolean deleted,
    @Nullable String copiedFrom,
    String actor)
    implements Feature {

  public static final FeatureType<PlanScenario> TYPE =
      FeatureType.<PlanScenario>named(
              "plan_scenario", "比选方案", "Plan scenario", GeometryKind.NONE, PlanScenario::fromRow)
          .integer("ordinal", "序号", "Ordinal", "", PlanScenario::ordinal)
          .text("name", "名称", "Name", PlanScenario::name)
          .integer("changed", "变更号", "Changed", "", PlanScenario::changed)
          .integer("activated", "启用号", "Activated", "", PlanScenario::activated)
          .flag("deleted", "已删除", "Deleted", PlanScenario::deleted)
          .text("copied_from", "复制自", "Copied from", PlanScenario::copiedFrom)
          .text("actor", "操作人", "Actor", PlanScenario::actor)
          .build();

  public PlanScenario {
    if (ordinal < 1 || changed < 0 || activated < 0) {
      throw new IllegalArgumentException(
          "Scenario "
              + id
              + ": ordinal must be >= 1, changed and activated >= 0, were "
              + ordinal
              + ", "
              + changed
              + ", "
              + activated);
    }
  }

  /** Returns a copy that was changed again. */
  public PlanScenario withName(String newName, int number, String by) {
    return new PlanScenario(
        id, provenance, ordinal, newName, number, activated, deleted, copiedFrom, by);
  }

  /** Returns a copy that is on the map. */
  public PlanScenario withActivated(int number, String by) {
    return new PlanScenario(id, provenance, ordinal, name, number, number, deleted, copiedFrom, by);
  }

  /** Returns a copy that is deleted. */
  public PlanScenario withDeleted(int number, String by) {
    return new PlanScenario(id, provenance, ordinal, name, number, activated, true, copiedFrom, by);
  }

  @Override
  public @Nullable Geometry geometry() {
    return null;
  }

  private static PlanScenario fromRow(
      String id, @Nullable Geometry geometry, Provenance provenance, Row row) {
    return new PlanScenario(
        id,
        provenance,
        number(id, row, "ordinal"),
        row.text("name", id),
        number(id, row, "changed"),
        number(id, row, "activated"),
        Boolean.TRUE.equals(row.flag("deleted")),
        row.text("copied_from"),
        row.text("actor", ""));
  }

  private static int number(String id, Row row, String property) {
    Integer number = row.integer(property);
    if (number == null) {
      throw new IllegalArgumentException("plan scenario " + id + " has no " + property);
    }
    return number;
  }
}
