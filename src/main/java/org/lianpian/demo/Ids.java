package org.lianpian.demo;

import java.util.Locale;
import org.lianpian.model.Provenance;

/** Gives ids that no other town gives, and provenance that says the data are invented. */
final class Ids {
  static final String DISTRICT_CODE = "350404";
  static final String DISTRICT = "三元区";

  private final int town;
  private int next = 1;

  Ids(int town) {
    this.town = town;
  }

  /** Returns a town-wide serial id such as {@code RD0001-00042}. */
  String next(String prefix) {
    return String.format(Locale.ROOT, "%s%04d-%05d", prefix, town + 1, next++);
  }

  /** Returns a community's id: division code and serial number. */
  static String community(int serial) {
    return String.format(Locale.ROOT, "%s-%06d", DISTRICT_CODE, serial);
  }

  Provenance provenance() {
    return Provenance.of("示意数据", "town/" + (town + 1));
  }
}
