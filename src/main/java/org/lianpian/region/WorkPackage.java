package org.lianpian.region;

import java.util.List;

/**
 * A package (片区, 工程包, FZ-75): two or more small units, contiguous, within one district.
 *
 * @param id {@code PK-} and the smallest member's id, so that it stays while that member does
 * @param members ids, sorted
 */
public record WorkPackage(String id, String name, List<String> members, AreaFacts facts) {

  public WorkPackage {
    members = members.stream().sorted().toList();
  }
}
