package org.lianpian.geocode.match;

/**
 * The cheapest way to turn one name into another, and what it changed, in weights of units.
 *
 * <p>Keeping a unit costs nothing, a unit that sounds alike a third of its weight, leaving out or
 * adding a unit its weight, another unit nearly both. Rare units weigh more than common ones. Ties
 * prefer keeping, then replacing, then leaving out of the query.
 *
 * <p>Source: weighted edit distance after R. A. Wagner and M. J. Fischer, The string-to-string
 * correction problem, 1974; the costs are our own. Not thread-safe: it works in arrays of its own,
 * one for each thread. Cost: product of the lengths.
 */
final class Alignment {
  private static final float ALIKE = 0.35f;
  private static final float OTHER = 0.8f;
  private static final int SIZE = NameUnits.LONGEST + 1;

  private final float[] costs = new float[SIZE * SIZE];

  float same;
  float alike;
  int alikeCount;
  float replaced;
  int replacedCount;
  final float[] onlyAsked = new float[3];
  final float[] onlyKnown = new float[3];
  int leadAsked;
  int leadKnown;
  int marksConflict;
  int marksAsked;
  int marksKnown;
  int marksSame;
  float cost;

  /**
   * Aligns the name asked for with a known one.
   *
   * @param askedWeights weight of each unit of the asked name
   * @param knownWeights weight of each unit of the known name
   */
  void align(NameUnits asked, float[] askedWeights, NameUnits known, float[] knownWeights) {
    int n = asked.length();
    int m = known.length();
    fill(asked, askedWeights, known, knownWeights, n, m);
    clear();
    cost = costs[n * SIZE + m];
    trace(asked, askedWeights, known, knownWeights, n, m);
  }

  private void fill(NameUnits asked, float[] wa, NameUnits known, float[] wk, int n, int m) {
    costs[0] = 0;
    for (int j = 1; j <= m; j++) {
      costs[j] = costs[j - 1] + wk[j - 1];
    }
    for (int i = 1; i <= n; i++) {
      int row = i * SIZE;
      int above = row - SIZE;
      costs[row] = costs[above] + wa[i - 1];
      int unit = asked.unit(i - 1);
      int sound = asked.sound(i - 1);
      for (int j = 1; j <= m; j++) {
        float best =
            costs[above + j - 1]
                + replace(unit, sound, wa[i - 1], known.unit(j - 1), known.sound(j - 1), wk[j - 1]);
        best = Math.min(best, costs[above + j] + wa[i - 1]);
        costs[row + j] = Math.min(best, costs[row + j - 1] + wk[j - 1]);
      }
    }
  }

  private static float replace(int unit, int sound, float wa, int other, int otherSound, float wk) {
    if (unit == other) {
      return 0;
    }
    return sound == otherSound ? ALIKE * Math.max(wa, wk) : OTHER * (wa + wk);
  }

  private void clear() {
    leadAsked = leadKnown = 0;
    same = alike = replaced = 0;
    alikeCount = replacedCount = 0;
    marksConflict = marksAsked = marksKnown = marksSame = 0;
    for (int i = 0; i < 3; i++) {
      onlyAsked[i] = onlyKnown[i] = 0;
    }
  }

  private void trace(NameUnits asked, float[] wa, NameUnits known, float[] wk, int n, int m) {
    int i = n;
    int j = m;
    int zone = 2;
    float innerAsked = 0;
    float innerKnown = 0;
    while (i > 0 || j > 0) {
      float here = costs[i * SIZE + j];
      if (i > 0 && j > 0) {
        float step =
            replace(
                asked.unit(i - 1),
                asked.sound(i - 1),
                wa[i - 1],
                known.unit(j - 1),
                known.sound(j - 1),
                wk[j - 1]);
        if (here == costs[(i - 1) * SIZE + j - 1] + step) {
          pair(asked, i - 1, wa[i - 1], known, j - 1, wk[j - 1]);
          i--;
          j--;
          leadAsked = i;
          leadKnown = j;
          onlyAsked[1] += innerAsked;
          onlyKnown[1] += innerKnown;
          innerAsked = innerKnown = 0;
          zone = 1;
          continue;
        }
      }
      if (i > 0 && here == costs[(i - 1) * SIZE + j] + wa[i - 1]) {
        i--;
        if (asked.isMark(i)) {
          marksAsked++;
        }
        if (zone == 2) {
          onlyAsked[2] += wa[i];
        } else {
          innerAsked += wa[i];
        }
      } else {
        j--;
        if (known.isMark(j)) {
          marksKnown++;
        }
        if (zone == 2) {
          onlyKnown[2] += wk[j];
        } else {
          innerKnown += wk[j];
        }
      }
    }
    onlyAsked[0] = innerAsked;
    onlyKnown[0] = innerKnown;
    int both = Math.min(marksAsked, marksKnown);
    marksConflict += both;
    marksAsked -= both;
    marksKnown -= both;
  }

  private void pair(NameUnits asked, int i, float wa, NameUnits known, int j, float wk) {
    if (asked.unit(i) == known.unit(j)) {
      same += wa;
      marksSame += asked.isMark(i) ? 1 : 0;
    } else if (asked.isMark(i) && known.isMark(j)) {
      marksConflict++;
    } else if (asked.sound(i) == known.sound(j)) {
      alike += Math.max(wa, wk);
      alikeCount++;
    } else {
      replaced += Math.max(wa, wk);
      replacedCount++;
    }
  }
}
