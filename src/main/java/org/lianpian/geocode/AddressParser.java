package org.lianpian.geocode;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianpian.geocode.text.AddressNormaliser;
import org.lianpian.geocode.text.NormalisedText;
import org.lianpian.model.AdminLevel;

/**
 * Takes an address or a community's name apart, from left to right: divisions, road and number,
 * estate and phase, buildings, unit, relation words.
 *
 * <p>Divisions come from the table; other names count as divisions only by their full form (××街道,
 * ××社区, or ××区 after a city). Every character of the raw text that is no separator belongs to one
 * component; what is not understood is residue. Linear in practice; thread-safe.
 */
public final class AddressParser {
  private static final Set<AdminLevel> UPPER =
      EnumSet.of(AdminLevel.PROVINCE, AdminLevel.CITY, AdminLevel.DISTRICT);

  private static final Map<AdminLevel, ComponentKind> KINDS =
      new EnumMap<>(
          Map.of(
              AdminLevel.PROVINCE, ComponentKind.PROVINCE,
              AdminLevel.CITY, ComponentKind.CITY,
              AdminLevel.DISTRICT, ComponentKind.DISTRICT,
              AdminLevel.STREET, ComponentKind.STREET,
              AdminLevel.NEIGHBOURHOOD, ComponentKind.NEIGHBOURHOOD));

  private static final String HAN = "\\p{IsHan}";
  private static final Pattern SEPARATORS = Pattern.compile("[-,，、;()\\s·.。:/与和近及]+");
  private static final Pattern PLAIN_SEPARATORS = Pattern.compile("[-,，、;()\\s·.。:/]+");
  private static final Pattern PROVINCE = Pattern.compile(HAN + "{2,3}?(?:省|自治区)");
  private static final Pattern CITY = Pattern.compile(HAN + "{2,4}?市(?![场区政民])");
  private static final Pattern DISTRICT =
      Pattern.compile("(?!.{0,2}[小园社校厂库]区)" + HAN + "{2,4}?(?:[区县]|开发区|新区)");
  private static final Pattern STREET =
      Pattern.compile("(?![^路街巷]{0,6}[路街巷](?!道))" + HAN + "{2,6}?街道(?:办事处)?");
  private static final Pattern TOWN = Pattern.compile(HAN + "{2,4}?[镇乡](?![路街])");
  private static final Pattern NEIGHBOURHOOD = Pattern.compile(HAN + "{2,6}?(?:社区居委会|社区|居委会|村委会)");
  private static final Pattern NOT_AFTER_SHORT_NAME =
      Pattern.compile(
          "^(?:[东西南北中一二三四五六七八九]{0,2}(?:大道|路|街|巷|弄|道)|新村|新城|新苑|小区|花园|花苑|家园|公寓|大厦|大楼|广场|宿舍|城|苑|园|里|府|村|家属|学|医院|中学|小学|市场|.?$)");
  private static final Pattern ROAD =
      Pattern.compile(
          "[\\p{IsHan}A-Z0-9]{1,9}?(?:大道|路(?!口|[东西南北]?桥)|街(?!道|口|坊|区)|巷|胡同|道(?!口)|弄(?=\\d))"
              + "(?:[东西南北中]段)?(?:\\d{1,4}弄)?");
  private static final Pattern NUMBER_WITH_MARK =
      Pattern.compile("(\\d{1,5}(?:号?(?:-|至|到|、|,)\\d{1,5})*)号(?!楼|线|桥)(?:大?院|附\\d+号?)?");
  private static final Pattern ESTATE_SUFFIX =
      Pattern.compile("^(?:小区|住宅小区|新村|花园|宿舍|公寓|家园|大厦|社区|片区|商贸|广场|步行街)");
  private static final Pattern BOUND = Pattern.compile("([^、,，。;()以]{2,15})以([东南西北])");
  private static final Pattern RELATION =
      Pattern.compile(
          "周边|附近|旁边|旁|斜?对面|一带|沿线|片区|交[汇叉界][处口点]|路口|之间|[东西南北][侧邻面]|[东西南北]{1,2}\\d+米|后面|前面");
  private static final Pattern UNIT =
      Pattern.compile("(?<!\\d)(?:\\d{1,2}单元(?:\\d{3,4}室?)?|\\d{3,4}室)");
  private static final Set<String> GENERIC =
      Set.of("小区", "住宅小区", "宿舍", "院内", "内", "院", "大院", "家属院", "住宅", "住宅楼", "楼", "等", "号");

