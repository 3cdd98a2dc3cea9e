package org.lianpian.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where an answer goes: a file, whole or not at all, or the screen. */
final class SewerOutput {

  /** How an answer is written. */
  enum Format {
    JSON,
    GEOJSON
  }

  @Option(names = "--out", paramLabel = "FILE")
  private @Nullable Path file;

  @Option(names = "--format", paramLabel = "json|geojson")
  private @Nullable Format format;

  /** Returns the format that was asked for, else that of the file's name, else JSON. */
  Format format() {
    Format asked = format;
    if (asked != null) {
      return asked;
    }
    return nameEndsWith(".geojson") ? Format.GEOJSON : Format.JSON;
  }

  boolean nameEndsWith(String ending) {
    Path path = file;
    return path != null
        && String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(ending);
  }

  void json(Object tree, CommandSpec spec) {
    try {
      text(
          new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(tree)
              + "\n",
          spec);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always JSON", e);
    }
  }

  void text(String text, CommandSpec spec) {
    write(
        out -> {
          try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        spec);
  }

  void write(Consumer<OutputStream> content, CommandSpec spec) {
    Path target = file;
    if (target == null) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      content.accept(bytes);
      spec.commandLine().getOut().print(bytes.toString(StandardCharsets.UTF_8));
      spec.commandLine().getOut().flush();
      return;
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        content.accept(out);
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(
          Cli.Language.say("无法写入 ", "Cannot write ") + target + ": " + e.getMessage(), e);
    }
    spec.commandLine().getOut().println(target);
  }
}
