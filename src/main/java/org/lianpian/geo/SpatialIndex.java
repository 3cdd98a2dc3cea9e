package org.lianpian.geo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Finds items by bounding box; a read-only, typed view of an STR-packed R-tree.
 *
 * <p>Answers keep the order in which the items were given, so that results do not depend on the
 * tree. Thread-safe after construction.
 */
public final class SpatialIndex<T> {
  private final STRtree tree;
  private final List<T> items;

  private SpatialIndex(STRtree tree, List<T> items) {
    this.tree = tree;
    this.items = items;
  }

  /** Builds the index, {@code O(n log n)}; empty geometries are never found. */
  public static <T> SpatialIndex<T> of(
      Collection<T> items, Function<? super T, ? extends Geometry> geometry) {
    return ofEnvelopes(items, item -> geometry.apply(item).getEnvelopeInternal());
  }

  public static <T> SpatialIndex<T> ofEnvelopes(
      Collection<T> items, Function<? super T, Envelope> envelope) {
    List<T> copy = List.copyOf(items);
    STRtree tree = new STRtree();
    for (int i = 0; i < copy.size(); i++) {
      Envelope box = envelope.apply(copy.get(i));
      if (!box.isNull()) {
        tree.insert(box, i);
      }
    }
    tree.build();
    return new SpatialIndex<>(tree, copy);
  }

  /** Returns the items whose box meets the given box, in insertion order. */
  @SuppressWarnings("unchecked") // the tree holds only our Integers
  public List<T> find(Envelope box) {
    List<Integer> hits = new ArrayList<>((List<Integer>) tree.query(box));
    hits.sort(null);
    List<T> found = new ArrayList<>(hits.size());
    for (int hit : hits) {
      found.add(items.get(hit));
    }
    return found;
  }

  /** Returns the items whose box lies within {@code metres} of the given box. */
  public List<T> findWithin(Envelope box, double metres) {
    Envelope grown = new Envelope(box);
    grown.expandBy(metres);
    return find(grown);
  }

  public int size() {
    return items.size();
  }
}
