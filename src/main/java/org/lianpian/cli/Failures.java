package org.lianpian.cli;

import java.io.UncheckedIOException;
import java.util.Arrays;
import org.lianpian.policy.MissingParameterException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Turns exceptions into a message and an exit code. */
final class Failures {
  static final int OK = 0;
  static final int OUR_FAILURE = 1;
  static final int BAD_INPUT = 2;

  private Failures() {}

  static int handle(Exception e, CommandLine line, ParseResult result) {
    boolean verbose =
        Arrays.asList("--verbose", "-v").stream().anyMatch(result.originalArgs()::contains);
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    line.getErr()
        .println(line.getColorScheme().errorText(Cli.Language.say("错误:", "Error: ") + message));
    if (verbose) {
      e.printStackTrace(line.getErr());
    }
    return isCallersMistake(e) ? BAD_INPUT : OUR_FAILURE;
  }

  private static boolean isCallersMistake(Exception e) {
    return e instanceof IllegalArgumentException
        || e instanceof MissingParameterException
        || (e instanceof UncheckedIOException io
            && io.getCause() instanceof java.nio.file.NoSuchFileException);
  }
}
