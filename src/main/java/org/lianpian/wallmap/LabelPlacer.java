package org.lianpian.wallmap;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.quadtree.Quadtree;

/**
 * Finds room for labels, first come, first served: at the point itself, else above, below, right or
 * left of it. A label never covers another one or leaves the frame. Not thread-safe.
 */
final class LabelPlacer {
  private static final double[][] OFFSETS = {{0, 0}, {0, -1.1}, {0, 1.1}, {0.6, 0}, {-0.6, 0}};

  private final Envelope frame;
  private final Quadtree taken = new Quadtree();

  LabelPlacer(Envelope frame) {
    this.frame = frame;
  }

  /** Keeps a box free of labels. */
  void keepFree(Envelope box) {
    taken.insert(box, box);
  }

  /** Returns the room for a label of a size near a point, or a null envelope when there is none. */
  Envelope place(double x, double y, double width, double height) {
    for (double[] offset : OFFSETS) {
      double centreX = x + offset[0] * width;
      double centreY = y + offset[1] * height;
      Envelope box =
          new Envelope(
              centreX - width / 2, centreX + width / 2, centreY - height / 2, centreY + height / 2);
      if (frame.contains(box) && isFree(box)) {
        taken.insert(box, box);
        return box;
      }
    }
    return new Envelope();
  }

  @SuppressWarnings("unchecked") // only envelopes are inserted
  private boolean isFree(Envelope box) {
    List<Envelope> near = taken.query(box);
    return near.stream().noneMatch(box::intersects);
  }
}
