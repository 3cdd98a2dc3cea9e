package org.lianpian.cli;

import java.util.concurrent.Callable;
import org.lianpian.app.Components;
import org.lianpian.assessment.EligibilitySpec;
import org.lianpian.policy.PolicyReport;
import org.lianpian.policy.PolicyVerifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks all policy profiles and recomputes their worked cases. */
@Command(name = "verify-policy")
final class VerifyPolicyCommand implements Callable<Integer> {
  @Mixin private final Common common = new Common();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    Components components = common.components();
    PolicyReport report =
        new PolicyVerifier(EligibilitySpec.evaluators()).verify(components.policies());
    spec.commandLine().getOut().println(report.text());
    return report.passed() ? Failures.OK : Failures.BAD_INPUT;
  }
}
