package org.lianpian.sewer.profile;

import java.util.List;

/**
 * Where stations and levels stand on the sheet: the largest of the usual scales at which all fits.
 *
 * <p>A stretch whose length nobody knows gets a fixed width, so that its stations do not coincide.
 */
final class ProfileScale {
  private static final int[] USUAL = {
    50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000
  };

  private static final double UNKNOWN_STRETCH_MILLIMETRES = 8;
  private static final double NO_LEVELS_METRES = 1;

  final int horizontal;
  final int vertical;

  /** The level at the bottom of the plot, in metres. */
  final double lowest;

  /** The distance of the level lines, in metres. */
  final double step;

  private final double[] x;
  private final double plotBottom;

  ProfileScale(LongitudinalProfile profile, ProfileSheet sheet) {
    List<ProfileSection> sections = profile.sections();
    long unknown = sections.stream().filter(section -> section.lengthMetres() == null).count();
    double gap =
        Math.min(UNKNOWN_STRETCH_MILLIMETRES, unknown == 0 ? 0 : sheet.plotWidth() / 2 / unknown);
    double room = sheet.plotWidth() - unknown * gap;
    horizontal = usual(1000 * profile.lengthMetres() / room);
    x = new double[sections.size() + 1];
    x[0] = ProfileSheet.LEFT + ProfileSheet.MARGIN;
    for (int i = 0; i < sections.size(); i++) {
      Double metres = sections.get(i).lengthMetres();
      x[i + 1] = x[i] + (metres == null ? gap : 1000 * metres / horizontal);
    }
    double[] levels = profile.levels().orElse(new double[] {0, NO_LEVELS_METRES});
    // a fifth of the plot stays free for labels
    vertical = usual(1000 * (levels[1] - levels[0]) / (0.8 * sheet.plotHeight));
    step = stepOf(vertical);
    double free = sheet.plotHeight * vertical / 1000 - (levels[1] - levels[0]);
    lowest = Math.floor((levels[0] - free / 3) / step) * step;
    plotBottom = sheet.plotBottom();
  }

  private static int usual(double least) {
    for (int scale : USUAL) {
      if (scale >= least) {
        return scale;
      }
    }
    return (int) Math.ceil(least / 1e6) * 1_000_000;
  }

  /** Level lines stand at least 8 mm apart. */
  private static double stepOf(int vertical) {
    double least = 8.0 * vertical / 1000;
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double lead : new double[] {1, 2, 5}) {
      if (lead * power >= least) {
        return lead * power;
      }
    }
    return 10 * power;
  }

  double x(int station) {
    return x[station];
  }

  double y(double level) {
    return plotBottom - 1000 * (level - lowest) / vertical;
  }

  /** Returns the right end of the drawing. */
  double end() {
    return x[x.length - 1];
  }
}
