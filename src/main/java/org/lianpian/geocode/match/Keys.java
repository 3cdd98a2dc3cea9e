package org.lianpian.geocode.match;

import java.util.List;

/**
 * The keys under which a name is found: its pairs of neighbouring sounds, its pairs with one sound
 * between them, its single sounds, and the numbered roads of its address.
 */
final class Keys {
  static final int MOST = 3 * NameUnits.LONGEST + 16;
  static final float ROAD_SHARE = 1f;

  private static final float SKIPPED_SHARE = 0.5f;
  private static final float SINGLE_SHARE = 0.4f;
  private static final int MOST_ROADS = 8;

  private Keys() {}

  /** Fills in the keys of a name, pairs first, and returns how many there are. */
  static int ofName(NameUnits name, int[] keys) {
    int count = 0;
    for (int i = 0; i + 1 < name.length(); i++) {
      keys[count++] = pair(name.sound(i), name.sound(i + 1), 1);
    }
    for (int i = 0; i + 2 < name.length(); i++) {
      keys[count++] = pair(name.sound(i), name.sound(i + 2), 2);
    }
    for (int i = 0; i < name.length(); i++) {
      keys[count++] = SoundIndex.mix(name.sound(i) * 31 + 3);
    }
    return count;
  }

  /** Returns a key that does not depend on the order, so that characters may change places. */
  private static int pair(int one, int other, int kind) {
    return SoundIndex.mix(Math.min(one, other) * 31 + kind) * 31 + Math.max(one, other);
  }

  /** Returns how much the key at an index counts in a name of a length. */
  static float share(int index, int length) {
    if (index < length - 1) {
      return 1;
    }
    return index < 2 * length - 3 ? SKIPPED_SHARE : SINGLE_SHARE;
  }

  /** Adds the keys of the numbered roads and returns the new count. */
  static int addRoads(List<RoadHint> roads, int[] keys, int count) {
    int all = count;
    for (RoadHint road : roads) {
      if (road.number() > 0 && all < count + MOST_ROADS) {
        keys[all++] = road.key() * 31 + road.number();
      }
    }
    return all;
  }
}
