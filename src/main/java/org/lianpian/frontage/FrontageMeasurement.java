package org.lianpian.frontage;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.BankBaseline;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * How one unit faces one river in one mode; all lengths in metres.
 *
 * @param distanceMetres from the unit to the bank; 0 when it touches or overlaps the water
 * @param baseline which line was measured to at the nearest point
 * @param side the bank on which the unit lies, or null when it is a point on the bank
 * @param nearest from the unit to the nearest bank point; of zero length when they touch
 * @param bank the bank line near the unit
 * @param frontageMetres W, the boundary that turns to the bank and is not hidden by the unit itself
 * @param exposedMetres E, the part of W within the distance and in sight of the bank
 * @param exposed the exposed runs of the boundary
 * @param exposedBySide E by the side of the water it faces
 * @param shields what hides the rest, the strongest first
 * @param sight a clear sight line from the middle of the longest exposed run, or null
 */
public record FrontageMeasurement(
    FrontageMode mode,
    FrontageStatus status,
    double distanceMetres,
    BankBaseline baseline,
    @Nullable BankSide side,
    LineString nearest,
    Geometry bank,
    double frontageMetres,
    double exposedMetres,
    Geometry exposed,
    Map<BankSide, Double> exposedBySide,
    List<Shield> shields,
    @Nullable LineString sight,
    List<FrontageNote> notes) {

  public FrontageMeasurement {
    EnumMap<BankSide, Double> copy = new EnumMap<>(BankSide.class);
    copy.putAll(exposedBySide);
    exposedBySide = Collections.unmodifiableMap(copy);
    shields = List.copyOf(shields);
    notes = List.copyOf(notes);
  }

  /** Returns F = E / W, or 0 when there is no frontage. */
  public double share() {
    return frontageMetres > 0 ? exposedMetres / frontageMetres : 0;
  }
}
