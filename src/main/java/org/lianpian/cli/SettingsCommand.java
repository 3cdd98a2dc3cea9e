package org.lianpian.cli;

import java.util.concurrent.Callable;
import org.lianpian.app.Config;
import org.lianpian.app.ConfigKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists every setting with its value, default, environment variable and meaning. */
@Command(name = "settings")
final class SettingsCommand implements Callable<Integer> {
  @Mixin private final Common common = new Common();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    Config config = common.components().config();
    for (ConfigKey key : ConfigKey.values()) {
      String value = config.get(key);
      boolean secret = key == ConfigKey.POSTGIS_PASSWORD && !value.isEmpty();
      spec.commandLine()
          .getOut()
          .printf(
              "%s = %s%n    %s%n    %s, %s '%s'%n",
              key.key(),
              secret ? "********" : value,
              key.meaning(),
              key.variable(),
              Cli.Language.say("默认", "default"),
              key.defaultValue());
    }
    return Failures.OK;
  }
}
