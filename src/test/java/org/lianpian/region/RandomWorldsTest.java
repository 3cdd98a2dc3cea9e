package org.lianpian.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianpian.region.UnitBuilder.unit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianpian.model.Progress;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** 300 small random worlds, checked pair by pair without the graph's own index and predicates. */
@Tag("FZ-04")
class RandomWorldsTest {
  private static final int SEEDS_PER_BLOCK = 30;

  private record World(PackagingInput input, PackagingParameters parameters) {}

  static List<Integer> blocks() {
    return List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  private static World world(long seed) {
    Random random = new Random(seed);
    List<PackagingUnit> units = new ArrayList<>();
    int count = 2 + random.nextInt(25);
    for (int i = 0; i < count; i++) {
      double x = 500000 + random.nextDouble() * 250;
      double y = 2900000 + random.nextDouble() * 250;
      double size = 10 + random.nextDouble() * 40;
      UnitBuilder unit = unit(String.format(Locale.ROOT, "u%02d", i));
      if (random.nextInt(4) == 0) {
        unit.wkt(
            String.format(
                Locale.ROOT,
                "POLYGON ((%f %f, %f %f, %f %f, %f %f))",
                x,
                y,
                x + size,
                y + size / 3,
                x + size / 2,
                y + size,
                x,
                y));
      } else if (random.nextInt(8) == 0) {
        unit.point(x, y, random.nextInt(40));
      } else {
        unit.box(x, y, x + size, y + size * 0.7);
      }
      unit.households(random.nextInt(8) == 0 ? null : random.nextInt(350));
      unit.street(random.nextInt(5) == 0 ? "B" : "A");
      if (random.nextInt(8) == 0) {
        unit.district("350403", "梅列区");
      }
      if (random.nextInt(10) == 0) {
        unit.excluded(Exclusion.SELF_BUILT);
      }
      units.add(unit.build());
    }
    List<Barrier> barriers = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      double x1 = 500000 + random.nextDouble() * 250;
      double x2 = 500000 + random.nextDouble() * 250;
      double width = 1 + random.nextDouble() * 20;
      String wkt =
          random.nextBoolean()
              ? String.format(Locale.ROOT, "LINESTRING (%f 2899900, %f 2900400)", x1, x2)
              : String.format(
                  Locale.ROOT,
                  "POLYGON ((%f 2899900, %f 2899900, %f 2900400, %f 2900400, %f 2899900))",
                  x1,
                  x1 + width,
                  x2 + width,
                  x2,
                  x1);
      barriers.add(new Barrier("r" + i, "", BarrierKind.RIVER, UnitBuilder.read(wkt)));
    }
    PackagingParameters parameters =
        UnitBuilder.parameters()
            .withMaxGapMetres(5 + random.nextInt(40))
            .withMaxDiameterMetres(random.nextBoolean() ? 600 : 60 + random.nextInt(150))
            .withHouseholds(
                random.nextBoolean() ? null : 50 + random.nextInt(200), 250 + random.nextInt(900));
    return new World(new PackagingInput(units, barriers), parameters);
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void packagesAreContiguousFeasibleAndComplete(int block) {
    for (int i = 0; i < SEEDS_PER_BLOCK; i++) {
      long seed = (long) block * SEEDS_PER_BLOCK + i;
      World world = world(seed);
      PackagePlan plan =
          new PlainRegionalizer().plan(world.input(), world.parameters(), Progress.NONE);
      check(world, plan, "plain, seed " + seed);
      PackagePlan searched =
          new SpanningTreeRegionalizer().plan(world.input(), world.parameters(), Progress.NONE);
      check(world, searched, "searched, seed " + seed);
    }
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void theSearchIsNeverWorseThanThePlainEngine(int block) {
    int better = 0;
    for (int i = 0; i < 100; i++) {
      long seed = 1000 + 100L * block + i;
      World world = world(seed);
      PackagePlan plain =
          new PlainRegionalizer().plan(world.input(), world.parameters(), Progress.NONE);
      PackagePlan searched =
          new SpanningTreeRegionalizer().plan(world.input(), world.parameters(), Progress.NONE);
      int fewerLeft = plain.leftovers().size() - searched.leftovers().size();
      assertThat(fewerLeft).as("seed %d", seed).isNotNegative();
      if (fewerLeft == 0) {
        assertThat(searched.packages().size())
            .as("seed %d", seed)
            .isLessThanOrEqualTo(plain.packages().size());
      } else {
        better++;
      }
    }
    assertThat(better).as("worlds where the search leaves over fewer").isPositive();
  }

  private static void check(World world, PackagePlan plan, String label) {
    Set<String> seen = new TreeSet<>();
    for (WorkPackage made : plan.packages()) {
      List<PackagingUnit> members =
          made.members().stream().map(id -> plan.graph().getUnit(id)).toList();
      assertThat(members.size()).as(label).isGreaterThanOrEqualTo(2);
      assertThat(reached(members, world)).as(label).hasSize(members.size());
      assertThat(isFeasible(members, world.parameters())).as(label).isTrue();
      Integer min = world.parameters().minHouseholds();
      assertThat(min == null || known(members) >= min).as(label).isTrue();
      assertThat(members)
          .as(label)
          .extracting(PackagingUnit::adcode)
          .containsOnly(members.get(0).adcode());
      assertThat(made.facts().totals().households().known()).isEqualTo(known(members));
      made.members().forEach(id -> assertThat(seen.add(id)).as(label).isTrue());
    }
    plan.leftovers().forEach(left -> assertThat(seen.add(left.id())).as(label).isTrue());
    plan.standAlone().forEach(alone -> assertThat(seen.add(alone.id())).as(label).isTrue());
    plan.excluded().forEach(id -> assertThat(seen.add(id)).as(label).isTrue());
    assertThat(seen).as(label).hasSize(world.input().units().size());
    checkThatNoLeftoverFits(world, plan, label);
    checkEveryPair(world, plan, label);
  }

  /** A single leftover must not fit into a package that it is a usable neighbour of. */
  private static void checkThatNoLeftoverFits(World world, PackagePlan plan, String label) {
    for (Leftover left : plan.leftovers()) {
      PackagingUnit unit = plan.graph().getUnit(left.id());
      if (unit.role(world.parameters()) != UnitRole.CANDIDATE
          || left.reason() == LeftoverReason.BELOW_MIN
          || left.reason() == LeftoverReason.SIZE_UNKNOWN) {
        continue;
      }
      for (WorkPackage made : plan.packages()) {
        List<PackagingUnit> union = new ArrayList<>();
        made.members().forEach(id -> union.add(plan.graph().getUnit(id)));
        boolean neighbour = union.stream().anyMatch(m -> areJoined(m, unit, world));
        union.add(unit);
        assertThat(neighbour && isFeasible(union, world.parameters()))
            .as("%s: %s would fit into %s", label, unit.id(), made.id())
            .isFalse();
      }
    }
  }

  private static void checkEveryPair(World world, PackagePlan plan, String label) {
    List<PackagingUnit> units = world.input().units();
    for (PackagingUnit a : units) {
      for (PackagingUnit b : units) {
        if (a.id().compareTo(b.id()) < 0) {
          boolean usable =
              plan.graph().edgesOf(a.id()).stream()
                  .anyMatch(e -> e.joins(b.id()) && e.use() == EdgeUse.USABLE);
          assertThat(usable)
              .as("%s: %s and %s", label, a.id(), b.id())
              .isEqualTo(areJoined(a, b, world));
        }
      }
    }
  }

  private static Set<String> reached(List<PackagingUnit> members, World world) {
    Set<String> reached = new HashSet<>(Set.of(members.get(0).id()));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (PackagingUnit a : members) {
        for (PackagingUnit b : members) {
          if (reached.contains(a.id()) && !a.equals(b) && areJoined(a, b, world)) {
            grown |= reached.add(b.id());
          }
        }
      }
    }
    return reached;
  }

  private static boolean areJoined(PackagingUnit a, PackagingUnit b, World world) {
    Geometry shapeA = a.geometry();
    Geometry shapeB = b.geometry();
    if (shapeA == null
        || shapeB == null
        || !a.adcode().equals(b.adcode())
        || !a.street().equals(b.street())
        || shapeA.distance(shapeB) > world.parameters().maxGapMetres() + 1e-6) {
      return false;
    }
    boolean inOrder = a.id().compareTo(b.id()) < 0;
    Connector connector =
        inOrder ? Connector.between(shapeA, shapeB) : Connector.between(shapeB, shapeA);
    assertThat(connector.gapMetres())
        .isCloseTo(shapeA.distance(shapeB), org.assertj.core.data.Offset.offset(1e-6));
    assertThat(connector.shape().distance(shapeA)).isLessThan(1e-6);
    assertThat(connector.shape().distance(shapeB)).isLessThan(1e-6);
    return world.input().barriers().stream()
        .noneMatch(barrier -> isCrossed(barrier.geometry(), connector, shapeA, shapeB));
  }

  /** Random worlds are in general position: no barrier merely touches a connector. */
  private static boolean isCrossed(Geometry barrier, Connector connector, Geometry a, Geometry b) {
    if (connector.gapMetres() == 0) {
      return barrier.getDimension() == 2 && barrier.covers(a.intersection(b));
    }
    return barrier.getDimension() == 1
        ? connector.shape().crosses(barrier)
        : connector.shape().intersection(barrier).getLength() > 1e-6;
  }

  private static double known(List<PackagingUnit> members) {
    return members.stream()
        .map(PackagingUnit::households)
        .filter(h -> h != null)
        .mapToInt(Integer::intValue)
        .sum();
  }

  private static boolean isFeasible(List<PackagingUnit> members, PackagingParameters parameters) {
    double widest = 0;
    for (PackagingUnit a : members) {
      for (PackagingUnit b : members) {
        Geometry shapeA = a.geometry();
        Geometry shapeB = b.geometry();
        if (shapeA != null && shapeB != null) {
          for (Coordinate p : shapeA.getCoordinates()) {
            for (Coordinate q : shapeB.getCoordinates()) {
              widest = Math.max(widest, p.distance(q));
            }
          }
        }
      }
    }
    return known(members) <= parameters.maxHouseholds()
        && widest <= parameters.maxDiameterMetres() + 1e-6;
  }
}
