package org.lianpian.demo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Community;
import org.lianpian.model.FacilityCondition;
import org.lianpian.model.OriginType;
import org.lianpian.model.Willingness;

/** What goes wrong in ledgers (B-05 to B-15, B-45, B-51), one quirk a row. */
final class LedgerQuirks {
  private static final List<String[]> TYPOS =
      List.of(
          new String[] {"新村", "新邨"},
          new String[] {"芙蓉", "芙容"},
          new String[] {"花园", "花圆"},
          new String[] {"宿舍", "宿社"},
          new String[] {"家属", "家署"},
          new String[] {"小区", "小區"},
          new String[] {"公寓", "公寓楼"},
          new String[] {"家园", "佳园"},
          new String[] {"苑", "院"});

  private LedgerQuirks() {}

  /** A row while it is being spoiled. */
  static final class Draft {
    final Community community;
    final boolean registered;
    final String street;
    String name;
    String address;
    String built;
    Object households;
    Object buildings;
    Object area;
    String remarks = "";
    final List<String> quirks = new ArrayList<>();

    private Draft(Community community, boolean registered) {
      this.community = community;
      this.registered = registered;
      this.street = community.street();
      this.name = community.name();
      this.address = community.address();
      this.built = community.built().text();
      this.households = orBlank(community.households());
      this.buildings = orBlank(community.buildings());
      Double squareMetres = community.grossFloorArea();
      this.area = squareMetres == null ? "" : (Object) (Math.round(squareMetres) / 10_000.0);
    }

    static Draft of(Community community, boolean registered) {
      return new Draft(community, registered);
    }

    Draft duplicate() {
      Draft copy = new Draft(community, registered);
      copy.name = community.name().replaceAll("([一二三四])期$", "（$1期）");
      copy.remarks = "区局补报";
      copy.quirks.add("duplicate");
      return copy;
    }

    LedgerRow row(int sheetRow) {
      return new LedgerRow(
          sheetRow,
          registered ? community.id() : null,
          street,
          community.neighbourhood(),
          name,
          address,
          built,
          households,
          buildings,
          area,
          community.originType() == OriginType.UNKNOWN ? "" : community.originType().zh(),
          community.facilityCondition() == FacilityCondition.UNKNOWN
              ? ""
              : community.facilityCondition().zh(),
          community.willingness() == Willingness.UNKNOWN ? "" : community.willingness().zh(),
          remarks,
          quirks);
    }

    private static Object orBlank(@Nullable Object value) {
      return value == null ? "" : value;
    }
  }

  /** Spoils the rows, every quirk at least once where there are rows enough. */
  static void apply(List<Draft> drafts, Dice dice) {
    List<Draft> open = new ArrayList<>(drafts);
    dice.shuffle(open);
    int quirk = 0;
    for (Draft draft : open) {
      spoil(draft, quirk++ % 16);
    }
  }

  private static void spoil(Draft draft, int quirk) {
    switch (quirk) {
      case 0 -> {
        draft.households = "约" + draft.households + "户";
        draft.quirks.add("approximate-count");
      }
      case 1 -> {
        draft.households = fullWidth(draft.households.toString());
        draft.quirks.add("full-width-digits");
      }
      case 2 -> built(draft, "decade", decade(draft));
      case 3 -> built(draft, "before-year", "2000年底前");
      case 4 -> built(draft, "year-range", range(draft));
      case 5 -> squareMetres(draft, "㎡", "area-with-unit");
      case 6 -> squareMetres(draft, "", "area-in-square-metres");
      case 7, 8 -> typo(draft);
      case 9, 10 -> {
        draft.address = draft.address.replace("三元区", former(draft.street));
        draft.quirks.add("former-district");
      }
      case 11 -> {
        draft.remarks = "=HYPERLINK(\"http://example.invalid/\",\"点此查看\")";
        draft.quirks.add("formula-injection");
      }
      case 12 -> {
        draft.name = "<b>" + draft.name + "</b>";
        draft.quirks.add("html-in-name");
      }
      case 13 -> {
        draft.households = String.format(Locale.ROOT, "%,d ", count(draft.households));
        draft.quirks.add("thousands-separator");
      }
      default -> {}
    }
  }

  private static void built(Draft draft, String quirk, String text) {
    draft.built = text;
    draft.quirks.add(quirk);
  }

  private static void squareMetres(Draft draft, String unit, String quirk) {
    Double area = draft.community.grossFloorArea();
    if (area != null) {
      draft.area = unit.isEmpty() ? (Object) area : area + unit;
      draft.quirks.add(quirk);
    }
  }

  private static void typo(Draft draft) {
    for (String[] typo : TYPOS) {
      if (draft.name.contains(typo[0])) {
        draft.name = draft.name.replace(typo[0], typo[1]);
        draft.quirks.add("typo-in-name");
        return;
      }
    }
  }

  private static String decade(Draft draft) {
    Integer year = draft.community.built().from();
    return year == null || year >= 1990 ? "上世纪90年代" : year / 10 % 10 + "0年代";
  }

  private static String range(Draft draft) {
    Integer year = draft.community.built().from();
    return year == null ? "1998-2002" : (year - 2) + "-" + (year + 2);
  }

  private static String former(String street) {
    return List.of("列东街道", "列西街道", "徐碧街道").contains(street) ? "梅列区" : "三元区";
  }

  private static String fullWidth(String digits) {
    StringBuilder wide = new StringBuilder();
    digits.chars().forEach(c -> wide.append(c >= '0' && c <= '9' ? (char) (c + 0xFEE0) : (char) c));
    return wide.toString();
  }

  /** Returns the number in a spoiled count, 0 when there is none. */
  static long count(Object households) {
    String plain = Normalizer.normalize(households.toString(), Normalizer.Form.NFKC);
    String digits = plain.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  /** Swaps the first two neighbouring digits that differ. */
  static long swapped(long total) {
    char[] digits = Long.toString(total).toCharArray();
    for (int i = 1; i + 1 < digits.length; i++) {
      if (digits[i] != digits[i + 1]) {
        char first = digits[i];
        digits[i] = digits[i + 1];
        digits[i + 1] = first;
        break;
      }
    }
    return Long.parseLong(new String(digits));
  }
}
