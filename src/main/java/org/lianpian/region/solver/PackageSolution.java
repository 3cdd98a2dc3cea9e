package org.lianpian.region.solver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Packages of a problem.
 *
 * @param labels the package of each area, at least 0, or -1 when it is left over; packages are
 *     numbered by their smallest ids
 * @param causes why an area is left over; null for the others
 * @param certificates one for each component, in the order of their smallest ids; areas that are
 *     frozen, or that no package can take, are in none
 */
public record PackageSolution(
    int[] labels, @Nullable LeftoverCause[] causes, List<Certificate> certificates) {

  public PackageSolution {
    certificates = List.copyOf(certificates);
  }

  /** Returns how many packages there are, frozen ones included. */
  public int packages() {
    return (int) java.util.Arrays.stream(labels).filter(label -> label >= 0).distinct().count();
  }

  /** Returns how many areas are in no package. */
  public int leftovers() {
    return (int) java.util.Arrays.stream(labels).filter(label -> label < 0).count();
  }

  /** Returns how many packages there can be at most beside frozen ones, by the certificates. */
  public double bound() {
    return certificates.stream().mapToDouble(Certificate::bound).sum();
  }
}
