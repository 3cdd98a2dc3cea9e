package org.lianpian.model;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One revision of a planner's plan (成片方案版本): an edit with the whole draft it made, or an undo or
 * redo that shows an earlier edit again.
 *
 * <p>Revisions are only ever appended, numbered from 1 over all plans of the dataset, so that a
 * number says which plan was seen, undo reaches back without limit and survives a restart. One more
 * row per plan, with {@link PlanAction#HEAD}, holds the number of the latest revision and nothing
 * else.
 *
 * @param plan id of the plan (a {@link PlanScenario}), for example {@code main}
 * @param number counts the changes of all plans; the optimistic version of an edit
 * @param shows number of the edit whose draft this revision shows; its own number for an edit
 * @param parent number of the edit that undo returns to, 0 for the empty plan, or null when there
 *     is nothing to undo
 * @param redo numbers of the edits that redo shows again, the next one last
 * @param actor who did it
 * @param zh what was done, in Chinese
 * @param en the same in English
 * @param draft the plan as a tree as in {@link ValueType#JSON}; null unless this is an edit
 */
public record PlanRevision(
    String id,
    Provenance provenance,
    String plan,
    int number,
    PlanAction action,
    int shows,
    @Nullable Integer parent,
    List<Integer> redo,
    String actor,
    String zh,
    String en,
    @Nullable Object draft)
    implements Feature {

  public static final FeatureType<PlanRevision> TYPE =
      FeatureType.<PlanRevision>named(
              "plan_revision", "方案版本", "Plan revision", GeometryKind.NONE, PlanRevision::fromRow)
          .text("plan", "方案", "Plan", PlanRevision::plan)
          .integer("number", "版本号", "Number", "", PlanRevision::number)
          .code("action", "来源", "Action", PlanAction.class, PlanRevision::action)
          .integer("shows", "内容版本", "Shows", "", PlanRevision::shows)
          .integer("parent", "上一版本", "Parent", "", PlanRevision::parent)
          .json("redo", "可重做", "Redo", PlanRevision::redo)
          .text("actor", "操作人", "Actor", PlanRevision::actor)
          .text("zh", "操作", "Chinese", PlanRevision::zh)
          .text("en", "英文操作", "English", PlanRevision::en)
          .json("draft", "方案内容", "Draft", PlanRevision::draft)
          .build();

  public PlanRevision {
    redo = List.copyOf(redo);
    if (number < 1) {
      throw new IllegalArgumentException("Revision number must be >= 1, was " + number);
    }
    if ((action == PlanAction.EDIT) != (draft != null)) {
      throw new IllegalArgumentException(
          "Revision " + id + ": an edit has a draft, nothing else has; action was " + action);
    }
  }

  /** Returns the id of a revision; ids of one plan sort by number. */
  public static String idOf(String plan, int number) {
    return plan + "/" + String.format(Locale.ROOT, "%09d", number);
  }

  /** Returns the id of the row that points to the latest revision of a plan. */
  public static String headIdOf(String plan) {
    return plan + "/HEAD";
  }

  /** Returns the row that points to a revision. */
  public static PlanRevision head(String plan, int number) {
    return new PlanRevision(
        headIdOf(plan),
        Provenance.of("plan"),
        plan,
        number,
        PlanAction.HEAD,
        number,
        null,
        List.of(),
        "",
        "",
        "",
        null);
  }

  @Override
  public @Nullable Geometry geometry() {
    return null;
  }

  @SuppressWarnings("unchecked") // the list is the one given by redo()
  private static PlanRevision fromRow(
      String id, @Nullable Geometry geometry, Provenance provenance, Row row) {
    Integer number = row.integer("number");
    Integer shows = row.integer("shows");
    if (number == null || shows == null) {
      throw new IllegalArgumentException("plan revision " + id + " has no number");
    }
    Object redo = row.json("redo");
    return new PlanRevision(
        id,
        provenance,
        row.text("plan", ""),
        number,
        row.code("action", PlanAction.class, PlanAction.EDIT),
        shows,
        row.integer("parent"),
        redo == null ? List.of() : (List<Integer>) redo,
        row.text("actor", ""),
        row.text("zh", ""),
        row.text("en", ""),
        row.json("draft"));
  }
}
