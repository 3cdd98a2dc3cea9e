package org.lianpian.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The program's entry point. */
@Command(
    name = "lianpian",
    resourceBundle = "org.lianpian.cli.Messages",
    mixinStandardHelpOptions = true,
    version = "Lianpian 连片 0.1",
    scope = ScopeType.INHERIT,
    sortOptions = false)
public final class Cli {
  private static final List<Class<?>> COMMANDS =
      List.of(
          DemoCommand.class,
          ImportCommand.class,
          AnalyseCommand.class,
          ServeCommand.class,
          ExportCommand.class,
          WallMapCommand.class,
          CopyCommand.class,
          GeocodeCommand.class,
          GazetteerCommand.class,
          EligibilityCommand.class,
          PackagesCommand.class,
          ScenariosCommand.class,
          FirstRowCommand.class,
          SewerCommand.class,
          VerifyPolicyCommand.class,
          BenchCommand.class,
          SettingsCommand.class,
          WarmUpCommand.class);

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs one command line and returns its exit code. */
  static int run(String... arguments) {
    Language.choose(System.getenv(), arguments);
    CommandLine line = commandLine(arguments);
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(Failures::handle);
    return line.execute(arguments);
  }

  /** Makes the command line that understands the arguments. */
  static CommandLine commandLine(String... arguments) {
    CommandLine line = new CommandLine(new Cli());
    called(arguments).forEach(line::addSubcommand);
    return line;
  }

  /** Returns the command that is called, else all of them: each takes a while to make ready. */
  private static List<Class<?>> called(String... arguments) {
    List<String> first = List.of(arguments).subList(0, Math.min(1, arguments.length));
    return COMMANDS.stream()
        .filter(command -> names(command).anyMatch(first::contains))
        .findFirst()
        .map(command -> List.<Class<?>>of(command))
        .orElse(COMMANDS);
  }

  private static Stream<String> names(Class<?> command) {
    Command annotation = command.getAnnotation(Command.class);
    return Stream.concat(Stream.of(annotation.name()), Stream.of(annotation.aliases()));
  }

  private Cli() {}

  /** Chooses the language of messages: {@code --lang}, else the locale of the shell. */
  static final class Language {
    private Language() {}

    static void choose(java.util.Map<String, String> environment, String... arguments) {
      String wanted = "";
      for (int i = 0; i < arguments.length; i++) {
        if (arguments[i].startsWith("--lang=")) {
          wanted = arguments[i].substring("--lang=".length());
        } else if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
          wanted = arguments[i + 1];
        }
      }
      if (wanted.isEmpty()) {
        String locale =
            environment.getOrDefault(
                "LC_ALL",
                environment.getOrDefault("LC_MESSAGES", environment.getOrDefault("LANG", "")));
        wanted = locale.toLowerCase(Locale.ROOT).startsWith("zh") ? "zh" : "";
      }
      if (wanted.startsWith("zh")) {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
      } else if (wanted.startsWith("en")
          || !Locale.getDefault().getLanguage().equals(Locale.CHINESE.getLanguage())) {
        Locale.setDefault(Locale.ENGLISH);
      }
    }

    static boolean isChinese() {
      return Locale.getDefault().getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    /** Returns the text in the language in use. */
    static String say(String zh, String en) {
      return isChinese() ? zh : en;
    }
  }
}
