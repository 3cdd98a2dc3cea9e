package org.lianpian.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides which estate gets which fault: at least one of each kind that fits, then by shares. */
final class FaultPlanter {
  private static final Map<PlantedFault, Double> SHARES = shares();

  private FaultPlanter() {}

  private static Map<PlantedFault, Double> shares() {
    Map<PlantedFault, Double> shares = new LinkedHashMap<>();
    shares.put(PlantedFault.DIRECT_TO_RIVER, 0.02);
    shares.put(PlantedFault.LOOP, 0.015);
    shares.put(PlantedFault.SECOND_WELL_UNKNOWN, 0.025);
    shares.put(PlantedFault.MEDIUM_JUMP, 0.05);
    shares.put(PlantedFault.BALCONY_RISER, 0.04);
    shares.put(PlantedFault.NO_PIPE, 0.03);
    shares.put(PlantedFault.GAP, 0.03);
    shares.put(PlantedFault.CAPPED, 0.025);
    shares.put(PlantedFault.REVERSED, 0.03);
    shares.put(PlantedFault.ABANDONED, 0.02);
    shares.put(PlantedFault.RISER_UNKNOWN, 0.04);
    shares.put(PlantedFault.INTERCEPTED, 0.06);
    shares.put(PlantedFault.COMBINED, 0.11);
    shares.put(PlantedFault.OUTLET_NOT_SURVEYED, 0.025);
    shares.put(PlantedFault.NOT_SURVEYED, 0.07);
    return shares;
  }

  static void plant(List<Estate> estates, PublicSewers sewers, Dice dice) {
    List<Estate> open = new ArrayList<>();
    for (Estate estate : estates) {
      if (!estate.drained()) {
        estate.fault = PlantedFault.NOT_SURVEYED;
        continue;
      }
      SewerNode street = sewers.nearest(estate.lot.polygon(), false);
      String reversed = sewers.reversedBelow(street);
      if (reversed == null) {
        open.add(estate);
      } else {
        estate.fault = PlantedFault.MUNICIPAL_REVERSED;
        estate.faultObjects.add(reversed);
      }
    }
    dice.shuffle(open);
    int drained = open.size();
    for (int round = 0; round < 2; round++) {
      for (Map.Entry<PlantedFault, Double> share : SHARES.entrySet()) {
        int times = round == 0 ? 1 : (int) Math.round(share.getValue() * drained) - 1;
        for (int i = 0; i < times; i++) {
          plantOne(open, share.getKey());
        }
      }
    }
  }

  private static void plantOne(List<Estate> open, PlantedFault fault) {
    for (Estate estate : open) {
      if (fits(estate, fault)) {
        estate.fault = fault;
        open.remove(estate);
        return;
      }
    }
  }

  private static boolean fits(Estate estate, PlantedFault fault) {
    return switch (fault) {
      case DIRECT_TO_RIVER ->
          estate.lot.kind() == Lot.Kind.FRONT || estate.lot.kind() == Lot.Kind.FRONT_SHIELD;
      case LOOP, SECOND_WELL_UNKNOWN -> estate.layout.rows() >= 2;
      // an estate laid anew for separation has no combined pipes left
      case COMBINED, INTERCEPTED -> estate.profile.renovatedYear() == null;
      default -> true;
    };
  }
}
