package org.lianpian.frontage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.lianpian.frontage.sight.IntList;
import org.lianpian.frontage.sight.SegmentIndex;
import org.locationtech.jts.geom.Envelope;

/**
 * Finds items by bounding box in flat arrays; answers keep the order of the items. Immutable and
 * thread-safe.
 */
final class BoxIndex<T> {
  private final List<T> items;
  private final SegmentIndex boxes; // each box as its diagonal

  /** Builds the index, {@code O(n log n)}; items with a null envelope are never found. */
  BoxIndex(List<T> items, Function<? super T, Envelope> envelope) {
    this.items = List.copyOf(items);
    SegmentIndex.Builder builder = SegmentIndex.builder();
    for (int i = 0; i < items.size(); i++) {
      Envelope box = envelope.apply(items.get(i));
      if (!box.isNull()) {
        builder.add(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), i);
      }
    }
    this.boxes = builder.build();
  }

  /** Returns the items whose box lies within some metres of a box, in each direction. */
  List<T> find(Envelope box, double metres) {
    IntList found = new IntList();
    boxes.find(
        box.getMinX() - metres,
        box.getMinY() - metres,
        box.getMaxX() + metres,
        box.getMaxY() + metres,
        found);
    int[] positions = new int[found.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = boxes.owner(found.get(i));
    }
    Arrays.sort(positions);
    List<T> hits = new ArrayList<>(positions.length);
    for (int position : positions) {
      hits.add(items.get(position));
    }
    return hits;
  }

  /** Tells whether the boxes of more than so many items meet a point. */
  boolean hasMoreThan(int limit, double x, double y) {
    return boxes.hasMoreThan(limit, x, y);
  }
}
