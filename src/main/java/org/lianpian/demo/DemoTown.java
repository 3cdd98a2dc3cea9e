package org.lianpian.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lianpian.geo.Crs;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Dataset;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.lianpian.model.FeatureTypes;
import org.lianpian.model.Progress;

/**
 * Generates river towns as demonstration data (示意数据): features, ledgers and truths.
 *
 * <p>Deterministic: equal parameters give equal features and the same bytes in every file. Cost is
 * linear in communities; memory is that of one town, about 12,000 features.
 */
public final class DemoTown {

  /** Id of the policy profile that the demonstration is planned under. */
  public static final String PROFILE = "DEMO-SANYUAN";

  private DemoTown() {}

  /** Returns the description of the generated dataset, marked as synthetic. */
  public static Dataset dataset() {
    return new Dataset("三元河畔示意数据", new Crs(4548), PROFILE, true);
  }

  /**
   * Generates everything: features into the store, one transaction per town, and the truths ({@code
   * truth.json}) and two ledgers into {@code outputDir}, which is made if need be.
   *
   * @param store an empty store for {@link #dataset()}
   * @throws DemoException when a file cannot be written
   */
  public static DemoSummary generate(
      DemoParameters parameters,
      FeatureStore store,
      Path outputDir,
      ChangeContext context,
      Progress progress) {
    if (!store.dataset().synthetic()) {
      throw new IllegalArgumentException(
          "demonstration data go only into a dataset marked synthetic, was "
              + store.dataset().name());
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    Map<String, Long> faults = new LinkedHashMap<>();
    List<Path> files = new ArrayList<>();
    try (TruthFile truths = TruthFile.create(outputDir, parameters)) {
      for (int town = 0; town < parameters.towns(); town++) {
        TownData data = TownBuilder.build(parameters, town);
        store.write(context, writer -> put(writer, data, counts));
        for (DemoTruth truth : data.truths()) {
          faults.merge(truth.fault().name(), 1L, Long::sum);
          truths.write(truth);
        }
        if (town == 0) {
          Ledger ledger = Ledger.of(data, parameters.seed());
          files.add(ledger.write(outputDir));
          files.add(BadLedger.write(outputDir, data));
          truths.ledger(ledger);
        }
        progress.report("demo", town + 1, parameters.towns());
      }
      files.add(truths.file());
    }
    return new DemoSummary(counts, faults, files);
  }

  /** Returns the towns one after the other; each is made when it is asked for. */
  public static Stream<TownData> towns(DemoParameters parameters) {
    return IntStream.range(0, parameters.towns())
        .mapToObj(town -> TownBuilder.build(parameters, town));
  }

  /** Returns the features of one type, town by town, made lazily. */
  public static <T extends Feature> Stream<T> features(
      DemoParameters parameters, FeatureType<T> type) {
    return towns(parameters).flatMap(town -> town.features(type).stream());
  }

  private static int put(FeatureStore.Writer writer, TownData data, Map<String, Long> counts) {
    for (FeatureType<?> type : FeatureTypes.ALL) {
      putAll(writer, data, type, counts);
    }
    return data.town();
  }

  private static <T extends Feature> void putAll(
      FeatureStore.Writer writer, TownData data, FeatureType<T> type, Map<String, Long> counts) {
    List<T> features = data.features(type);
    if (!features.isEmpty()) {
      writer.put(type, features.stream());
      counts.merge(type.name(), (long) features.size(), Long::sum);
    }
  }
}
