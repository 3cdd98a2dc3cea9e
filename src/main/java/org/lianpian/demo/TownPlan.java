package org.lianpian.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.RoadClass;

/**
 * The streets and blocks of one town: roads along the river at uneven distances, streets up the
 * slope that lean and bend, each row of blocks cut at its own places so that few crossings have
 * four arms, a stream from the north, a railway through the south.
 */
final class TownPlan {
  static final double RAIL_OFFSET = 606;
  private static final double THROUGH_SPACING = 560;
  private static final double STREAM_CLEARANCE = 17;
  private static final double BLOCK_WIDTH = 205;

  final Valley valley;
  final double start;
  final double end;
  final List<LongRoad> northRoads;
  final List<LongRoad> southRoads;
  final List<Through> throughs;
  final Cut stream;
  final List<BlockRow> rows = new ArrayList<>();

  /** A street from hill to hill; its two halves meet at the river, usually on a bridge. */
  record Through(Cut north, Cut south, boolean bridge) {
    Cut on(Bank bank) {
      return bank == Bank.NORTH ? north : south;
    }

    double u() {
      return north.u();
    }
  }

  TownPlan(Valley valley, double start, double length, Names names, Dice dice) {
    this.valley = valley;
    this.start = start;
    this.end = start + length;
    this.northRoads =
        List.of(
            road(Bank.NORTH, names.road("江滨路"), RoadClass.COLLECTOR, 14, 14, 0, true, dice),
            road(Bank.NORTH, names.road("富华路"), RoadClass.LOCAL, 12, 146, 11, true, dice),
            road(Bank.NORTH, names.road("列东街"), RoadClass.ARTERIAL, 24, 284, 13, true, dice),
            road(Bank.NORTH, names.road("新市北路"), RoadClass.COLLECTOR, 16, 424, 18, true, dice),
            road(Bank.NORTH, names.road("东霞路"), RoadClass.LOCAL, 12, 555, 20, true, dice),
            road(Bank.NORTH, names.road("环城快速路"), RoadClass.EXPRESSWAY, 30, 704, 12, false, dice));
    this.southRoads =
        List.of(
            road(Bank.SOUTH, names.road("沿河路"), RoadClass.COLLECTOR, 14, 104, 6, true, dice),
            road(Bank.SOUTH, names.road("新市南路"), RoadClass.ARTERIAL, 24, 245, 13, true, dice),
            road(Bank.SOUTH, names.road("复康路"), RoadClass.LOCAL, 12, 381, 17, true, dice),
            road(Bank.SOUTH, names.road("永兴路"), RoadClass.COLLECTOR, 16, 508, 9, true, dice),
            road(Bank.SOUTH, names.road("沿山路"), RoadClass.LOCAL, 10, 722, 14, true, dice));
    this.throughs = throughs(names, dice);
    this.stream = stream(dice);
    row(Bank.NORTH, 0, northRoads.get(0), northRoads.get(1), 0, 0, true, names, dice);
    for (int i = 1; i < northRoads.size() - 1; i++) {
      row(Bank.NORTH, i, northRoads.get(i), northRoads.get(i + 1), 0, 0, false, names, dice);
    }
    row(Bank.SOUTH, 0, null, southRoads.get(0), 7.5, 0, true, names, dice);
    for (int i = 0; i < 3; i++) {
      row(Bank.SOUTH, i + 1, southRoads.get(i), southRoads.get(i + 1), 0, 0, false, names, dice);
    }
    row(Bank.SOUTH, 4, southRoads.get(3), null, 0, RAIL_OFFSET - 12, false, names, dice);
    row(Bank.SOUTH, 5, null, southRoads.get(4), RAIL_OFFSET + 12, 0, false, names, dice);
  }

  double length() {
    return end - start;
  }

  List<LongRoad> roads(Bank bank) {
    return bank == Bank.NORTH ? northRoads : southRoads;
  }

  Through lastThrough() {
    return throughs.get(throughs.size() - 1);
  }

  List<Block> blocks() {
    return rows.stream().flatMap(row -> row.blocks(valley).stream()).toList();
  }

