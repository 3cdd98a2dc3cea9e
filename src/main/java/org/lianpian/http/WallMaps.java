package org.lianpian.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lianpian.assessment.VerdictCodes;
import org.lianpian.model.Analysis;
import org.lianpian.model.Excerpt;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.Labelled;
import org.lianpian.model.Subject;
import org.lianpian.model.Verdict;
import org.lianpian.policy.PolicyProfile;
import org.lianpian.region.AreaOutline;
import org.lianpian.region.PackagingParameters;
import org.lianpian.region.PlanArea;
import org.lianpian.region.PlanScenarios;
import org.lianpian.wallmap.MapClass;
import org.lianpian.wallmap.MappedArea;
import org.lianpian.wallmap.WallMapContent;
import org.locationtech.jts.geom.Geometry;

/** Gathers what a wall map shows: answers, legend, areas of the active plan, rules. Thread-safe. */
public final class WallMaps {
  private static final Excerpt<Verdict> ANSWERS =
      Excerpt.of(Verdict.TYPE, "subject_kind", "subject_id", "analysis", "code");

  private final FeatureStore store;
  private final PolicyProfile profile;
  private final PlanScenarios plans;

  public WallMaps(FeatureStore store, PolicyProfile profile, PlanScenarios plans) {
    this.store = store;
    this.profile = profile;
    this.plans = plans;
  }

  /**
   * Gathers what is stored now.
   *
   * @param on the day of the map, and of the rules
   */
  public WallMapContent content(Analysis theme, boolean chinese, LocalDate on) {
    Map<String, String> codes = new HashMap<>();
    try (var answers = store.stream(ANSWERS)) {
      answers
          .filter(answer -> answer.analysis() == theme)
          .filter(answer -> answer.subject().kind() == Subject.Kind.COMMUNITY)
          .forEach(answer -> codes.put(answer.subjectId(), answer.code()));
    }
    List<MapClass> classes = new ArrayList<>();
    for (Labelled label : VerdictCodes.of(theme)) {
      classes.add(new MapClass(label.name(), chinese ? label.zh() : label.en()));
    }
    classes.add(new MapClass("", chinese ? "无数据" : "No data"));
    String title = chinese ? profile.titleZh() : profile.titleEn();
    return new WallMapContent(
        store, codes::get, classes, areas(on), title + " " + profile.version(), on);
  }

  private List<MappedArea> areas(LocalDate on) {
    double gap = PackagingParameters.from(profile, on).maxGapMetres();
    List<MappedArea> areas = new ArrayList<>();
    for (PlanArea area : plans.activePlan().current().draft().areas()) {
      Geometry outline = AreaOutline.of(area, store, gap);
      if (outline != null) {
        areas.add(new MappedArea(area.name(), outline));
      }
    }
    return areas;
  }
}
