package org.lianpian.support;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lianpian.model.Change;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Dataset;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.lianpian.model.FeatureTypes;
import org.lianpian.model.WriteCounts;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** A store in memory for tests; keeps no history. */
public final class MemoryFeatureStore implements FeatureStore {
  private final Dataset dataset;
  private Map<FeatureType<?>, TreeMap<String, Feature>> tables = new HashMap<>();
  private long revision;

  public MemoryFeatureStore(Dataset dataset) {
    this.dataset = dataset;
  }

  @Override
  public Dataset dataset() {
    return dataset;
  }

  @Override
  public List<FeatureType<?>> types() {
    return FeatureTypes.ALL;
  }

  @Override
  public long revision() {
    return revision;
  }

  @Override
  public long count(FeatureType<?> type) {
    return table(type).size();
  }

  @Override
  public Envelope extent(FeatureType<?> type) {
    Envelope extent = new Envelope();
    for (Feature feature : table(type).values()) {
      Geometry geometry = feature.geometry();
      if (geometry != null) {
        extent.expandToInclude(geometry.getEnvelopeInternal());
      }
    }
    return extent;
  }

  @Override
  public <T extends Feature> Optional<T> find(FeatureType<T> type, String id) {
    return findAll(type, List.of(id)).stream().findFirst();
  }

  @Override
  public <T extends Feature> List<T> findAll(FeatureType<T> type, Collection<String> ids) {
    TreeMap<String, Feature> table = table(type);
    List<T> found = new ArrayList<>();
    for (String id : new TreeSet<>(ids)) {
      Feature feature = table.get(id);
      if (feature != null) {
        found.add(cast(feature));
      }
    }
    return found;
  }

  @SuppressWarnings("unchecked") // a table holds features of its type only
  private static <T extends Feature> T cast(Feature feature) {
    return (T) feature;
  }

  @Override
  public <T extends Feature> List<T> findWithin(FeatureType<T> type, Envelope box, int limit) {
    try (Stream<T> all = stream(type)) {
      return all.filter(feature -> meets(feature, box)).limit(limit).toList();
    }
  }

  private static boolean meets(Feature feature, Envelope box) {
    Geometry geometry = feature.geometry();
    return geometry != null && geometry.getEnvelopeInternal().intersects(box);
  }

  @Override
  public <T extends Feature> List<T> findWhere(FeatureType<T> type, String property, String value) {
    try (Stream<T> all = stream(type)) {
      return all.filter(feature -> value.equals(type.toRow(feature).text(property))).toList();
    }
  }

  @Override
  @SuppressWarnings("unchecked") // a table holds features of its type only
  public <T extends Feature> Stream<T> stream(FeatureType<T> type) {
    return (Stream<T>) List.copyOf(table(type).values()).stream();
  }

  @Override
  public <R> R write(ChangeContext context, Function<Writer, R> work) {
    Map<FeatureType<?>, TreeMap<String, Feature>> before = new HashMap<>();
    tables.forEach((type, table) -> before.put(type, new TreeMap<>(table)));
    boolean done = false;
    try {
      R result = work.apply(new MemoryWriter());
      done = true;
      revision++;
      return result;
    } finally {
      if (!done) {
        tables = before;
      }
    }
  }

  @Override
  public List<Change> history(FeatureType<?> type, String id) {
    return List.of();
  }

  @Override
  public void close() {}

  private TreeMap<String, Feature> table(FeatureType<?> type) {
    return tables.computeIfAbsent(type, key -> new TreeMap<>());
  }

  private final class MemoryWriter implements Writer {

    @Override
    public <T extends Feature> WriteCounts put(FeatureType<T> type, Stream<? extends T> features) {
      long[] counts = new long[3];
      features.forEach(
          feature -> {
            Feature old = table(type).put(feature.id(), feature);
            counts[old == null ? 0 : same(type, old, feature) ? 2 : 1]++;
          });
      return new WriteCounts(counts[0], counts[1], counts[2], 0);
    }

    @SuppressWarnings("unchecked") // a table holds features of its type only
    private <T extends Feature> boolean same(FeatureType<T> type, Feature old, T feature) {
      Geometry before = old.geometry();
      Geometry after = feature.geometry();
      boolean sameGeometry =
          before == null || after == null ? before == after : before.equalsExact(after);
      return sameGeometry
          && old.provenance().equals(feature.provenance())
          && type.toRow((T) old).equals(type.toRow(feature));
    }

    @Override
    public WriteCounts delete(FeatureType<?> type, Collection<String> ids) {
      long deleted = ids.stream().filter(id -> table(type).remove(id) != null).count();
      return new WriteCounts(0, 0, 0, deleted);
    }
  }
}
