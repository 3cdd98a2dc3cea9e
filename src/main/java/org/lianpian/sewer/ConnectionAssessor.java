package org.lianpian.sewer;

import java.util.List;
import org.lianpian.model.Progress;

/**
 * Decides whether the sewage of each community is separated and connected (SM-14, SM-30, NL-06).
 */
public interface ConnectionAssessor {

  /**
   * Assesses every community of the input.
   *
   * @return one result per community, in the order of their ids, whatever the order of the input
   */
  List<SewerResult> assess(SewerInput input, Progress progress);
}
