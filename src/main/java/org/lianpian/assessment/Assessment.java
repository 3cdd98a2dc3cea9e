package org.lianpian.assessment;

import java.util.List;
import org.lianpian.model.Community;
import org.lianpian.model.Verdict;
import org.lianpian.region.PackagePlan;

/**
 * The answers of one run over a dataset.
 *
 * @param communities all communities, with the positions that were found
 * @param verdicts sorted by id
 * @param plan the proposed packages
 */
public record Assessment(List<Community> communities, List<Verdict> verdicts, PackagePlan plan) {

  public Assessment {
    communities = List.copyOf(communities);
    verdicts = List.copyOf(verdicts);
  }
}
