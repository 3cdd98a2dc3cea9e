package org.lianpian.region;

import java.util.Collection;
import java.util.HashMap;
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
import org.lianpian.model.PlanScenario;
import org.lianpian.model.Row;
import org.lianpian.model.WriteCounts;
import org.locationtech.jts.geom.Envelope;

/** Keeps plan revisions and scenarios as rows in memory, as tables would. */
final class MemoryStore implements FeatureStore {
  private final Map<FeatureType<?>, TreeMap<String, Row>> tables = new HashMap<>();
  private long revision;

  private TreeMap<String, Row> rows(FeatureType<?> type) {
    return tables.computeIfAbsent(type, key -> new TreeMap<>());
  }

  @Override
  public Dataset dataset() {
    return new Dataset("test", new Crs(4548), "TEST", true);
  }

  @Override
  public List<FeatureType<?>> types() {
    return List.of(PlanScenario.TYPE, PlanRevision.TYPE);
  }

  @Override
  public synchronized long revision() {
    return revision;
  }

  @Override
  public synchronized long count(FeatureType<?> type) {
    return rows(type).size();
  }

  @Override
  public Envelope extent(FeatureType<?> type) {
    return new Envelope();
  }

  @Override
  public synchronized <T extends Feature> Optional<T> find(FeatureType<T> type, String id) {
    return Optional.ofNullable(rows(type).get(id)).map(row -> read(type, id, row));
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
    return rows(type).entrySet().stream()
        .filter(entry -> value.equals(entry.getValue().text(property)))
        .map(entry -> read(type, entry.getKey(), entry.getValue()))
        .toList();
  }

  @Override
  public synchronized <T extends Feature> Stream<T> stream(FeatureType<T> type) {
    return rows(type).entrySet().stream()
        .map(entry -> read(type, entry.getKey(), entry.getValue()))
        .toList()
        .stream();
  }

  @Override
  public synchronized <R> R write(ChangeContext context, Function<Writer, R> work) {
    R result = work.apply(writer());
    revision++;
    return result;
  }

  private Writer writer() {
    return new Writer() {
      @Override
      public <T extends Feature> WriteCounts put(
          FeatureType<T> type, Stream<? extends T> features) {
        features.forEach(feature -> rows(type).put(feature.id(), type.toRow(feature)));
        return WriteCounts.NONE;
      }

      @Override
      public WriteCounts delete(FeatureType<?> type, Collection<String> ids) {
        throw new AssertionError("revisions are never deleted");
      }
    };
  }

  @Override
  public List<Change> history(FeatureType<?> type, String id) {
    return List.of();
  }

  @Override
  public void close() {}
}
