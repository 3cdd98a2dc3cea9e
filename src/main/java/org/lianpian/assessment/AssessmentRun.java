package org.lianpian.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianpian.model.Analysis;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Community;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.Progress;
import org.lianpian.model.Verdict;
import org.lianpian.model.WriteCounts;
import org.lianpian.region.PackagePlan;

/**
 * Runs an {@link Assessor} over a stored dataset and keeps the answers, all or none.
 *
 * <p>Answers that did not change leave no trace in the history; those that did keep the old answer
 * with its evidence (US-L05).
 */
public final class AssessmentRun {
  private final FeatureStore store;
  private final Assessor assessor;

  public AssessmentRun(FeatureStore store, Assessor assessor) {
    this.store = store;
    this.assessor = assessor;
  }

  /** What a run answered and what it changed in the store. */
  public record Outcome(Assessment assessment, WriteCounts verdicts, WriteCounts communities) {}

  public Outcome run(ChangeContext context, Progress progress) {
    Assessment assessment = assessor.assess(AssessmentInput.readForRun(store), progress);
    List<String> stale = stale(assessment.verdicts());
    progress.report("saving", 0, assessment.verdicts().size());
    Outcome outcome =
        store.write(
            context,
            writer ->
                new Outcome(
                    assessment,
                    writer
                        .put(Verdict.TYPE, assessment.verdicts().stream())
                        .plus(writer.delete(Verdict.TYPE, stale)),
                    writer.put(Community.TYPE, assessment.communities().stream())));
    progress.report("saving", assessment.verdicts().size(), assessment.verdicts().size());
    return outcome;
  }

  /** Proposes packages from what is stored now, with the stored eligibility; keeps nothing. */
  public PackagePlan proposal() {
    Map<String, Verdict> eligibility = new HashMap<>();
    for (Verdict verdict : store.findWhere(Verdict.TYPE, "analysis", Analysis.ELIGIBILITY.name())) {
      eligibility.put(verdict.subjectId(), verdict);
    }
    return assessor.plan(AssessmentInput.read(store), eligibility, Progress.NONE);
  }

  /** Returns the ids of stored verdicts that this run no longer gives. */
  private List<String> stale(List<Verdict> verdicts) {
    Set<String> fresh = new HashSet<>();
    verdicts.forEach(verdict -> fresh.add(verdict.id()));
    List<String> stale = new ArrayList<>();
    try (var stored = store.stream(Verdict.TYPE)) {
      stored.map(Verdict::id).filter(id -> !fresh.contains(id)).forEach(stale::add);
    }
    return stale;
  }
}
