package org.lianpian.region;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lianpian.geo.Crs;
import org.lianpian.model.Change;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Dataset;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.lianpian.model.PlanRevision;
import org.lianpian.model.Row;
import org.lianpian.model.WriteCounts;
import org.locationtech.jts.geom.Envelope;

/** Keeps plan revisions as rows in memory, as a table would. */
final class MemoryStore implements FeatureStore {
  private final Map<String, Row> rows = new TreeMap<>();

  @Override
  public Dataset dataset() {
    return new Dataset("test", new Crs(4548), "TEST", true);
  }

  @Override
  public List<FeatureType<?>> types() {
    return List.of(PlanRevision.TYPE);
  }

  @Override
  public synchronized long revision() {
    return rows.size();
  }

  @Override
  public synchronized long count(FeatureType<?> type) {
    return rows.size();
  }

  @Override
  public Envelope extent(FeatureType<?> type) {
    return new Envelope();
  }

  @Override
  public synchronized <T extends Feature> Optional<T> find(FeatureType<T> type, String id) {
    return Optional.ofNullable(rows.get(id)).map(row -> read(type, id, row));
  }

  private static <T extends Feature> T read(FeatureType<T> type, String id, Row row) {
    return type.create(id, null, org.lianpian.model.Provenance.of("plan"), row);
  }

  @Override
  public <T extends Feature> List<T> findAll(FeatureType<T> type, Collection<String> ids) {
    return ids.stream().sorted().map(id -> find(type, id)).flatMap(Optional::stream).toList();
  }

  @Override
  public <T extends Feature> List<T> findWithin(FeatureType<T> type, Envelope box, int limit) {
    return List.of();
  }

  @Override
  public synchronized <T extends Feature> List<T> findWhere(
      FeatureType<T> type, String property, String value) {
    return rows.entrySet().stream()
        .filter(entry -> value.equals(entry.getValue().text(property)))
        .map(entry -> read(type, entry.getKey(), entry.getValue()))
        .toList();
  }

  @Override
  public <T extends Feature> Stream<T> stream(FeatureType<T> type) {
    return Stream.of();
  }

  @Override
  public synchronized <R> R write(ChangeContext context, Function<Writer, R> work) {
    return work.apply(
        new Writer() {
          @Override
          public <T extends Feature> WriteCounts put(
              FeatureType<T> type, Stream<? extends T> features) {
            features.forEach(feature -> rows.put(feature.id(), type.toRow(feature)));
            return WriteCounts.NONE;
          }

          @Override
          public WriteCounts delete(FeatureType<?> type, Collection<String> ids) {
            throw new AssertionError("revisions are never deleted");
          }
        });
  }

  @Override
  public List<Change> history(FeatureType<?> type, String id) {
    return List.of();
  }

  @Override
  public void close() {}
}
