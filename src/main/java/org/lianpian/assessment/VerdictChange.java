package org.lianpian.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.frontage.FrontageVerdicts;
import org.lianpian.frontage.InputPart;
import org.lianpian.model.Analysis;
import org.lianpian.model.Subject;
import org.lianpian.model.Verdict;

/**
 * An answer that a run changed, and which of its inputs are not what they were (US-L05).
 *
 * @param before the stored code, or null when there was no answer
 * @param after the new code, or null when the subject is no more asked about
 * @param causes told for the riverside rule; empty where an answer does not tell its inputs
 */
public record VerdictChange(
    Subject subject,
    Analysis analysis,
    @Nullable String before,
    @Nullable String after,
    List<InputPart> causes) {

  public VerdictChange {
    causes = List.copyOf(causes);
  }

  static VerdictChange between(Verdict before, Verdict after) {
    return new VerdictChange(
        after.subject(), after.analysis(), before.code(), after.code(), causes(before, after));
  }

  static VerdictChange added(Verdict after) {
    return new VerdictChange(after.subject(), after.analysis(), null, after.code(), List.of());
  }

  static VerdictChange removed(Verdict before) {
    return new VerdictChange(before.subject(), before.analysis(), before.code(), null, List.of());
  }

  /** Returns the parts of the input that differ, as far as both answers tell them. */
  public static List<InputPart> causes(Verdict before, Verdict after) {
    return after.analysis() == Analysis.FRONTAGE
        ? FrontageVerdicts.causes(before, after)
        : List.of();
  }
}