  private final AdminDivisions divisions;

  public AddressParser(AdminDivisions divisions) {
    this.divisions = divisions;
  }

  /** Takes a text apart; an empty text has no components. */
  public AddressComponents parse(String raw) {
    return new Run(AddressNormaliser.normalise(raw)).parse();
  }

  /** Tells whether a normalised text names no estate in particular: empty, 小区, 宿舍. */
  static boolean isGeneric(String estate) {
    return estate.isEmpty() || GENERIC.contains(estate);
  }

  /** One pass over one text. */
  private final class Run {
    private final NormalisedText source;
    private final String text;
    private final List<AddressComponent> components = new ArrayList<>();
    private final List<AreaBound> bounds = new ArrayList<>();
    private int index;

    Run(NormalisedText source) {
      this.source = source;
      this.text = source.text();
    }

    AddressComponents parse() {
      divisions();
      Matcher bound = matcher(BOUND, index, text.length());
      if (bound.find()) {
        area(bound);
      } else {
        roads();
        estate();
        rest();
      }
      return new AddressComponents(source.raw(), components, bounds);
    }

    private void divisions() {
      boolean found = true;
      while (found) {
        skip(PLAIN_SEPARATORS);
        found = fromTable() || shortName() || fromForm();
      }
    }

    private boolean fromTable() {
      for (AdminLevel level : KINDS.keySet()) {
        int end = divisions.endOfName(text, index, EnumSet.of(level));
        if (end > 0) {
          addDivision(level, end);
          return true;
        }
      }
      return false;
    }

    private boolean fromForm() {
      boolean upper = afterUpperDivision();
      return form(AdminLevel.PROVINCE, PROVINCE)
          || form(AdminLevel.CITY, CITY)
          || (upper && form(AdminLevel.DISTRICT, DISTRICT))
          || form(AdminLevel.STREET, STREET)
          || (upper && form(AdminLevel.STREET, TOWN))
          || form(AdminLevel.NEIGHBOURHOOD, NEIGHBOURHOOD);
    }

    private boolean form(AdminLevel level, Pattern form) {
      Matcher matcher = matcher(form, index, text.length());
      if (!matcher.lookingAt()) {
        return false;
      }
      addDivision(level, matcher.end());
      return true;
    }

    private void addDivision(AdminLevel level, int end) {
      ComponentKind kind = KINDS.getOrDefault(level, ComponentKind.RESIDUE);
      add(kind, index, end, text.substring(index, end));
    }

    /** Short names (三明, 梅列) count when what follows does not make another name of them. */
    private boolean shortName() {
      for (AdminLevel level : UPPER) {
        int end = divisions.endOfShortName(text, index, EnumSet.of(level));
        if (end > 0 && !NOT_AFTER_SHORT_NAME.matcher(text.substring(end)).find()) {
          addDivision(level, end);
          return true;
        }
      }
      return false;
    }

    private boolean afterUpperDivision() {
      return components.stream()
          .anyMatch(
              component ->
                  component.kind() == ComponentKind.PROVINCE
                      || component.kind() == ComponentKind.CITY
                      || component.kind() == ComponentKind.DISTRICT);
    }

    private void area(Matcher firstBound) {
      Matcher bound = firstBound;
      do {
        addResidue(index, bound.start());
        bounds.add(new AreaBound(bound.group(1), bound.group(2)));
        add(ComponentKind.BOUND, bound.start(), bound.end(), bound.group());
        bound = matcher(BOUND, index, text.length());
      } while (bound.find());
      addResidue(index, text.length());
    }

    private void roads() {
      boolean found = true;
      while (found) {
        int before = index;
        skip(SEPARATORS);
        found = road() || roadAfterDash();
        if (!found && !components.isEmpty() && index > before && !hasRoad()) {
          index = before;
        }
      }
      skip(PLAIN_SEPARATORS);
    }

    private boolean hasRoad() {
      return components.stream().anyMatch(c -> c.kind() == ComponentKind.ROAD);
    }

