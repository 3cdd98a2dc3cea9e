package org.lianpian.frontage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** How far samples may differ from the exact answer. */
@NullUnmarked
final class OracleAgreement {
  private OracleAgreement() {}

  /**
   * Each end of an exposed run falls into one cell, whose middle speaks for it: half a step per
   * end. Two steps are allowed, or more for a unit of more than two runs.
   */
  static void check(String where, FrontageResult exact, FrontageResult sampled, double step) {
    assertThat(exact.rivers()).as(where).hasSameSizeAs(sampled.rivers());
    for (int i = 0; i < exact.rivers().size(); i++) {
      for (FrontageMode mode : FrontageMode.values()) {
        FrontageMeasurement one = exact.rivers().get(i).measurement(mode);
        FrontageMeasurement other = sampled.rivers().get(i).measurement(mode);
        assertThat(one == null).as(where).isEqualTo(other == null);
        if (one != null) {
          check(where + ", " + mode, one, other, step);
        }
      }
    }
  }

  private static void check(
      String where, FrontageMeasurement exact, FrontageMeasurement sampled, double step) {
    assertThat(exact.distanceMetres())
        .as("distance, %s", where)
        .isCloseTo(sampled.distanceMetres(), within(1e-6));
    int ends =
        2 * Math.max(exact.exposed().getNumGeometries(), sampled.exposed().getNumGeometries());
    double tolerance = Math.max(2 * step, ends * step / 2);
    assertThat(exact.exposedMetres())
        .as("exposed, %s", where)
        .isCloseTo(sampled.exposedMetres(), within(tolerance));
    assertThat(exact.frontageMetres())
        .as("frontage, %s", where)
        .isCloseTo(sampled.frontageMetres(), within(tolerance));
    if (exact.status() != sampled.status()) {
      double slack = tolerance / Math.max(exact.frontageMetres(), 1e-3);
      assertThat(List.of(0.1, 0.4, 0.6))
          .as("%s: %s became %s at %s", where, sampled.status(), exact.status(), exact.share())
          .anySatisfy(threshold -> assertThat(exact.share()).isCloseTo(threshold, within(slack)));
    }
    for (Shield shield : exact.shields()) {
      double seen =
          sampled.shields().stream()
              .filter(other -> other.id().equals(shield.id()))
              .mapToDouble(Shield::hiddenMetres)
              .sum();
      assertThat(shield.hiddenMetres())
          .as("hidden by %s, %s", shield.id(), where)
          .isCloseTo(seen, within(tolerance));
    }
    assertThat(exact.exposed().getLength())
        .as("runs, %s", where)
        .isGreaterThanOrEqualTo(exact.exposedMetres() - 1e-4);
  }
}
