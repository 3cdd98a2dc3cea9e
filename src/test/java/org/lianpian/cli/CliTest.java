package org.lianpian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CliTest {

  @Test
  void onlyTheCommandThatIsCalledIsMadeReady() {
    assertThat(Cli.commandLine("serve", "--port", "0").getSubcommands()).containsOnlyKeys("serve");
    assertThat(Cli.commandLine("analyze").getSubcommands()).containsOnlyKeys("analyse", "analyze");
  }

  @Test
  void helpAndMistakesKnowAllCommands() {
    Set<String> all = Cli.commandLine().getSubcommands().keySet();
    assertThat(all).contains("demo", "import", "analyse", "serve", "export", "sewer", "settings");
    for (String argument : new String[] {"--help", "severe", "-x"}) {
      assertThat(Cli.commandLine(argument).getSubcommands().keySet()).as(argument).isEqualTo(all);
    }
  }
}
