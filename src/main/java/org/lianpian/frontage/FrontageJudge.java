package org.lianpian.frontage;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** Says what the numbers of one unit and one river mean under the rule (U-3, U-4, U-5). */
final class FrontageJudge {
  /** By how much a distance may exceed the limit, 1 µm: rounding at coordinates of 10^7 m. */
  static final double TOLERANCE_METRES = 1e-6;

  /** By how much a share may miss a threshold and still meet it: rounding of sums. */
  private static final double SHARE_TOLERANCE = 1e-9;

  private final FrontageParameters parameters;

  private final boolean evidence;

  /**
   * @param evidence whether the bank near a unit is cut out for its evidence
   */
  FrontageJudge(FrontageParameters parameters, boolean evidence) {
    this.parameters = parameters;
    this.evidence = evidence;
  }

  boolean isWithin(double distanceMetres) {
    return distanceMetres <= parameters.distanceMetres() + TOLERANCE_METRES;
  }

  /**
   * @param nearest from the unit to the nearest bank point
   * @param measured null when the unit could not be measured
   */
  FrontageMeasurement judge(
      FrontageMode mode,
      Geometry unit,
      double sigmaMetres,
      BankLine bank,
      LineString nearest,
      @Nullable Sighting measured) {
    Set<FrontageNote> notes = EnumSet.noneOf(FrontageNote.class);
    Sighting sighting = measured == null ? Sighting.none(unit) : measured;
    FrontageStatus status = FrontageStatus.NO_DATA;
    if (measured == null) {
      notes.add(FrontageNote.TOO_DENSE);
    } else {
      status = status(unit, nearest.getLength(), sigmaMetres, sighting, notes);
    }
    if (sighting.inWater()) {
      notes.add(FrontageNote.IN_WATER);
    }
    return new FrontageMeasurement(
        mode,
        status,
        nearest.getLength(),
        bank.baselineAt(nearest.getCoordinateN(1)),
        side(nearest, sighting),
        nearest,
        evidence ? bank.within(window(unit, nearest)) : nearest,
        sighting.frontageMetres(),
        sighting.exposedMetres(),
        sighting.exposed(),
        sighting.exposedBySide(),
        sighting.shields(),
        sighting.sight(),
        List.copyOf(notes));
  }

  private FrontageStatus status(
      Geometry unit, double distance, double sigma, Sighting sighting, Set<FrontageNote> notes) {
    if (sigma > 0 && Math.abs(distance - parameters.distanceMetres()) <= sigma) {
      notes.add(FrontageNote.POSITION_UNCERTAIN);
      return FrontageStatus.NEEDS_SURVEY;
    }
    if (!isWithin(distance)) {
      return FrontageStatus.OUTSIDE;
    }
    if (unit.getDimension() < 2) {
      notes.add(FrontageNote.POINT_ONLY);
      return FrontageStatus.NEEDS_SURVEY;
    }
    if (sighting.frontageMetres() < parameters.minFrontageMetres()) {
      notes.add(FrontageNote.SHORT_FRONTAGE);
      return FrontageStatus.NEEDS_SURVEY;
    }
    double share = sighting.exposedMetres() / sighting.frontageMetres();
    double first = parameters.firstRowShare();
    if (Math.abs(share - first) <= parameters.reviewBand() + SHARE_TOLERANCE) {
      notes.add(FrontageNote.NEAR_THRESHOLD);
      return FrontageStatus.NEEDS_SURVEY;
    }
    if (share >= first) {
      if (sighting.exposedMetres() < parameters.minExposedMetres()) {
        notes.add(FrontageNote.SHORT_FRONTAGE);
        return FrontageStatus.NEEDS_SURVEY;
      }
      return FrontageStatus.FIRST_ROW;
    }
    return share >= parameters.partialShare() - SHARE_TOLERANCE
        ? FrontageStatus.PARTIAL
        : FrontageStatus.BEHIND;
  }

  private static @Nullable BankSide side(LineString nearest, Sighting sighting) {
    Map.Entry<BankSide, Double> most = null;
    for (Map.Entry<BankSide, Double> entry : sighting.frontageBySide().entrySet()) {
      if (most == null || entry.getValue() > most.getValue() + TOLERANCE_METRES) {
        most = entry;
      }
    }
    if (most != null) {
      return most.getKey();
    }
    Coordinate here = nearest.getCoordinateN(0);
    Coordinate there = nearest.getCoordinateN(1);
    return here.equals2D(there) ? null : BankSide.of(here.x - there.x, here.y - there.y);
  }

  private Envelope window(Geometry unit, LineString nearest) {
    Envelope box = new Envelope(nearest.getEnvelopeInternal());
    box.expandToInclude(unit.getEnvelopeInternal());
    box.expandBy(parameters.distanceMetres());
    return box;
  }
}
