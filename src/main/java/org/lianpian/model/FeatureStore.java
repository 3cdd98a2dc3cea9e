package org.lianpian.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;

/**
 * Keeps the features of one dataset with their history.
 *
 * <p>Implementations are thread-safe for reading, and run one write at a time. Every method throws
 * {@link StoreException} when the store itself fails.
 */
public interface FeatureStore extends AutoCloseable {

  Dataset dataset();

  /** Returns the feature types this store has tables for, in their fixed order. */
  List<FeatureType<?>> types();

  /** Returns a number that grows with each committed write; equal numbers mean equal content. */
  long revision();

  long count(FeatureType<?> type);

  /** Returns the box around all geometries of a type; null-envelope when there are none. */
  Envelope extent(FeatureType<?> type);

  <T extends Feature> Optional<T> find(FeatureType<T> type, String id);

  /** Returns the features with these ids, sorted by id; missing ids are left out. */
  <T extends Feature> List<T> findAll(FeatureType<T> type, Collection<String> ids);

  /**
   * Returns features whose bounding box meets the given box (dataset CRS), sorted by id.
   *
   * @param limit at most this many are returned
   */
  <T extends Feature> List<T> findWithin(FeatureType<T> type, Envelope box, int limit);

  /**
   * Does as {@link #findWithin(FeatureType, Envelope, int)}, reading id, geometry and the
   * properties of the excerpt only.
   */
  default <T extends Feature> List<T> findWithin(Excerpt<T> excerpt, Envelope box, int limit) {
    return findWithin(excerpt.type(), box, limit).stream()
        .map(feature -> excerpt.from(feature, feature.geometry()))
        .toList();
  }

  /** Returns features whose text or code property equals the value, sorted by id. */
  <T extends Feature> List<T> findWhere(FeatureType<T> type, String property, String value);

  /** Streams all features of a type sorted by id, in bounded memory; close the stream. */
  <T extends Feature> Stream<T> stream(FeatureType<T> type);

  /**
   * Does as {@link #stream(FeatureType)}, reading id and the properties of the excerpt only, no
   * geometry.
   */
  default <T extends Feature> Stream<T> stream(Excerpt<T> excerpt) {
    return stream(excerpt.type()).map(feature -> excerpt.from(feature, null));
  }

  /** Returns all features of a type sorted by id. */
  default <T extends Feature> List<T> list(FeatureType<T> type) {
    try (Stream<T> stream = stream(type)) {
      return stream.toList();
    }
  }

  /**
   * Runs a write in one transaction: everything it puts and deletes is kept, or nothing.
   *
   * @return what {@code work} returns
   */
  <R> R write(ChangeContext context, Function<Writer, R> work);

  /** Returns the changes of one feature, oldest first. */
  List<Change> history(FeatureType<?> type, String id);

  @Override
  void close();

  /** Writes within a transaction; valid only until {@link FeatureStore#write} returns. */
  interface Writer {

    /**
     * Inserts or updates; a feature that equals the stored one (geometry exactly, all properties,
     * provenance) changes nothing and leaves no history.
     */
    <T extends Feature> WriteCounts put(FeatureType<T> type, Stream<? extends T> features);

    /** Inserts or updates one feature, as {@link #put}. */
    default <T extends Feature> WriteCounts putOne(FeatureType<T> type, T feature) {
      return put(type, Stream.of(feature));
    }

    /** Deletes; the last state stays in the history. Unknown ids are ignored. */
    WriteCounts delete(FeatureType<?> type, Collection<String> ids);
  }
}
