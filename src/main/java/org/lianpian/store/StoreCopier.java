package org.lianpian.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.lianpian.model.Progress;
import org.lianpian.model.WriteCounts;

/**
 * Copies all features of one store into another, for example a planner's file into the office's
 * database, and proves by checksums that both hold the same afterwards.
 *
 * <p>Everything is copied in one write, or nothing. Features that only the target has stay, and
 * make the report differ. The history is not copied: in the target it begins, or goes on, with this
 * copy.
 */
public final class StoreCopier {
  private static final int PROGRESS_STEP = 1000;

  private StoreCopier() {}

  /**
   * Copies in bounded memory; reads the source once and the target once.
   *
   * @param progress hears the stages {@code copy} and {@code verify}, in features
   * @throws IllegalArgumentException when the stores are in different CRS, or the target does not
   *     keep a type of the source
   */
  public static CopyReport copy(
      FeatureStore from, FeatureStore to, ChangeContext context, Progress progress) {
    return copy(from, to, context, progress, true);
  }

  /** Copies as {@link #copy}, leaving out what names a person: a file to hand on. */
  public static CopyReport copyWithoutPersons(
      FeatureStore from, FeatureStore to, ChangeContext context, Progress progress) {
    return copy(from, to, context, progress, false);
  }

  private static CopyReport copy(
      FeatureStore from,
      FeatureStore to,
      ChangeContext context,
      Progress progress,
      boolean withPersons) {
    if (!from.dataset().crs().equals(to.dataset().crs())) {
      throw new IllegalArgumentException(
          "Both stores must have one CRS, but the source is in "
              + from.dataset().crs()
              + " and the target in "
              + to.dataset().crs());
    }
    for (FeatureType<?> type : from.types()) {
      if (!to.types().contains(type)) {
        throw new IllegalArgumentException("The target keeps no " + type);
      }
    }
    long total = from.types().stream().mapToLong(from::count).sum();
    Counter copied = new Counter(progress, "copy", total);
    List<Copy<?>> copies =
        to.write(
            context,
            writer -> {
              List<Copy<?>> done = new ArrayList<>();
              for (FeatureType<?> type : from.types()) {
                done.add(copy(from, type, writer, copied, withPersons));
              }
              return done;
            });
    copied.end();
    Counter verified = new Counter(progress, "verify", total);
    CopyReport report = new CopyReport(copies.stream().map(c -> verify(c, to, verified)).toList());
    verified.end();
    return report;
  }

  /** A type that is copied but not yet compared. */
  private record Copy<T extends Feature>(
      FeatureTable<T> table, WriteCounts counts, long count, String checksum) {}

  private static <T extends Feature> Copy<T> copy(
      FeatureStore from,
      FeatureType<T> type,
      FeatureStore.Writer writer,
      Counter counter,
      boolean withPersons) {
    FeatureTable<T> table = FeatureTable.of(type, from.dataset().crs().epsg());
    ContentChecksum<T> checksum = new ContentChecksum<>(table);
    try (Stream<T> stored = from.stream(type)) {
      Stream<T> features = withPersons ? stored : stored.map(type::withoutPersonal);
      WriteCounts counts =
          writer.put(
              type,
              features.peek(
                  feature -> {
                    checksum.add(feature);
                    counter.count();
                  }));
      return new Copy<>(table, counts, checksum.count(), checksum.finish());
    }
  }

  private static <T extends Feature> CopyReport.TypeCopy verify(
      Copy<T> copy, FeatureStore to, Counter counter) {
    ContentChecksum<T> checksum = new ContentChecksum<>(copy.table());
    try (Stream<T> features = to.stream(copy.table().type())) {
      features.forEachOrdered(
          feature -> {
            checksum.add(feature);
            counter.count();
          });
    }
    return new CopyReport.TypeCopy(
        copy.table().type().name(),
        copy.counts(),
        copy.count(),
        checksum.count(),
        copy.checksum(),
        checksum.finish());
  }

  /** Reports every thousandth feature. */
  private static final class Counter {
    private final Progress progress;
    private final String stage;
    private final long total;
    private long done;

    Counter(Progress progress, String stage, long total) {
      this.progress = progress;
      this.stage = stage;
      this.total = total;
      progress.report(stage, 0, total);
    }

    void count() {
      if (++done % PROGRESS_STEP == 0) {
        progress.report(stage, Math.min(done, total), total);
      }
    }

    void end() {
      progress.report(stage, total, total);
    }
  }
}
