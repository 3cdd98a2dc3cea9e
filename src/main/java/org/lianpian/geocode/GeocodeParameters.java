package org.lianpian.geocode;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.lianpian.model.PositionLevel;

/**
 * What the geocoder was told to do; decisions of ours, since no document speaks of them.
 *
 * @param sigmaMetres standard error of a position by its level (REQUIREMENTS §6.4)
 * @param acceptConfidence below this a candidate is only shown
 * @param acceptSimilar from this calibrated confidence on an estate of another spelling is taken
 * @param margin a second place this near in confidence makes the answer ambiguous
 * @param samePlaceMetres entries of one name this near are one place entered twice; two real
 *     sources agree within 100 m for 70 % of identical names
 * @param agreementMetres a house number this near confirms an estate of a given name; two real
 *     sources agree within 300 m for 90 %
 * @param pileUpNames from this many estates on one point on, the point is a default (B-28)
 */
public record GeocodeParameters(
    Map<PositionLevel, Double> sigmaMetres,
    double acceptConfidence,
    double acceptSimilar,
    double margin,
    double samePlaceMetres,
    double agreementMetres,
    int pileUpNames) {

  /** The decided values. */
  public static final GeocodeParameters DEFAULT =
      new GeocodeParameters(
          Map.of(
              PositionLevel.SURVEYED, 0.1,
              PositionLevel.MANUAL, 2.0,
              PositionLevel.BUILDING, 5.0,
              PositionLevel.DOOR, 15.0,
              PositionLevel.COMMUNITY_POI, 50.0,
              PositionLevel.ROAD, 200.0,
              PositionLevel.STREET, 1000.0,
              PositionLevel.DISTRICT, 5000.0),
          0.65,
          0.97,
          0.1,
          100,
          300,
          3);

  public GeocodeParameters {
    EnumMap<PositionLevel, Double> copy = new EnumMap<>(PositionLevel.class);
    copy.putAll(sigmaMetres);
    sigmaMetres = Collections.unmodifiableMap(copy);
    if (!(acceptConfidence > 0 && acceptConfidence < 1)) {
      throw new IllegalArgumentException(
          "acceptConfidence must be in (0, 1), was " + acceptConfidence);
    }
    if (!(acceptSimilar > 0 && acceptSimilar < 1)) {
      throw new IllegalArgumentException("acceptSimilar must be in (0, 1), was " + acceptSimilar);
    }
    for (PositionLevel level : PositionLevel.values()) {
      Double sigma = sigmaMetres.get(level);
      if (level != PositionLevel.UNKNOWN && !(sigma != null && sigma > 0)) {
        throw new IllegalArgumentException(
            "sigmaMetres of " + level + " must be > 0, was " + sigma);
      }
    }
  }

  /** Returns the standard error of a level. */
  public double sigma(PositionLevel level) {
    Double sigma = sigmaMetres.get(level);
    if (sigma == null) {
      throw new IllegalArgumentException("No position has level " + level);
    }
    return sigma;
  }
}
