package org.lianpian.geocode.match;

import java.util.ArrayList;
import java.util.List;

/**
 * A road that an address names, with the number on it if it says one.
 *
 * @param name the road's name with its kind, at most six characters before it; may begin with the
 *     end of what stands before it
 * @param number the first number, or 0 when there is none
 */
record RoadHint(String name, int number) {
  private static final int LONGEST = 7;
  private static final String KINDS = "路街巷弄道";
  private static final String UNITS = "省市区县镇乡村号与和近及至口";

  /** Finds the roads of a normalised address, in the order in which it names them. */
  static List<RoadHint> find(String text) {
    List<RoadHint> roads = new ArrayList<>(2);
    int from = 0;
    for (int i = 1; i < text.length(); i++) {
      char character = text.charAt(i);
      if (!isPart(character) || (UNITS.indexOf(character) >= 0 && !isCityOf(text, i))) {
        from = i + 1;
      } else if (KINDS.indexOf(character) >= 0 && i - from >= 1 && !isOffice(text, i)) {
        int end = endOfKind(text, i);
        String name = text.substring(Math.max(from, i + 1 - LONGEST), i + 1);
        roads.add(new RoadHint(name, numberAt(text, end)));
        from = end;
        i = end - 1;
      }
    }
    return roads;
  }

  private static boolean isPart(char character) {
    return Character.isLetterOrDigit(character);
  }

  /** 市 and 区 inside a road's name: 区府路, 市桥路. */
  private static boolean isCityOf(String text, int index) {
    return index + 2 < text.length() && KINDS.indexOf(text.charAt(index + 2)) >= 0;
  }

  /** 街道 names an office, 街口 and 路口 a crossing that the road before it already names. */
  private static boolean isOffice(String text, int index) {
    return text.charAt(index) == '街' && index + 1 < text.length() && text.charAt(index + 1) == '道';
  }

  private static int endOfKind(String text, int index) {
    int end = index + 1;
    boolean section =
        end + 1 < text.length()
            && "东西南北中一二三四五".indexOf(text.charAt(end)) >= 0
            && text.charAt(end + 1) == '段';
    return section ? end + 2 : end;
  }

  private static int numberAt(String text, int start) {
    int value = 0;
    int i = start;
    while (i < text.length() && i < start + 5 && Character.isDigit(text.charAt(i))) {
      value = value * 10 + Character.digit(text.charAt(i), 10);
      i++;
    }
    return value;
  }

  /** Returns the key of the last three characters: 姑苏平海路 and 平海路 have the same. */
  int key() {
    int hash = 7;
    for (int i = Math.max(0, name.length() - 3); i < name.length(); i++) {
      hash = 31 * hash + name.charAt(i);
    }
    return SoundIndex.mix(hash);
  }

  /** Tells whether one name ends with the other. */
  boolean sameRoad(RoadHint other) {
    return name.endsWith(other.name) || other.name.endsWith(name);
  }
}
