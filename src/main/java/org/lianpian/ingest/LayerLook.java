package org.lianpian.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lianpian.ingest.source.SourceFeature;

/**
 * What a first look at a layer shows.
 *
 * @param samples the first different texts of each column that has any
 */
record LayerLook(LayerRole role, Map<String, List<String>> samples) {
  private static final int SAMPLES = 3;
  private static final int LONGEST_SAMPLE = 80;

  LayerLook {
    samples = Collections.unmodifiableMap(new HashMap<>(samples));
  }

  LayerLook withRole(LayerRole other) {
    return new LayerLook(other, samples);
  }

  /** Collects the first three different texts of each column; long ones are cut. */
  static Map<String, List<String>> samples(List<SourceFeature> rows) {
    Map<String, List<String>> samples = new HashMap<>();
    for (SourceFeature row : rows) {
      row.attributes()
          .forEach(
              (column, text) -> {
                List<String> kept = samples.computeIfAbsent(column, name -> new ArrayList<>());
                String shown = cut(text.strip());
                if (kept.size() < SAMPLES && !kept.contains(shown)) {
                  kept.add(shown);
                }
              });
    }
    return samples;
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST_SAMPLE) {
      return text;
    }
    int end = text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_SAMPLE) - 1);
    return text.substring(0, end) + "…";
  }
}
