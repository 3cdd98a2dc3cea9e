package org.lianpian.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lianpian.export.GeoJson;
import org.lianpian.geocode.Candidate;
import org.lianpian.geocode.GeocodeResult;
import org.lianpian.geocode.GeocodeResult.Ambiguous;
import org.lianpian.geocode.GeocodeResult.Match;
import org.lianpian.geocode.GeocodeResult.NoMatch;
import org.lianpian.geocode.Reason;
import org.locationtech.jts.geom.Point;

/**
 * Writes answers row by row: UTF-8, tab-separated, one line each. Longitude and latitude are
 * CGCS2000 and only given for a match; the candidates of the others are named with their ids.
 */
final class PositionTable implements AutoCloseable {
  static final String TITLES =
      "id\tresult\tcause\tplace\tname\tlevel\tlon\tlat\tsigma_m\tconfidence\tnotes\treasons\tcandidates";

  private final BufferedWriter writer;
  private final GeoJson geoJson;

  /**
   * @param resume whether to go on after the rows that the file has
   */
  PositionTable(Path file, GeoJson geoJson, boolean resume) throws IOException {
    this.geoJson = geoJson;
    this.writer =
        resume
            ? Files.newBufferedWriter(file, StandardOpenOption.APPEND)
            : Files.newBufferedWriter(file);
    if (!resume) {
      writer.write(TITLES + "\n");
    }
  }

  /**
   * Returns how many rows a file has, each of which must be the next of the ids.
   *
   * @throws IllegalArgumentException when the file was not made from these rows
   */
  static int rowsIn(Path file, List<String> ids) throws IOException {
    List<String> lines = Files.readAllLines(file);
    boolean fits =
        !lines.isEmpty() && lines.get(0).equals(TITLES) && lines.size() <= ids.size() + 1;
    for (int i = 1; fits && i < lines.size(); i++) {
      fits = lines.get(i).startsWith(clean(ids.get(i - 1)) + "\t");
    }
    if (!fits) {
      throw new IllegalArgumentException(
          Cli.Language.say(
              file + " 不是由这些行得到的,不能续做",
              file + " was not made from these rows; it cannot be resumed"));
    }
    return lines.size() - 1;
  }

  void write(String id, GeocodeResult result) {
    try {
      writer.write(line(id, result) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the positions", e);
    }
  }

  private String line(String id, GeocodeResult result) {
    String notes =
        result.notes().stream().map(PositionTable::say).collect(Collectors.joining("; "));
    if (result instanceof Match match) {
      Point point = match.point();
      double[] at = geoJson.lonLat(point.getCoordinate());
      Candidate best = match.best();
      String reasons =
          best.reasons().stream().map(PositionTable::say).collect(Collectors.joining("; "));
      return String.join(
          "\t",
          clean(id),
          "MATCH",
          "",
          clean(best.id()),
          clean(best.name()),
          match.level().name(),
          String.format(Locale.ROOT, "%.7f", at[0]),
          String.format(Locale.ROOT, "%.7f", at[1]),
          Double.toString(match.sigmaMetres()),
          Double.toString(match.confidence()),
          clean(notes),
          clean(reasons),
          candidates(result));
    }
    String kind = result instanceof Ambiguous ? "AMBIGUOUS" : "NO_MATCH";
    String cause =
        result instanceof Ambiguous ambiguous
            ? ambiguous.cause().code()
            : ((NoMatch) result).reasons().get(0).code();
    return String.join(
        "\t",
        clean(id),
        kind,
        cause,
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        clean(notes),
        "",
        candidates(result));
  }

  private static String candidates(GeocodeResult result) {
    return clean(
        result.candidates().stream()
            .map(one -> one.id() + "=" + one.name() + " " + one.confidence())
            .collect(Collectors.joining("; ")));
  }

  private static String say(Reason reason) {
    return reason.code() + " " + Cli.Language.say(reason.zh(), reason.en());
  }

  private static String clean(String text) {
    return text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
