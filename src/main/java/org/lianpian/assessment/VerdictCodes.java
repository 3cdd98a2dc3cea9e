package org.lianpian.assessment;

import java.util.Arrays;
import java.util.List;
import org.lianpian.frontage.FrontageStatus;
import org.lianpian.geocode.LocationStatus;
import org.lianpian.model.Analysis;
import org.lianpian.model.Labelled;
import org.lianpian.region.PackageStatus;
import org.lianpian.sewer.DrainageStatus;

/** The answers that each analysis can give, in the order of the legend. */
public final class VerdictCodes {
  private VerdictCodes() {}

  /** Returns the codes of an analysis with their labels. */
  public static List<Labelled> of(Analysis analysis) {
    return Arrays.asList(
        switch (analysis) {
          case ELIGIBILITY -> EligibilityStatus.values();
          case LOCATION -> LocationStatus.values();
          case PACKAGE -> PackageStatus.values();
          case FRONTAGE -> FrontageStatus.values();
          case SEWER -> DrainageStatus.values();
        });
  }

  /**
   * Returns the code with its labels.
   *
   * @throws IllegalArgumentException when the analysis has no such code
   */
  public static Labelled label(Analysis analysis, String code) {
    return of(analysis).stream()
        .filter(label -> label.name().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(analysis + " has no code '" + code + "'"));
  }
}
