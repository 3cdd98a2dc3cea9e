package org.lianpian.frontage;

import java.util.List;
import org.lianpian.model.Progress;

/** Decides which communities stand in the first row along an urban river (FZ-03). */
public interface FrontageClassifier {

  /**
   * Classifies every community of the input.
   *
   * @return one result per community, in the order of their ids, whatever the order of the input
   */
  List<FrontageResult> classify(
      FrontageInput input, FrontageParameters parameters, Progress progress);
}
