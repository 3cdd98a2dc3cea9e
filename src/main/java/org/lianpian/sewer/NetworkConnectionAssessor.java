package org.lianpian.sewer;

import java.util.List;
import org.lianpian.model.Progress;

/**
 * The engine of the sewer analysis for whole cities: arrays instead of maps, and where sewage ends
 * found in one pass for all nodes. Its results equal those of {@link PlainConnectionAssessor}.
 *
 * <p>Stateless and thread-safe. Cost: {@code O(n log n)} for the network, and what each outlet's
 * water reaches.
 */
public final class NetworkConnectionAssessor implements ConnectionAssessor {

  @Override
  public List<SewerResult> assess(SewerInput input, Progress progress) {
    DrainageModel model = DrainageModel.of(input);
    return new CommunityAssessment(input, model.network(), model).assess(progress);
  }
}
