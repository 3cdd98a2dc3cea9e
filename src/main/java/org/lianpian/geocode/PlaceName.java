package org.lianpian.geocode;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianpian.geocode.text.AddressNormaliser;

/**
 * An estate's name taken apart: what names the estate, which phase, which buildings (B-12).
 *
 * <p>{@code 红岩新村小区(二期)17-21幢} has the base 红岩新村小区, the phase 2期 and five buildings. {@code
 * 杜鹃(牡丹)新村} answers to 杜鹃新村 and 牡丹新村.
 *
 * @param full the normalised name without marks such as ·
 * @param base the name without phase and buildings
 * @param phase normalised ({@code 2期}, {@code B区}, {@code 东区}), or empty
 * @param buildings numbers, see {@link BuildingList}; empty when none are named
 */
record PlaceName(String full, String base, String phase, List<String> buildings) {

  private static final Pattern NOISE = Pattern.compile("[·•.。'\"“”‘’`*_ ]");
  private static final Pattern PHASE =
      Pattern.compile(
          "(?<=.{2})\\(?(第?(?:(?<!\\d)\\d{1,2}|(?<![A-Z])[A-Z]|[东西南北中])(?:期|区|苑|村|院))\\)?$");
  private static final Pattern BRACKETS = Pattern.compile("^([^()]*)\\(([^()]+)\\)([^()]*)$");
  private static final Pattern TRAILING_LIST =
      Pattern.compile("\\(?(" + BuildingList.IN_ADDRESS.pattern() + ")\\)?$");
  private static final Pattern GENERIC_SUFFIX =
      Pattern.compile("(?<=.{2})(?:住宅小区|生活小区|居民小区|小区|住宅区|居住区)$");
  private static final Pattern KIND_SUFFIX =
      Pattern.compile(
          "(?<=.{2})(?:职工宿舍|单位宿舍|宿舍楼|宿舍|家属院|家属楼|家属区|住宅楼|新村|新苑|花园|花苑|公寓|大厦|大院|小区|苑|园|村|楼)$");

  static PlaceName of(String name) {
    String full = NOISE.matcher(AddressNormaliser.text(name)).replaceAll("");
    String rest = full;
    List<String> buildings = List.of();
    Matcher list = TRAILING_LIST.matcher(rest);
    if (list.find() && list.start() >= 2) {
      buildings = BuildingList.parse(list.group(1)).map(BuildingList::numbers).orElse(List.of());
      rest = buildings.isEmpty() ? rest : rest.substring(0, list.start());
    }
    StringBuilder phase = new StringBuilder();
    Matcher end = PHASE.matcher(rest);
    while (end.find()) {
      phase.insert(0, end.group(1).replace("第", ""));
      rest = rest.substring(0, end.start());
      end = PHASE.matcher(rest);
    }
    return new PlaceName(full, rest, phase.toString(), buildings);
  }

  /**
   * Returns the spellings that name the same estate: the base, its readings with and without
   * brackets, each without a generic 小区. The base itself comes first.
   */
  Set<String> keys() {
    Set<String> readings = new LinkedHashSet<>();
    readings.add(base);
    Matcher brackets = BRACKETS.matcher(base);
    if (brackets.matches()) {
      String before = brackets.group(1);
      String inside = brackets.group(2);
      String after = brackets.group(3);
      readings.add(before + after);
      if (!after.isEmpty() || inside.length() >= 3) {
        readings.add(inside + after);
      }
      readings.add(before + inside + after);
    }
    Set<String> keys = new LinkedHashSet<>();
    for (String reading : readings) {
      if (reading.length() >= 2) {
        keys.add(reading);
        keys.add(GENERIC_SUFFIX.matcher(reading).replaceAll(""));
      }
    }
    return keys;
  }

  /** Returns what is left of each key without the kind of estate (新村, 宿舍, 花园): look-alikes. */
  Set<String> stems() {
    Set<String> stems = new LinkedHashSet<>();
    for (String key : keys()) {
      String plain = GENERIC_SUFFIX.matcher(key).replaceAll("");
      stems.add(KIND_SUFFIX.matcher(plain).replaceAll(""));
    }
    return stems;
  }
}
