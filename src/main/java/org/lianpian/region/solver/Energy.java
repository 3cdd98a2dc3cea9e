package org.lianpian.region.solver;

/** Something to be made small, as a sum over the parts of a partition. */
interface Energy {

  /** Returns by how much it changes when a node goes to another part. */
  double ofMove(int node, int to);

  /** Returns by how much it changes when two nodes of different parts change places. */
  double ofSwap(int a, int b);

  /** Returns what one part has. */
  double ofPart(int part);

  /** Returns the sum over all parts. */
  static double total(Energy energy, Partition partition) {
    double sum = 0;
    for (int part = 0; part < partition.component.n; part++) {
      if (partition.first(part) != Partition.NONE) {
        sum += energy.ofPart(part);
      }
    }
    return sum;
  }
}
