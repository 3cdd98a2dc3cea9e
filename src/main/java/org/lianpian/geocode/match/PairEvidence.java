package org.lianpian.geocode.match;

import static org.lianpian.geocode.match.Evidence.*;

import java.util.Arrays;

/** Gathers the evidence on one pair of an asked and a known name. Not thread-safe. */
final class PairEvidence {
  private static final float GENERIC_COST = 0.5f;
  private static final int NEAR_NUMBERS = 12;
  private static final int SHARED_ADDRESS_PAIRS = 3;

  private final Alignment alignment = new Alignment();
  private final float[] values = new float[Evidence.ALL];
  private final int[] row = new int[NameUnits.LONGEST + 1];

  /** Returns the evidence; the array is used again by the next call. */
  float[] of(
      AskedName asked,
      NameUnits form,
      float[] weights,
      float total,
      KnownName name,
      KnownEstate known,
      int bearers) {
    Arrays.fill(values, 0);
    set(BASE, 1);
    alignment.align(form, weights, name.units(), name.weights());
    names(form, total, name);
    boolean same = alignment.cost == 0;
    roads(asked, known);
    district(asked, known);
    if (same) {
      set(NAME_SAME, 1);
      set(SAME_NAME_ELSEWHERE, (float) Math.log(Math.max(1, bearers)));
      set(SAME_NAME_OTHER_ROAD, value(ROAD_OTHER));
      set(SAME_NAME_OTHER_DISTRICT, value(DISTRICT_OTHER));
    }
    leads(asked, form, known, name);
    boolean otherRoad = name.units().isRoad() && !form.isRoad();
    set(KNOWN_IS_ROAD, otherRoad ? 1 : 0);
    boolean byNumber = form.hasNumber() || name.units().hasNumber();
    boolean marks = alignment.marksConflict + alignment.marksAsked + alignment.marksKnown > 0;
    set(NUMBER_NAME_DIFFERS, byNumber && marks ? 1 : 0);
    boolean generic =
        !same
            && form.length() - form.genericEnd()
                == name.units().length() - name.units().genericEnd()
            && alignment.cost < GENERIC_COST
            && alignment.replacedCount + alignment.alikeCount + alignment.marksConflict == 0;
    set(GENERIC_ONLY, generic ? 1 : 0);
    set(SHORT, form.length() <= 2 ? 1 : 0);
    set(ALIAS, name.alias() ? 1 : 0);
    boolean inside =
        (known.core().length() >= 3 && asked.address().contains(known.core()))
            || (asked.core().length() >= 3 && known.address().contains(asked.core()));
    set(NAME_IN_ADDRESS, inside ? 1 : 0);
    int shared = shared(asked.pairs(), known.pairs());
    set(ADDRESS_SHARED, Math.min(1, (float) shared / SHARED_ADDRESS_PAIRS));
    return values;
  }

  private void leads(AskedName asked, NameUnits form, KnownEstate known, KnownName name) {
    if (alignment.leadKnown > 1) {
      String start = name.units().start(alignment.leadKnown);
      if (!start.isEmpty() && asked.address().contains(start)) {
        set(KNOWN_LEAD_EXPLAINED, value(KNOWN_LEAD));
      }
    }
    if (alignment.leadAsked > 1) {
      String start = form.start(alignment.leadAsked);
      boolean there = known.address().contains(start);
      if (!start.isEmpty() && there) {
        set(ASKED_LEAD_EXPLAINED, value(ASKED_LEAD));
      }
    }
  }

