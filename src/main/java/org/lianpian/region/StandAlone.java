package org.lianpian.region;

import java.util.List;

/**
 * A large community that is carried out on its own (大型小区可作锚点).
 *
 * @param packages ids of the packages it is a neighbour of, sorted
 */
public record StandAlone(String id, List<String> packages, String zh, String en) {

  public StandAlone {
    packages = List.copyOf(packages);
  }
}