  private static LongRoad road(
      Bank bank,
      String name,
      RoadClass roadClass,
      double width,
      double offset,
      double sway,
      boolean sewered,
      Dice dice) {
    return new LongRoad(
        bank,
        name,
        roadClass,
        width,
        offset,
        sway,
        dice.between(520.0, 1150.0),
        dice.between(0, 2 * Math.PI),
        sewered);
  }

  private List<Through> throughs(Names names, Dice dice) {
    int count = Math.max(2, (int) Math.round(length() / THROUGH_SPACING));
    double[] islands = valley.islands(start);
    List<Through> result = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double u = start + length() * (i + 0.5) / count + dice.between(-80.0, 80.0);
      for (double island : islands) {
        if (Math.abs(u - island) < 135) { // bridges keep off the islands
          u = island + (u < island ? -135 : 135);
        }
      }
      boolean arterial = i % 2 == 0;
      String name = names.road(Names.THROUGH_STREETS.get(i % Names.THROUGH_STREETS.size()));
      Cut[] halves = new Cut[2];
      for (int side = 0; side < 2; side++) {
        halves[side] =
            new Cut(
                Cut.Kind.THROUGH,
                name,
                arterial ? RoadClass.ARTERIAL : RoadClass.COLLECTOR,
                u,
                0,
                dice.between(-0.1, 0.1),
                dice.between(-16.0, 16.0),
                (arterial ? 22 : 16) / 2.0 + 2.5);
      }
      result.add(new Through(halves[0], halves[1], i % 3 != 1 || i == count - 1));
    }
    return List.copyOf(result);
  }

  /** Puts the stream half way between two streets, where no island is. */
  private Cut stream(Dice dice) {
    int at = throughs.size() > 3 ? 1 : 0;
    double u = (throughs.get(at).u() + throughs.get(at + 1).u()) / 2;
    double slant = dice.between(-0.05, 0.05);
    return new Cut(Cut.Kind.STREAM, "", null, u, 0, slant, 16, STREAM_CLEARANCE);
  }

  private void row(
      Bank bank,
      int index,
      @Nullable LongRoad low,
      @Nullable LongRoad high,
      double lowOffset,
      double highOffset,
      boolean riverside,
      Names names,
      Dice dice) {
    BlockRow bare =
        new BlockRow(bank, index, low, high, lowOffset, highOffset, riverside, List.of());
    double reference = (bare.lowAt(start) + bare.highAt(start)) / 2;
    List<Cut> fixed = new ArrayList<>();
    fixed.add(edge(start));
    for (Through through : throughs) {
      fixed.add(through.on(bank));
    }
    if (bank == Bank.NORTH) {
      fixed.add(stream);
    }
    fixed.add(edge(end));
    fixed.sort(java.util.Comparator.comparingDouble(Cut::u));
    List<Cut> cuts = new ArrayList<>();
    for (int i = 1; i < fixed.size(); i++) {
      Cut west = fixed.get(i - 1);
      cuts.add(west);
      double from = west.uAt(reference);
      double to = fixed.get(i).uAt(reference);
      int parts = Math.max(1, (int) Math.round((to - from) / dice.between(0.7, 1.5) / BLOCK_WIDTH));
      for (int k = 1; k < parts; k++) {
        double u = from + (to - from) * k / parts + dice.between(-30.0, 30.0);
        cuts.add(local(u, reference, names, dice));
      }
    }
    cuts.add(fixed.get(fixed.size() - 1));
    rows.add(
        new BlockRow(bank, index, low, high, lowOffset, highOffset, riverside, List.copyOf(cuts)));
  }

  private static Cut local(double u, double reference, Names names, Dice dice) {
    boolean alley = dice.chance(0.3);
    return new Cut(
        Cut.Kind.LOCAL,
        names.alley(),
        alley ? RoadClass.ALLEY : RoadClass.LOCAL,
        u,
        reference,
        dice.between(-0.2, 0.2),
        0,
        (alley ? 6 : 10) / 2.0 + 2.0);
  }

  private static Cut edge(double u) {
    return new Cut(Cut.Kind.EDGE, "", null, u, 0, 0, 0, 14);
  }
}
