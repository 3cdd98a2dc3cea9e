package org.lianpian.geocode.match;

import org.lianpian.geocode.text.AddressNormaliser;

/**
 * What the names of the parts of one estate share: the name without numbers, letters and sides and
 * without the words that go with them.
 */
public final class EstateStem {
  private static final String PART_WORDS = "期区苑院组团号楼幢座栋园里村";
  private static final int NONE = 0;

  static final double ESTATE_METRES = 1500;

  private EstateStem() {}

  /**
   * Tells whether two entries are one estate or parts of one: they share their stem and lie within
   * 1500 m, as far as their positions are known.
   */
  public static boolean isSameEstate(Estate one, Estate other) {
    int stem = of(NameUnits.of(AddressNormaliser.text(one.name())));
    return stem != NONE
        && stem == of(NameUnits.of(AddressNormaliser.text(other.name())))
        && !(one.distance(other) > ESTATE_METRES);
  }

  /** Returns a number that is equal for parts of one estate, or 0 when nothing is left. */
  static int of(NameUnits name) {
    int length = name.length();
    if (length >= 4 && name.unit(length - 2) == '小' && name.unit(length - 1) == '区') {
      length -= 2;
    }
    int hash = 17;
    int kept = 0;
    boolean afterMark = false;
    for (int i = 0; i < length; i++) {
      boolean mark = name.isMark(i) && i >= 2;
      boolean word = afterMark && PART_WORDS.indexOf(name.unit(i)) >= 0;
      if (!mark && !word) {
        hash = 31 * hash + name.unit(i);
        kept++;
      }
      afterMark = mark;
    }
    return kept < 2 ? NONE : hash;
  }
}
