package org.lianpian.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.ingest.source.SourceFeature;
import org.lianpian.ingest.value.Severity;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Counts what becomes of a layer's rows, and compares features with a store in batches. */
final class LayerTally<T extends Feature> {
  private static final int BATCH = 500;

  private final FeatureType<T> type;
  private final String layer;
  private final Degrees degrees;
  private final @Nullable FeatureStore store;
  private final Set<String> idsOfType;
  private final IssueLog log;
  private final Envelope extent = new Envelope();
  private final List<T> batch = new ArrayList<>();
  private long passed;
  private long rejected;
  private long inserted;
  private long updated;
  private long unchanged;

  /**
   * @param crs the CRS of the features
   * @param keptIssues how many issues are kept in full
   * @param store null when nothing is to be compared
   * @param idsOfType ids of this type seen in the file so far
   */
  LayerTally(
      FeatureType<T> type,
      String layer,
      Crs crs,
      int keptIssues,
      @Nullable FeatureStore store,
      Set<String> idsOfType) {
    this.type = type;
    this.layer = layer;
    this.degrees = new Degrees(crs);
    this.store = store;
    this.idsOfType = idsOfType;
    this.log = new IssueLog(keptIssues, degrees);
  }

  /** Takes an outcome; returns the feature when it passes. */
  @Nullable T add(SourceFeature source, Outcome<T> outcome) {
    outcome.issues().forEach(issue -> log.add(issue, outcome.geometry()));
    T feature = outcome.feature();
    if (feature != null && !idsOfType.add(feature.id())) {
      log.add(
          RowIssue.ofRow(
              "id.repeated",
              Severity.ERROR,
              source,
              layer,
              source.locator() + "：与文件中另一行编号相同（" + feature.id() + "）",
              source.locator() + ": another row of the file has the same id " + feature.id()),
          outcome.geometry());
      feature = null;
    }
    if (feature == null) {
      rejected++;
      return null;
    }
    passed++;
    Geometry geometry = feature.geometry();
    if (geometry != null) {
      extent.expandToInclude(geometry.getEnvelopeInternal());
    }
    if (store != null) {
      batch.add(feature);
      if (batch.size() == BATCH) {
        compare(store);
      }
    }
    return feature;
  }

  /** Returns where issues and proposals of the layer are kept. */
  IssueLog log() {
    return log;
  }

  /** Compares what is left; call after the last row. */
  void finish() {
    if (store != null) {
      compare(store);
    }
  }

  private void compare(FeatureStore features) {
    Map<String, T> stored = new HashMap<>();
    for (T old : features.findAll(type, batch.stream().map(Feature::id).toList())) {
      stored.put(old.id(), old);
    }
    for (T feature : batch) {
      T old = stored.get(feature.id());
      if (old == null) {
        inserted++;
      } else if (same(old, feature)) {
        unchanged++;
      } else {
        updated++;
      }
    }
    batch.clear();
  }

  private boolean same(T one, T other) {
    Geometry a = one.geometry();
    Geometry b = other.geometry();
    boolean sameGeometry = a == null || b == null ? a == b : a.equalsExact(b);
    return sameGeometry
        && one.provenance().equals(other.provenance())
        && type.toRow(one).equals(type.toRow(other));
  }

  long passed() {
    return passed;
  }

  /** Returns the report of the layer that was counted. */
  LayerReport report(LayerPlan<T> plan, List<EstatePair> estates) {
    return new LayerReport(
        plan.reading(),
        plan.rows(),
        new ImportCounts(inserted, updated, unchanged, rejected, plan.ignored()),
        degrees.around(extent),
        log.proposals(),
        estates,
        log.issues(),
        log.total(),
        log.errors());
  }

  static Set<String> newIds() {
    return new HashSet<>();
  }
}
