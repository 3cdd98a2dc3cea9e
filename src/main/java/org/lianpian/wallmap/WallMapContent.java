package org.lianpian.wallmap;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.FeatureStore;

/**
 * What there is to show.
 *
 * @param store the dataset
 * @param codeOf the answer about a community of the theme that is asked for, or null without one
 * @param classes the classes of the theme in the order of the legend; communities without an answer
 *     are the class with an empty code
 * @param areas the areas of the plan
 * @param rules by which rules the answers were found, one line
 * @param printedOn the date of the map
 */
public record WallMapContent(
    FeatureStore store,
    Function<String, @Nullable String> codeOf,
    List<MapClass> classes,
    List<MappedArea> areas,
    String rules,
    LocalDate printedOn) {
  public WallMapContent {
    classes = List.copyOf(classes);
    areas = List.copyOf(areas);
  }
}
