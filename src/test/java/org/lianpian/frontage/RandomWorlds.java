package org.lianpian.frontage;

import java.util.Random;
import org.lianpian.model.WatercourseKind;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Small riverside worlds by seed: winding water, units of many shapes that touch and overlap. */
final class RandomWorlds {
  private static final AffineTransformation TO_ZONE_39 =
      AffineTransformation.translationInstance(39_429_900, 2_885_800);

  private final Random random;
  private final World world = new World();

  private RandomWorlds(long seed) {
    this.random = new Random(seed);
  }

  /** Returns a world of one or two waters and four to six communities. */
  static World of(long seed) {
    return new RandomWorlds(seed).build();
  }

  private World build() {
    switch (random.nextInt(4)) {
      case 0 -> world.river("河", winding(0, 10));
      case 1 -> {
        world.river("河", winding(0, 8));
        world.river("溪", winding(30 + random.nextInt(30), 3));
      }
      case 2 ->
          world.river("河", "POLYGON ((-90 -40, 90 -40, 90 40, -90 40, -90 -40), " + island() + ")");
      default ->
          world.water(
              "河",
              "河",
              "LINESTRING (-80 %s, -20 %s, 25 %s, 80 %s)".formatted(y(), y(), y(), y()),
              WatercourseKind.RIVER,
              6 + random.nextDouble() * 14,
              true,
              false);
    }
    int units = 4 + random.nextInt(3);
    for (int i = 0; i < units; i++) {
      world.add(World.communityOf("C" + i, unit(), 0));
    }
    AffineTransformation turn =
        AffineTransformation.rotationInstance(random.nextDouble() * 2 * Math.PI);
    World turned = random.nextInt(3) == 0 ? world : world.moved(turn);
    return random.nextInt(4) == 0 ? turned.moved(TO_ZONE_39) : turned;
  }

  private String y() {
    return Double.toString(random.nextDouble() * 30 - 15);
  }

  /** Returns a band along the x axis whose banks have a vertex every few metres. */
  private String winding(double middle, double halfWidth) {
    int step = 4 + random.nextInt(30);
    double phase = random.nextDouble() * 6;
    StringBuilder north = new StringBuilder();
    StringBuilder south = new StringBuilder();
    for (int x = -80; x <= 80; x += step) {
      double y = middle + 8 * Math.sin(x / 25.0 + phase);
      double north1 = y + halfWidth + random.nextDouble() * 3;
      double south1 = y - halfWidth - random.nextDouble() * 3;
      north.append(x).append(' ').append(north1).append(", ");
      south.insert(0, x + " " + south1 + ", ");
    }
    String start = north.substring(0, north.indexOf(","));
    return "POLYGON ((" + north + south + start + "))";
  }

  private String island() {
    double x = random.nextDouble() * 40 - 30;
    return "(%1$s -15, %2$s -18, %2$s 16, %1$s 12, %1$s -15)".formatted(x, x + 30);
  }

  private Geometry unit() {
    double width = 6 + random.nextInt(16);
    double depth = 5 + random.nextInt(10);
    // whole metres, so that some units share walls
    double x = random.nextInt(70) - 35;
    double y = random.nextInt(60) - 30;
    String shape =
        switch (random.nextInt(5)) {
          case 0 -> // an L
              "POLYGON ((0 0, %1$s 0, %1$s %2$s, 4 %2$s, 4 %3$s, 0 %3$s, 0 0))"
                  .formatted(width, depth / 2, depth + 4);
          case 1 -> // a U
              "POLYGON ((0 0, 3 0, 3 4, %3$s 4, %3$s 0, %1$s 0, %1$s %2$s, 0 %2$s, 0 0))"
                  .formatted(width + 4, depth + 5, width + 1);
          case 2 -> // a courtyard
              "POLYGON ((0 0, %1$s 0, %1$s %2$s, 0 %2$s, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2))"
                  .formatted(width, depth);
          default -> World.box(0, 0, width, depth);
        };
    AffineTransformation place =
        random.nextBoolean()
            ? AffineTransformation.rotationInstance(random.nextDouble() * 2 * Math.PI)
            : new AffineTransformation();
    return place.translate(x, y).transform(World.wkt(shape));
  }
}
