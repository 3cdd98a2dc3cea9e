package org.lianpian.frontage;

import java.util.List;
import org.lianpian.model.Progress;

/** Decides who stands in the first row along an urban river (FZ-03). */
public interface FrontageClassifier {

  /**
   * Classifies every community of the input, and every scattered building (零散楼, U-9: it names no
   * community and lies in no parcel) within reach of a river. A scattered building that is not a
   * dwelling is measured and told to be {@link FrontageStatus#NOT_APPLICABLE}.
   *
   * @return one result per community in the order of their ids, then one per scattered building in
   *     the order of theirs, whatever the order of the input
   */
  List<FrontageResult> classify(
      FrontageInput input, FrontageParameters parameters, Progress progress);
}
