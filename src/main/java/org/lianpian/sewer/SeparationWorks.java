package org.lianpian.sewer;

import java.util.Collection;
import org.lianpian.model.Reach;
import org.lianpian.model.ReachState;
import org.locationtech.jts.geom.Geometry;

/** Measures newly laid pipes for separation (新改造雨污分流, SM-04). */
public final class SeparationWorks {
  private SeparationWorks() {}

  /**
   * Returns the length of the pipes laid in a year, in metres along their lines; planned pipes do
   * not count, and a pipe without a line adds nothing.
   */
  public static double lengthMetres(Collection<Reach> reaches, int year) {
    double metres = 0;
    for (Reach reach : reaches) {
      Integer laid = reach.separationYear();
      Geometry line = reach.geometry();
      if (laid != null && laid == year && line != null && reach.state() != ReachState.PLANNED) {
        metres += line.getLength();
      }
    }
    return metres;
  }
}
