package org.lianpian.region.solver;

/** The sum of squared distances of the areas of a part to their centre. */
final class CompactnessEnergy implements Energy {
  private final Partition partition;
  private final Component component;

  CompactnessEnergy(Partition partition) {
    this.partition = partition;
    this.component = partition.component;
  }

  @Override
  public double ofMove(int node, int to) {
    int from = partition.part[node];
    return change(from, node, -1, -1, 0) + change(to, node, 1, -1, 0);
  }

  @Override
  public double ofSwap(int a, int b) {
    return change(partition.part[a], a, -1, b, 1) + change(partition.part[b], a, 1, b, -1);
  }

  @Override
  public double ofPart(int part) {
    return moment(
        partition.areas[part], partition.x[part], partition.y[part], partition.squares[part]);
  }

  private double change(int part, int a, int signA, int b, int signB) {
    double areas = partition.areas[part] + signA * component.weight(a);
    double x = partition.x[part] + signA * component.x[a];
    double y = partition.y[part] + signA * component.y[a];
    double squares = partition.squares[part] + signA * component.squares[a];
    if (b >= 0) {
      areas += signB * component.weight(b);
      x += signB * component.x[b];
      y += signB * component.y[b];
      squares += signB * component.squares[b];
    }
    return moment(areas, x, y, squares) - ofPart(part);
  }

  private static double moment(double areas, double x, double y, double squares) {
    return areas < 0.5 ? 0 : Math.max(0, squares - (x * x + y * y) / areas);
  }
}
