package org.lianpian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CliTest {

  @Test
  void onlyTheCommandThatIsCalledIsMadeReady() {
    assertThat(Cli.commandLine("serve", "--port", "0").getSubcommands()).containsOnlyKeys("serve");
    assertThat(Cli.commandLine("analyze").getSubcommands()).containsOnlyKeys("analyse", "analyze");
  }

  @Test
  void helpAndMistakesKnowAllCommands() {
    for (String argument : new String[] {"--help", "severe", "-x"}) {
      assertThat(Cli.commandLine(argument).getSubcommands())
          .as(argument)
          .hasSize(17)
          .containsKeys("demo", "serve", "settings");
    }
    assertThat(Cli.commandLine().getSubcommands()).hasSize(17);
  }
}
