package org.lianpian.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.lianpian.region.solver.AreaGraph;
import org.lianpian.region.solver.BoundedAttribute;
import org.lianpian.region.solver.Dissimilarity;
import org.lianpian.region.solver.PackageProblem;

/**
 * A generated city of estates on a grid, cut into blocks by barriers, for measuring.
 *
 * <p>Blocks are 4 to 7 estates wide and high; of the neighbours in a block, side by side or corner
 * to corner, some are too far apart. Sizes are skewed as in real ledgers: mostly 20 to 200
 * households, few above 1,000.
 */
record EstateWorld(AreaGraph graph, long[] households, double[] years, double[] x, double[] y) {

  static EstateWorld generate(int estates, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int width = (int) Math.ceil(Math.sqrt(estates));
    int[] block = blocks(width, random);
    long[] households = new long[estates];
    double[] years = new double[estates];
    double[] x = new double[estates];
    double[] y = new double[estates];
    int[] from = new int[4 * estates];
    int[] to = new int[4 * estates];
    int edges = 0;
    for (int i = 0; i < estates; i++) {
      int column = i % width;
      int row = i / width;
      x[i] = 80 * (column + 0.5 * random.nextDouble());
      y[i] = 80 * (row + 0.5 * random.nextDouble());
      years[i] = 1975 + random.nextInt(30);
      households[i] = Math.min(1500, Math.round(15 + 90 * -Math.log(1 - random.nextDouble())));
      int[][] steps = {{1, 0, 85}, {0, 1, 85}, {1, 1, 15}, {-1, 1, 15}};
      for (int[] step : steps) {
        int otherColumn = column + step[0];
        int otherRow = row + step[1];
        int other = otherRow * width + otherColumn;
        if (otherColumn >= 0
            && otherColumn < width
            && other < estates
            && block[column] == block[otherColumn]
            && block[row] == block[otherRow]
            && random.nextInt(100) < step[2]) {
          from[edges] = i;
          to[edges++] = other;
        }
      }
    }
    return new EstateWorld(
        AreaGraph.of(estates, Arrays.copyOf(from, edges), Arrays.copyOf(to, edges)),
        households,
        years,
        x,
        y);
  }

  /** Returns the number of the block of each column, and of each row. */
  private static int[] blocks(int width, SplittableRandom random) {
    int[] block = new int[width + 1];
    int number = 0;
    int left = 4 + random.nextInt(4);
    for (int i = 0; i <= width; i++) {
      if (left-- == 0) {
        number++;
        left = 3 + random.nextInt(4);
      }
      block[i] = number;
    }
    return block;
  }

  PackageProblem problem(long min, long max) {
    String[] ids = new String[households.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = String.format(Locale.ROOT, "E%06d", i);
    }
    return PackageProblem.builder(ids, graph)
        .attribute(new BoundedAttribute("households", households, min, max))
        .dissimilarity(Dissimilarity.ofValues(years))
        .positions(x, y)
        .build();
  }
}