  private void names(NameUnits form, float total, KnownName name) {
    float cost = alignment.cost;
    set(COST_SMALL, Math.min(cost, 0.5f));
    set(COST_MIDDLE, Math.max(0, Math.min(cost - 0.5f, 1)));
    set(COST_LARGE, Math.max(0, Math.min(cost - 1.5f, 3)));
    set(ASKED_COVERED, total == 0 ? 0 : (alignment.same + alignment.alike) / total);
    set(KNOWN_COVERED, (alignment.same + alignment.alike) / name.total());
    set(ALIKE_WEIGHT, alignment.alike);
    set(ALIKE_MANY, Math.max(0, alignment.alikeCount - 1));
    set(REPLACED_SHARE, alignment.replaced / Math.max(total, name.total()));
    set(REPLACED_COUNT, alignment.replacedCount);
    set(ASKED_LEAD, alignment.onlyAsked[0]);
    set(ASKED_INNER, alignment.onlyAsked[1]);
    set(ASKED_TAIL, alignment.onlyAsked[2]);
    set(KNOWN_LEAD, alignment.onlyKnown[0]);
    set(KNOWN_INNER, alignment.onlyKnown[1]);
    set(KNOWN_TAIL, alignment.onlyKnown[2]);
    set(MARK_CONFLICT, Math.min(2, alignment.marksConflict));
    set(MARK_ASKED, Math.min(2, alignment.marksAsked));
    set(MARK_KNOWN, Math.min(2, alignment.marksKnown));
    set(MARK_SAME, Math.min(2, alignment.marksSame));
    set(DISTINCT, Math.min(3, alignment.same));
    set(REORDERED, reordered(form, name.units()));
  }

  /** Returns the share of units that are in both names but not in the same order. */
  private float reordered(NameUnits form, NameUnits known) {
    int n = form.length();
    int used = 0;
    int common = 0;
    if (alignment.cost == 0) {
      return 0;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < known.length(); j++) {
        if ((used & 1 << j) == 0 && form.unit(i) == known.unit(j)) {
          used |= 1 << j;
          common++;
          break;
        }
      }
    }
    return n == 0 ? 0 : Math.max(0, common - kept(form, known)) / (float) n;
  }

  /** Returns the length of the longest common subsequence. */
  private int kept(NameUnits form, NameUnits known) {
    int m = known.length();
    Arrays.fill(row, 0, m + 1, 0);
    for (int i = 0; i < form.length(); i++) {
      int diagonal = 0;
      for (int j = 1; j <= m; j++) {
        int above = row[j];
        row[j] = form.unit(i) == known.unit(j - 1) ? diagonal + 1 : Math.max(row[j], row[j - 1]);
        diagonal = above;
      }
    }
    return row[m];
  }

  private void roads(AskedName asked, KnownEstate known) {
    boolean same = false;
    boolean number = false;
    boolean near = false;
    boolean far = false;
    for (RoadHint one : asked.roads()) {
      for (RoadHint other : known.roads()) {
        if (one.sameRoad(other)) {
          same = true;
          if (one.number() > 0 && other.number() > 0) {
            int apart = Math.abs(one.number() - other.number());
            number |= apart == 0;
            near |= apart > 0 && apart <= NEAR_NUMBERS;
            far |= apart > NEAR_NUMBERS;
          }
        }
      }
    }
    set(ROAD_SAME, same ? 1 : 0);
    set(NUMBER_SAME, number ? 1 : 0);
    set(NUMBER_NEAR, near && !number ? 1 : 0);
    set(NUMBER_FAR, far && !near && !number ? 1 : 0);
    set(ROAD_OTHER, !same && !asked.roads().isEmpty() && !known.roads().isEmpty() ? 1 : 0);
  }

  private void district(AskedName asked, KnownEstate known) {
    if (asked.districts() != 0 && known.district() >= 0 && known.district() < 64) {
      boolean same = (asked.districts() & 1L << known.district()) != 0;
      set(same ? DISTRICT_SAME : DISTRICT_OTHER, 1);
    }
  }

  private static int shared(int[] one, int[] other) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      if (one[i] == other[j]) {
        shared++;
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }

  private void set(Evidence evidence, float value) {
    values[evidence.ordinal()] = value;
  }

  private float value(Evidence evidence) {
    return values[evidence.ordinal()];
  }
}
