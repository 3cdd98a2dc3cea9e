package org.lianpian.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Divides blocks into lots.
 *
 * <p>Riverside blocks follow one of four patterns so that every riverside class occurs, with
 * distances far enough from 50 m to be certain:
 *
 * <pre>
 *   DEEP      ROWS        CORNER        SHOPS
 *  ┌────┐   ┌──────┐    ┌────────┐   ┌────────┐
 *  │    │   │ free │    │  free  │   │  free  │
 *  │    │   ├──────┤    ├────────┤   ├────────┤
 *  │    │   │behind│    │ partly │   │ behind │
 *  │    │   ├──────┤    ├─────┬──┤   ├────────┤
 *  │    │   │front │    │front│  │   │ shops  │
 *  └────┘   └──────┘    └─────┴──┘   └────────┘
 *  ~~~~~~~~~~~~~~~~~ river ~~~~~~~~~~~~~~~~~~~~
 * </pre>
 */
final class LotPlanner {
  private static final double SMALLEST_LOT = 1500;
  private static final double ROW_GAP = 2.5;
  private static final double SECOND_ROW_DEPTH = 44;
  private static final double SHIELD_WIDTH = 70;

  private final Dice dice;

  LotPlanner(Dice dice) {
    this.dice = dice;
  }

  /**
   * Returns at least {@code wanted} lots for estates unless the land is used up, in a fixed order.
   */
  List<Lot> divide(TownPlan plan, int wanted) {
    List<Lot> result = new ArrayList<>();
    for (BlockRow row : plan.rows) {
      List<Block> blocks = row.blocks(plan.valley);
      for (int i = 0; i < blocks.size(); i++) {
        Block block = blocks.get(i);
        if (row.riverside() && row.bank() == Bank.SOUTH && i == blocks.size() - 1) {
          result.add(Lot.rectangle(block, 0, 0, 1, 1, Lot.Kind.TREATMENT_PLANT));
        } else if (row.riverside()) {
          result.addAll(riverside(block, i));
        } else if (!onHill(plan, row, block)) {
          result.add(Lot.rectangle(block, 0, 0, 1, 1, Lot.Kind.FREE));
        }
      }
    }
    return split(result, wanted);
  }

  /** Leaves the outermost rows unbuilt at the town's two ends, where the valley narrows. */
  private static boolean onHill(TownPlan plan, BlockRow row, Block block) {
    boolean outermost = row.index() == (row.bank() == Bank.NORTH ? 4 : 5);
    double share = (block.plan(0.5, 0.5)[0] - plan.start) / plan.length();
    return outermost && (share < 0.14 || share > 0.84);
  }

  private List<Lot> riverside(Block block, int index) {
    double depth = block.depthMetres();
    double width = block.widthMetres();
    boolean north = block.row().bank() == Bank.NORTH;
    double front = (north ? 17 : 24) / depth;
    double gap = ROW_GAP / depth;
    double second = front + gap;
    double third = Math.min(1, second + SECOND_ROW_DEPTH / depth);
    double side = 12 / width;
    int pattern = index < 4 ? new int[] {1, 2, 3, 0}[index] : dice.between(0, 3);
    List<Lot> lots = new ArrayList<>();
    switch (pattern) {
      case 0 -> lots.add(Lot.rectangle(block, 0, 0, 1, 1, Lot.Kind.FRONT));
      case 1 -> {
        lots.addAll(shields(block, 1, front));
        lots.add(Lot.rectangle(block, side, second, 1 - side, third, Lot.Kind.BEHIND));
      }
      case 2 -> {
        lots.addAll(shields(block, 0.68, front));
        lots.add(Lot.rectangle(block, 0.68 + 2 / width, 0, 1, front, Lot.Kind.GREEN));
        lots.add(Lot.rectangle(block, 0.03, second, 0.97, third, Lot.Kind.PARTLY_BEHIND));
      }
      default -> {
        lots.add(Lot.rectangle(block, 0, 0, 1, front, Lot.Kind.SHOPS));
        lots.add(Lot.rectangle(block, 0, second, 1, third, Lot.Kind.BEHIND_SHOPS));
      }
    }
    if (pattern != 0 && (1 - third) * depth > 25) {
      lots.add(Lot.rectangle(block, 0, third + gap, 1, 1, Lot.Kind.FREE));
    }
    return lots;
  }

  /** Single slabs in a row along the bank, a narrow passage between them. */
  private static List<Lot> shields(Block block, double share, double front) {
    double width = block.widthMetres();
    int count = Math.max(1, (int) Math.round(width * share / SHIELD_WIDTH));
    double half = 0.6 / width;
    List<Lot> lots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double west = share * i / count + (i == 0 ? 0 : half);
      double east = share * (i + 1) / count - (i == count - 1 ? 0 : half);
      lots.add(Lot.rectangle(block, west, 0, east, front, Lot.Kind.FRONT_SHIELD));
    }
    return lots;
  }

  /** Splits the largest lots first, with luck, until there are enough. */
  private List<Lot> split(List<Lot> lots, int wanted) {
    record Candidate(Lot lot, double rank, int order) {}
    PriorityQueue<Candidate> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble(Candidate::rank)
                .reversed()
                .thenComparingInt(Candidate::order));
    List<Lot> done = new ArrayList<>();
    int order = 0;
    for (Lot lot : lots) {
      queue.add(new Candidate(lot, lot.polygon().getArea() * dice.between(0.7, 1.4), order++));
    }
    long others = lots.stream().filter(lot -> !lot.mayBeEstate()).count();
    while (!queue.isEmpty() && queue.size() + done.size() - others < wanted) {
      Lot lot = queue.remove().lot();
      boolean splittable = lot.kind() == Lot.Kind.FREE || lot.kind() == Lot.Kind.FRONT;
      if (!splittable || lot.polygon().getArea() < 2 * SMALLEST_LOT) {
        done.add(lot);
        continue;
      }
      boolean across = lot.kind() == Lot.Kind.FRONT || lot.widthMetres() > 0.9 * lot.depthMetres();
      if (across && lot.kind() == Lot.Kind.FRONT && lot.widthMetres() < 70) {
        done.add(lot);
        continue;
      }
      boolean uneven = dice.chance(0.35) && lot.polygon().getArea() > 5 * SMALLEST_LOT;
      double share = uneven ? dice.between(0.2, 0.3) : dice.between(0.4, 0.6);
      double gap = dice.oneOf(1.2, 3.0, 6.5, 8.0);
      for (Lot part : lot.split(across, share, dice.between(-0.05, 0.05), gap)) {
        queue.add(new Candidate(part, part.polygon().getArea() * dice.between(0.7, 1.4), order++));
      }
    }
    queue.stream()
        .sorted(Comparator.comparingInt(Candidate::order))
        .map(Candidate::lot)
        .forEach(done::add);
    done.sort(Comparator.comparingDouble((Lot lot) -> lot.middle()[0]));
    return done;
  }
}
