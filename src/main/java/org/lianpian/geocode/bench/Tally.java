package org.lianpian.geocode.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts answers of one kind. */
final class Tally {
  private int asked;
  private int first;
  private int firstEstate;
  private int amongThree;
  private int accepted;
  private int acceptedRight;

  void add(boolean isFirst, boolean isEstate, boolean isAmongThree, boolean isAccepted) {
    asked++;
    first += isFirst ? 1 : 0;
    firstEstate += isEstate ? 1 : 0;
    amongThree += isAmongThree ? 1 : 0;
    accepted += isAccepted ? 1 : 0;
    acceptedRight += isAccepted && isEstate ? 1 : 0;
  }

  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("asked", asked);
    figures.put("top1Percent", percent(first, asked));
    figures.put("top1EstatePercent", percent(firstEstate, asked));
    figures.put("top3Percent", percent(amongThree, asked));
    figures.put("acceptedPercent", percent(accepted, asked));
    figures.put("precisionOfAcceptedPercent", percent(acceptedRight, accepted));
    return figures;
  }

  static double percent(int part, int whole) {
    return whole == 0 ? 0 : Math.round(1e4 * part / whole) / 1e2;
  }
}
