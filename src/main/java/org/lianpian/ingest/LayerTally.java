package org.lianpian.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.ingest.source.SourceFeature;
import org.lianpian.ingest.value.Severity;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.locationtech.jts.geom.Geometry;

/** Counts what becomes of a layer's rows, and compares features with a store in batches. */
final class LayerTally<T extends Feature> {
  private static final int BATCH = 500;

  private final FeatureType<T> type;
  private final String layer;
  private final int keptIssues;
  private final @Nullable FeatureStore store;
  private final Set<String> idsOfType;
  private final List<RowIssue> errorsKept = new ArrayList<>();
  private final List<RowIssue> othersKept = new ArrayList<>();
  private final List<T> batch = new ArrayList<>();
  private long issuesTotal;
  private long errors;
  private long passed;
  private long rejected;
  private long inserted;
  private long updated;
  private long unchanged;

  /**
   * @param store null when nothing is to be compared
   * @param idsOfType ids of this type seen in the file so far
   */
  LayerTally(
      FeatureType<T> type,
      String layer,
      int keptIssues,
      @Nullable FeatureStore store,
      Set<String> idsOfType) {
    this.type = type;
    this.layer = layer;
    this.keptIssues = keptIssues;
    this.store = store;
    this.idsOfType = idsOfType;
  }

  /** Takes an outcome; returns the feature when it passes. */
  @Nullable T add(SourceFeature source, Outcome<T> outcome) {
    outcome.issues().forEach(this::add);
    T feature = outcome.feature();
    if (feature != null && !idsOfType.add(feature.id())) {
      add(
          RowIssue.ofRow(
              "id.repeated",
              Severity.ERROR,
              source,
              layer,
              source.locator() + "：与文件中另一行编号相同（" + feature.id() + "）",
              source.locator() + ": another row of the file has the same id " + feature.id()));
      feature = null;
    }
    if (feature == null) {
      rejected++;
      return null;
    }
    passed++;
    if (store != null) {
      batch.add(feature);
      if (batch.size() == BATCH) {
        compare(store);
      }
    }
    return feature;
  }

  void add(RowIssue issue) {
    issuesTotal++;
    boolean error = issue.severity() == Severity.ERROR;
    if (error) {
      errors++;
    }
    List<RowIssue> kept = error ? errorsKept : othersKept;
    if (kept.size() < keptIssues) {
      kept.add(issue);
    }
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

  long errors() {
    return errors;
  }

  long passed() {
    return passed;
  }

  ImportCounts counts(long ignored) {
    return new ImportCounts(inserted, updated, unchanged, rejected, ignored);
  }

  /** Returns the report; errors come first among the issues that are kept. */
  LayerReport report(LayerPlan<T> plan, ImportCounts counts) {
    return new LayerReport(
        layer,
        plan.layer().format(),
        type.name(),
        type.zh(),
        type.en(),
        plan.role().confidence(),
        plan.role().reasons(),
        plan.rows(),
        plan.coordinates().crs().toString(),
        plan.mappings(),
        counts,
        issues(),
        issuesTotal,
        errors,
        plan.notices());
  }

  /** Returns the issues that are kept, errors first. */
  List<RowIssue> issues() {
    List<RowIssue> issues = new ArrayList<>(errorsKept);
    othersKept.stream().limit(keptIssues - errorsKept.size()).forEach(issues::add);
    return issues;
  }

  static Set<String> newIds() {
    return new HashSet<>();
  }
}
