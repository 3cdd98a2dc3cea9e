package org.lianpian.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianpian.model.Analysis;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Community;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.Progress;
import org.lianpian.model.Verdict;
import org.lianpian.model.WriteCounts;
import org.lianpian.region.PackagePlan;
import org.lianpian.region.PackagingParameters;

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

  /**
   * What a run answered and what it changed in the store.
   *
   * @param changes the answers that are new, gone or another one than before, by id
   */
  public record Outcome(
      Assessment assessment,
      WriteCounts verdicts,
      WriteCounts communities,
      List<VerdictChange> changes) {

    public Outcome {
      changes = List.copyOf(changes);
    }
  }

  public Outcome run(ChangeContext context, Progress progress) {
    return run(assessor.assess(AssessmentInput.readForRun(store), progress), context, progress);
  }

  /**
   * Runs after an edit: first-row answers are given again only where their input changed (US-E04).
   * Answers what {@link #run} answers.
   */
  public Outcome runChanged(ChangeContext context, Progress progress) {
    List<Verdict> known = store.findWhere(Verdict.TYPE, "analysis", Analysis.FRONTAGE.name());
    return run(
        assessor.assess(AssessmentInput.readForRun(store), known, progress), context, progress);
  }

  private Outcome run(Assessment assessment, ChangeContext context, Progress progress) {
    List<VerdictChange> changes = new ArrayList<>();
    List<String> stale = compare(assessment.verdicts(), changes);
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
                    writer.put(Community.TYPE, assessment.communities().stream()),
                    changes));
    progress.report("saving", assessment.verdicts().size(), assessment.verdicts().size());
    return outcome;
  }

  /**
   * Proposes packages from what is stored now, with the stored eligibility, by a planner's
   * parameters; keeps nothing.
   */
  public PackagePlan proposal(PackagingParameters parameters) {
    Map<String, Verdict> eligibility = new HashMap<>();
    for (Verdict verdict : store.findWhere(Verdict.TYPE, "analysis", Analysis.ELIGIBILITY.name())) {
      eligibility.put(verdict.subjectId(), verdict);
    }
    return assessor.plan(AssessmentInput.read(store), eligibility, parameters, Progress.NONE);
  }

  /** Finds the changes, and returns the ids of stored verdicts that this run no longer gives. */
  private List<String> compare(List<Verdict> verdicts, List<VerdictChange> changes) {
    Map<String, Verdict> fresh = new LinkedHashMap<>();
    verdicts.forEach(verdict -> fresh.put(verdict.id(), verdict));
    List<String> stale = new ArrayList<>();
    try (var stored = store.stream(Verdict.TYPE)) {
      stored.forEach(
          before -> {
            Verdict after = fresh.remove(before.id());
            if (after == null) {
              stale.add(before.id());
              changes.add(VerdictChange.removed(before));
            } else if (!after.code().equals(before.code())) {
              changes.add(VerdictChange.between(before, after));
            }
          });
    }
    fresh.values().forEach(verdict -> changes.add(VerdictChange.added(verdict)));
    return stale;
  }
}
