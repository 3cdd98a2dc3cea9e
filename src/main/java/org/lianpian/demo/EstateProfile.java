package org.lianpian.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.BuildPeriod;
import org.lianpian.model.BuiltPrecision;
import org.lianpian.model.FacilityCondition;
import org.lianpian.model.OriginType;
import org.lianpian.model.StructuralGrade;
import org.lianpian.model.Willingness;

/**
 * What an estate is like apart from its place.
 *
 * @param year when it was really built; {@code built} is what the register knows of it
 * @param areaPerHousehold gross floor area per household in square metres
 */
record EstateProfile(
    int year,
    BuildPeriod built,
    OriginType origin,
    String structure,
    int storeys,
    double areaPerHousehold,
    StructuralGrade grade,
    FacilityCondition condition,
    Willingness willingness,
    @Nullable Integer renovatedYear,
    @Nullable LocalDate acceptedOn) {

  static EstateProfile of(Dice dice) {
    int year;
    double luck = dice.between(0.0, 1.0);
    if (luck < 0.45) {
      year = dice.between(1978, 1992);
    } else if (luck < 0.8) {
      year = dice.between(1993, 2000);
    } else if (luck < 0.92) {
      year = dice.between(2001, 2004);
    } else {
      year = dice.between(2008, 2015);
    }
    return ofYear(year, dice);
  }

  static EstateProfile ofYear(int year, Dice dice) {
    OriginType origin =
        year < 1998
            ? dice.oneOf(
                OriginType.UNIT_OWNED,
                OriginType.REFORMED,
                OriginType.REFORMED,
                OriginType.PUBLIC,
                OriginType.UNKNOWN)
            : dice.oneOf(OriginType.COMMERCIAL, OriginType.COMMERCIAL, OriginType.RESETTLEMENT);
    int storeys = year < 1985 ? dice.between(4, 6) : year < 2005 ? dice.between(6, 8) : 11;
    double area =
        year < 1990
            ? dice.between(48.0, 68.0)
            : year < 2000 ? dice.between(65.0, 92.0) : dice.between(88.0, 128.0);
    boolean renovated = dice.chance(0.22);
    Integer renovatedYear = renovated ? (Integer) dice.between(2014, 2024) : null;
    LocalDate acceptedOn =
        renovatedYear != null && renovatedYear >= 2021
            ? LocalDate.of(renovatedYear, dice.between(5, 12), dice.between(1, 28))
            : null;
    return new EstateProfile(
        year,
        known(year, dice),
        origin,
        year < 1986 ? dice.oneOf("砖混", "砖木", "砖混") : year < 2003 ? "砖混" : "框架",
        storeys,
        area,
        dice.oneOf(
            StructuralGrade.A,
            StructuralGrade.B,
            StructuralGrade.B,
            StructuralGrade.B,
            StructuralGrade.B,
            StructuralGrade.UNKNOWN,
            StructuralGrade.C),
        year >= 2008
            ? dice.oneOf(FacilityCondition.GOOD, FacilityCondition.FAIR)
            : dice.oneOf(
                FacilityCondition.POOR,
                FacilityCondition.POOR,
                FacilityCondition.POOR,
                FacilityCondition.BROKEN,
                FacilityCondition.BROKEN,
                FacilityCondition.FAIR,
                FacilityCondition.UNKNOWN),
        dice.oneOf(
            Willingness.STRONG,
            Willingness.STRONG,
            Willingness.STRONG,
            Willingness.STRONG,
            Willingness.MIXED,
            Willingness.WEAK,
            Willingness.UNKNOWN),
        renovatedYear,
        acceptedOn);
  }

  /** Registers know the year itself for most, a decade or a bound for some, nothing for a few. */
  private static BuildPeriod known(int year, Dice dice) {
    double luck = dice.between(0.0, 1.0);
    int decade = year / 10 * 10;
    if (luck < 0.8) {
      return BuildPeriod.ofYear(year);
    }
    if (luck < 0.87 && decade >= 1980 && decade <= 1990) {
      return new BuildPeriod(decade, decade + 9, BuiltPrecision.DECADE, decade % 100 + "年代");
    }
    if (luck < 0.91 && year <= 2000) {
      return new BuildPeriod(null, 2000, BuiltPrecision.BEFORE, "2000年底前");
    }
    if (luck < 0.95) {
      return new BuildPeriod(
          year - 2, year + 2, BuiltPrecision.RANGE, (year - 2) + "-" + (year + 2));
    }
    return luck < 0.97
        ? new BuildPeriod(null, null, BuiltPrecision.UNKNOWN, "不详")
        : BuildPeriod.UNKNOWN;
  }
}
