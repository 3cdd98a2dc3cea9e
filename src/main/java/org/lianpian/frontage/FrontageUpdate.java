package org.lianpian.frontage;

import java.util.List;
import java.util.Set;
import org.lianpian.model.Subject;

/**
 * What a classification after an edit says.
 *
 * @param examined the answers whose input is not the known one, in the order of {@link
 *     FrontageClassifier#classify}
 * @param unchanged the subjects whose input is the known one, so that their answer is, too
 */
public record FrontageUpdate(List<FrontageResult> examined, Set<Subject> unchanged) {

  public FrontageUpdate {
    examined = List.copyOf(examined);
    unchanged = Set.copyOf(unchanged);
  }
}
