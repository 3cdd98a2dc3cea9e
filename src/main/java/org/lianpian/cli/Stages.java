package org.lianpian.cli;

/** Names of the stages of long work. */
final class Stages {
  private Stages() {}

  static String label(String stage) {
    return switch (stage) {
      case "location" -> Cli.Language.say("空间定位", "Location");
      case "eligibility" -> Cli.Language.say("范围认定", "Eligibility");
      case "region", "packages" -> Cli.Language.say("成片连片", "Packages");
      case "frontage" -> Cli.Language.say("沿河首排", "First row");
      case "sewer" -> Cli.Language.say("污水接驳", "Sewer");
      case "saving" -> Cli.Language.say("保存", "Saving");
      default -> stage;
    };
  }
}