    private boolean road() {
      Matcher road = matcher(ROAD, index, text.length());
      if (!road.lookingAt() || ESTATE_SUFFIX.matcher(text.substring(road.end())).find()) {
        return false;
      }
      add(ComponentKind.ROAD, index, road.end(), road.group());
      Matcher number = matcher(NUMBER_WITH_MARK, index, text.length());
      Matcher list = matcher(BuildingList.IN_ADDRESS, index, text.length());
      if (number.lookingAt() && !(list.lookingAt() && list.end() > number.end())) {
        add(ComponentKind.HOUSE_NUMBER, index, number.end(), houseNumber(number.group(1)));
      }
      return true;
    }

    /** Portals write 晋安-塔头-琯尾街46号: what no table knows before a dash is residue. */
    private boolean roadAfterDash() {
      int dash = text.indexOf('-', index);
      if (dash <= index
          || !matcher(ROAD, dash + 1, text.length()).lookingAt()
          || Character.isDigit(text.charAt(dash - 1))) {
        return false;
      }
      addResidue(index, dash);
      skip(PLAIN_SEPARATORS);
      return road();
    }

    private void estate() {
      int end = text.length();
      Matcher list = matcher(BuildingList.IN_ADDRESS, index, text.length());
      if (list.find()) {
        end = list.start();
      }
      for (Pattern stop : List.of(RELATION, UNIT)) {
        Matcher matcher = matcher(stop, index, end);
        if (matcher.find()) {
          end = matcher.start();
        }
      }
      if (end <= index) {
        return;
      }
      String estate = text.substring(index, end);
      PlaceName name = PlaceName.of(estate);
      int split = name.phase().isEmpty() ? -1 : estate.indexOf(name.base()) + name.base().length();
      if (isGeneric(estate)) {
        addResidue(index, end);
      } else if (split <= name.base().length() - 1 || split >= estate.length()) {
        add(ComponentKind.ESTATE, index, end, estate);
      } else {
        int phaseStart = index + split;
        add(ComponentKind.ESTATE, index, phaseStart, name.base());
        add(ComponentKind.PHASE, phaseStart, end, name.phase());
      }
    }

    private void rest() {
      while (index < text.length()) {
        skip(PLAIN_SEPARATORS);
        if (index < text.length()
            && !take(ComponentKind.UNIT, UNIT)
            && !take(ComponentKind.BUILDINGS, BuildingList.IN_ADDRESS)
            && !take(ComponentKind.RELATION, RELATION)) {
          int end = index + 1;
          while (end < text.length() && !startsSomething(end)) {
            end++;
          }
          addResidue(index, end);
        }
      }
    }

    private boolean startsSomething(int at) {
      for (Pattern pattern : List.of(UNIT, BuildingList.IN_ADDRESS, RELATION, PLAIN_SEPARATORS)) {
        if (matcher(pattern, at, text.length()).lookingAt()) {
          return true;
        }
      }
      return false;
    }

    private boolean take(ComponentKind kind, Pattern pattern) {
      Matcher matcher = matcher(pattern, index, text.length());
      if (!matcher.lookingAt()) {
        return false;
      }
      add(kind, index, matcher.end(), matcher.group());
      return true;
    }

    /**
     * Matches a part of the text with its surroundings in sight, so that no number is cut in two.
     */
    private Matcher matcher(Pattern pattern, int from, int to) {
      return pattern.matcher(text).region(from, to).useTransparentBounds(true);
    }

    private void skip(Pattern separators) {
      Matcher matcher = matcher(separators, index, text.length());
      if (matcher.lookingAt()) {
        index = matcher.end();
      }
    }

    private void addResidue(int start, int end) {
      if (end > start) {
        add(ComponentKind.RESIDUE, start, end, text.substring(start, end));
      }
    }

    private void add(ComponentKind kind, int start, int end, String value) {
      int rawStart = source.rawStart(start);
      int rawEnd = source.rawEnd(end);
      components.add(
          new AddressComponent(
              kind, source.raw().substring(rawStart, rawEnd), value, rawStart, rawEnd));
      index = end;
    }
  }

  /** Returns a house number in one form: {@code 45}, {@code 77-83}. */
  static String houseNumber(String text) {
    return AddressNormaliser.text(text)
        .replaceAll("[号院]", "")
        .replaceAll("[至到]", "-")
        .replace(",", "、");
  }
}
