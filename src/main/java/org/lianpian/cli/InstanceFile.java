package org.lianpian.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.lianpian.region.solver.AreaGraph;

/**
 * A packaging benchmark as text: the number of areas, then for each, separated by tabs, id, x, y,
 * similarity, size and the numbers of its neighbours separated by commas.
 */
record InstanceFile(
    String[] ids, double[] x, double[] y, double[] similarity, long[] sizes, AreaGraph graph) {

  /**
   * Reads an instance.
   *
   * @throws IllegalArgumentException when the text is not of this form; names the line
   */
  static InstanceFile read(Path file) throws IOException {
    String text = Files.readString(file);
    int end = text.indexOf('\n');
    int line = 1;
    try {
      int areas = Integer.parseInt(text.substring(0, end < 0 ? text.length() : end).trim());
      String[] ids = new String[areas];
      double[] x = new double[areas];
      double[] y = new double[areas];
      double[] similarity = new double[areas];
      long[] sizes = new long[areas];
      int[] from = new int[8 * areas];
      int[] to = new int[8 * areas];
      int edges = 0;
      for (int i = 0; i < areas; i++) {
        line++;
        int start = end + 1;
        end = text.indexOf('\n', start);
        String[] fields =
            text.substring(start, end < 0 ? text.length() : end).trim().split("\t", -1);
        ids[i] = fields[0];
        x[i] = Double.parseDouble(fields[1]);
        y[i] = Double.parseDouble(fields[2]);
        similarity[i] = Double.parseDouble(fields[3]);
        sizes[i] = Long.parseLong(fields[4]);
        if (fields.length > 5 && !fields[5].isEmpty()) {
          for (String neighbour : fields[5].split(",")) {
            if (edges == from.length) {
              from = Arrays.copyOf(from, 2 * edges);
              to = Arrays.copyOf(to, 2 * edges);
            }
            from[edges] = i;
            to[edges++] = Integer.parseInt(neighbour);
          }
        }
      }
      AreaGraph graph = AreaGraph.of(areas, Arrays.copyOf(from, edges), Arrays.copyOf(to, edges));
      return new InstanceFile(ids, x, y, similarity, sizes, graph);
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          file + ":" + line + " 不是实例行 / is no line of an instance", e);
    }
  }
}
