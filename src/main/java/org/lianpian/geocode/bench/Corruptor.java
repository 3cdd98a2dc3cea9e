package org.lianpian.geocode.bench;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.lianpian.geocode.match.Estate;
import org.lianpian.geocode.match.NameQuery;
import org.lianpian.geocode.text.Han;

/**
 * Writes the row of an estate as a careless office would. Half of the rows keep the address, those
 * of {@link Corruption#DROPPED_LEVELS} neither address nor district. Deterministic for a seed.
 */
public final class Corruptor {
  private static final String DIGITS = "〇一二三四五六七八九";
  private static final char FIRST = '\u4e00';
  private static final char LAST = '\u9fa5';
  private static final String COMMON = commonCharacters();
  private static final char[] TRADITIONAL = traditional();

  private final Random random;

  public Corruptor(long seed) {
    this.random = new Random(seed);
  }

  /** Returns the query for an estate in one way of writing it wrongly. */
  public NameQuery corrupt(Estate estate, Corruption way) {
    String name = estate.name();
    String address = random.nextBoolean() ? estate.address() : "";
    String district = estate.district();
    return switch (way) {
      case TYPO -> new NameQuery(replace(name, false), district, address);
      case HOMOPHONE -> new NameQuery(replace(name, true), district, address);
      case DELETION -> new NameQuery(delete(name), district, address);
      case DROPPED_LEVELS -> new NameQuery(name, "", "");
      case REORDER -> reorder(name, district, address);
      case NUMERALS -> new NameQuery(numerals(name), district, numerals(address));
      case FULL_WIDTH -> new NameQuery(wide(name), district, wide(address));
      case TRADITIONAL ->
          new NameQuery(traditional(name), traditional(district), traditional(address));
      case SUFFIX -> new NameQuery(suffix(name), district, address);
      case TWO_TYPOS -> new NameQuery(edit(edit(name)), district, address);
    };
  }

  private String edit(String name) {
    return switch (random.nextInt(4)) {
      case 0 -> replace(name, false);
      case 1 -> replace(name, true);
      case 2 -> delete(name);
      default -> insert(name);
    };
  }

  private String replace(String name, boolean soundsAlike) {
    int at = hanIndex(name);
    if (at < 0) {
      return name;
    }
    StringBuilder others = new StringBuilder();
    if (soundsAlike) {
      Han.homophones(name.charAt(at))
          .chars()
          .filter(c -> COMMON.indexOf(c) >= 0 && c != name.charAt(at))
          .forEach(c -> others.append((char) c));
    }
    String from = others.length() == 0 ? COMMON : others.toString();
    char other = from.charAt(random.nextInt(from.length()));
    return name.substring(0, at) + other + name.substring(at + 1);
  }

  private String delete(String name) {
    int at = hanIndex(name);
    return at < 0 || name.length() < 3 ? name : name.substring(0, at) + name.substring(at + 1);
  }

  private String insert(String name) {
    int at = random.nextInt(name.length() + 1);
    char other = COMMON.charAt(random.nextInt(COMMON.length()));
    return name.substring(0, at) + other + name.substring(at);
  }

  private int hanIndex(String name) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < name.length(); i++) {
      if (Han.syllable(name.charAt(i)) > 0) {
        places.add(i);
      }
    }
    return places.isEmpty() ? -1 : places.get(random.nextInt(places.size()));
  }

  private NameQuery reorder(String name, String district, String address) {
    List<String> parts = new ArrayList<>(List.of(address.split("(?<=[路街道巷号区)）])")));
    Collections.shuffle(parts, random);
    String shuffled = String.join("", parts);
    int at = random.nextInt(Math.max(1, name.length() - 1));
    boolean swap = random.nextBoolean() && name.length() > 2;
    String swapped =
        swap
            ? name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2)
            : name;
    return new NameQuery(swapped, district, shuffled);
  }

  private static String numerals(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      int digit = DIGITS.indexOf(character);
      if (character >= '0' && character <= '9') {
        out.append(DIGITS.charAt(character - '0'));
      } else {
        out.append(digit > 0 ? (char) ('0' + digit) : character);
      }
    }
    return out.toString();
  }

  private String wide(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      out.append(character > ' ' && character < 0x7f ? (char) (character + 0xfee0) : character);
      boolean space = Han.syllable(character) > 0 && random.nextInt(4) == 0;
      out.append(space ? "\u3000" : "");
    }
    return out.toString();
  }

  private static String traditional(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append(TRADITIONAL[c]));
    return out.toString();
  }

  private String suffix(String name) {
    for (String suffix : List.of("住宅小区", "小区")) {
      if (name.endsWith(suffix) && name.length() >= suffix.length() + 2) {
        return name.substring(0, name.length() - suffix.length());
      }
    }
    return name + (random.nextBoolean() ? "小区" : "住宅小区");
  }

  private static String commonCharacters() {
    CharsetEncoder encoder = Charset.forName("GB2312").newEncoder();
    StringBuilder common = new StringBuilder();
    for (char character = FIRST; character <= LAST; character++) {
      if (encoder.canEncode(character)) {
        byte[] bytes = String.valueOf(character).getBytes(encoder.charset());
        // the first level of the standard, rows 16 to 55, holds the common characters
        if ((bytes[0] & 0xff) < 0xd8) {
          common.append(character);
        }
      }
    }
    return common.toString();
  }

  private static char[] traditional() {
    char[] table = new char[Character.MAX_VALUE + 1];
    for (int i = 0; i < table.length; i++) {
      table[i] = (char) i;
    }
    for (char character = FIRST; character <= LAST; character++) {
      char simple = Han.simplify(character);
      if (simple != character && table[simple] == simple) {
        table[simple] = character;
      }
    }
    return table;
  }
}
