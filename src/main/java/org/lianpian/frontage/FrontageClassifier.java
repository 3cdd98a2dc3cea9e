package org.lianpian.frontage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianpian.model.Progress;
import org.lianpian.model.Subject;

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

  /**
   * Classifies again after an edit: units whose input is still the known one are only named.
   *
   * <p>Together with the known answers this is what {@link #classify} answers. The plain way
   * examines all.
   *
   * @param knownHashes the hash of the input of each known answer
   */
  default FrontageUpdate classifyChanged(
      FrontageInput input,
      FrontageParameters parameters,
      Map<Subject, String> knownHashes,
      Progress progress) {
    return new FrontageUpdate(classify(input, parameters, progress), Set.of());
  }
}
