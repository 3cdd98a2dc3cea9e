package org.lianpian.geocode.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The fitted weights of the evidence: of a pair of names, and of the best candidate being right.
 *
 * <p>The shipped weights are in {@code weights.tsv}, with what they were fitted on.
 */
public final class Weights {
  private final double[] pair;
  private final double[] confidence;

  Weights(double[] pair, double[] confidence) {
    this.pair = pair.clone();
    this.confidence = confidence.clone();
  }

  /** Returns the weights that come with the program. */
  public static Weights shipped() {
    try (InputStream stream = Weights.class.getResourceAsStream("weights.tsv")) {
      if (stream == null) {
        throw new IllegalStateException("weights.tsv is missing from the program");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return parse(reader.lines().toList());
    } catch (IOException failure) {
      throw new UncheckedIOException("weights.tsv cannot be read", failure);
    }
  }

  /** Reads lines of evidence, weight in a pair, weight in the confidence, apart by tabs. */
  static Weights parse(List<String> lines) {
    double[] pair = new double[Evidence.OF_PAIR];
    double[] confidence = new double[Evidence.ALL];
    for (String line : lines) {
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      int index = Evidence.valueOf(cells[0]).ordinal();
      if (index < Evidence.OF_PAIR) {
        pair[index] = Double.parseDouble(cells[1]);
      }
      confidence[index] = Double.parseDouble(cells[2]);
    }
    return new Weights(pair, confidence);
  }

  /** Returns the file that holds these weights. */
  public String toFile(String origin) {
    StringBuilder file = new StringBuilder("# ").append(origin).append('\n');
    file.append("# evidence\tweight in a pair\tweight in the confidence\n");
    for (Evidence evidence : Evidence.values()) {
      int index = evidence.ordinal();
      double ofPair = index < Evidence.OF_PAIR ? pair[index] : 0;
      file.append(
          String.format(Locale.ROOT, "%s\t%.4f\t%.4f%n", evidence, ofPair, confidence[index]));
    }
    return file.toString();
  }

  /**
   * Returns rough weights to begin fitting with: the shared share of both names, and the evidence
   * of roads and districts.
   */
  public static Weights rough() {
    double[] pair = new double[Evidence.OF_PAIR];
    pair[Evidence.ASKED_COVERED.ordinal()] = 3;
    pair[Evidence.KNOWN_COVERED.ordinal()] = 3;
    pair[Evidence.NUMBER_SAME.ordinal()] = 1;
    pair[Evidence.ROAD_SAME.ordinal()] = 0.5;
    pair[Evidence.DISTRICT_OTHER.ordinal()] = -1;
    pair[Evidence.MARK_CONFLICT.ordinal()] = -1;
    return new Weights(pair, new double[Evidence.ALL]);
  }

  double[] ofPair() {
    return pair.clone();
  }

  double pair(float[] evidence) {
    return dot(pair, evidence);
  }

  double confidence(float[] evidence) {
    return 1 / (1 + Math.exp(-dot(confidence, evidence)));
  }

  /** Returns what a piece of evidence adds to the score of a pair. */
  double contribution(Evidence evidence, float[] values) {
    return pair[evidence.ordinal()] * values[evidence.ordinal()];
  }

  private static double dot(double[] weights, float[] values) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum;
  }
}
