package org.lianpian.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What was generated.
 *
 * @param features number of features by the name of their type
 * @param plantedFaults number of planted faults by kind, named in {@link PlantedFault}
 * @param files the truths and the ledgers written beside the data
 */
public record DemoSummary(
    Map<String, Long> features, Map<String, Long> plantedFaults, List<Path> files) {

  public DemoSummary {
    features = Map.copyOf(features);
    plantedFaults = Map.copyOf(plantedFaults);
    files = List.copyOf(files);
  }

  /** Returns the number of features of all types. */
  public long total() {
    return features.values().stream().mapToLong(Long::longValue).sum();
  }
}
