package org.lianpian.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianpian.app.Components;
import org.lianpian.assessment.AssessmentRun;
import org.lianpian.assessment.VerdictChange;
import org.lianpian.assessment.VerdictCodes;
import org.lianpian.model.Analysis;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.Labelled;
import org.lianpian.model.Progress;
import org.lianpian.model.Subject;
import org.lianpian.model.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs all analyses over a dataset and keeps the answers. */
@Command(name = "analyse", aliases = "analyze")
final class AnalyseCommand implements Callable<Integer> {
  @Mixin private final Common common = new Common();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--only-changed")
  private boolean onlyChanged;

  @Override
  public Integer call() {
    Components components = common.components();
    try (FeatureStore store = components.openStore();
        ConsoleProgress progress = new ConsoleProgress()) {
      analyse(components, store, onlyChanged, progress, spec.commandLine().getOut());
    }
    return Failures.OK;
  }

  static void analyse(
      Components components,
      FeatureStore store,
      boolean onlyChanged,
      Progress progress,
      PrintWriter out) {
    long started = System.nanoTime();
    AssessmentRun run = components.assessmentRun(store);
    ChangeContext change = components.change(Cli.Language.say("分析", "analysis"));
    AssessmentRun.Outcome outcome =
        onlyChanged ? run.runChanged(change, progress) : run.run(change, progress);
    for (Subject.Kind kind : Subject.Kind.values()) {
      Map<Analysis, Map<String, Integer>> counts = new TreeMap<>();
      for (Verdict verdict : outcome.assessment().verdicts()) {
        if (verdict.subject().kind() == kind) {
          counts
              .computeIfAbsent(verdict.analysis(), analysis -> new TreeMap<>())
              .merge(verdict.code(), 1, Integer::sum);
        }
      }
      counts.forEach((analysis, codes) -> out.println(line(kind, analysis, codes)));
    }
    if (onlyChanged) {
      outcome.changes().forEach(one -> out.println(line(one)));
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    out.println(
        Cli.Language.say(
            String.format(
                "分析完成,用时 %.1f 秒;结论变化 %d 条",
                seconds, outcome.verdicts().inserted() + outcome.verdicts().updated()),
            String.format(
                "Analysed in %.1f s; %d answers are new or changed",
                seconds, outcome.verdicts().inserted() + outcome.verdicts().updated())));
  }

  private static String line(VerdictChange change) {
    String causes =
        change.causes().stream()
            .map(part -> Cli.Language.say(part.zh(), part.en()))
            .collect(Collectors.joining(Cli.Language.say("、", ", ")));
    return String.format(
        "%s %s: %s → %s%s",
        change.subject().id(),
        Cli.Language.say(change.analysis().zh(), change.analysis().en()),
        label(change.analysis(), change.before()),
        label(change.analysis(), change.after()),
        causes.isEmpty() ? "" : Cli.Language.say("(" + causes + "有变)", " (" + causes + ")"));
  }

  private static String label(Analysis analysis, @Nullable String code) {
    if (code == null) {
      return "–";
    }
    Labelled label = VerdictCodes.label(analysis, code);
    return Cli.Language.say(label.zh(), label.en());
  }

  private static String line(Subject.Kind kind, Analysis analysis, Map<String, Integer> codes) {
    StringBuilder line = new StringBuilder();
    line.append(Cli.Language.say(analysis.zh(), analysis.en()));
    if (kind != Subject.Kind.COMMUNITY) {
      line.append(" · ").append(Cli.Language.say(kind.zh(), kind.en()));
    }
    line.append(": ");
    boolean first = true;
    for (Labelled code : VerdictCodes.of(analysis)) {
      Integer count = codes.get(code.name());
      if (count != null) {
        line.append(first ? "" : ", ")
            .append(Cli.Language.say(code.zh(), code.en()))
            .append(' ')
            .append(count);
        first = false;
      }
    }
    return line.toString();
  }
}
