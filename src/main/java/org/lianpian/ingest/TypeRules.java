package org.lianpian.ingest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.ingest.source.SourceFeature;
import org.lianpian.ingest.source.SourceLayer;
import org.lianpian.ingest.value.BuildPeriods;
import org.lianpian.ingest.value.Finding;
import org.lianpian.ingest.value.Numbers;
import org.lianpian.ingest.value.Parsed;
import org.lianpian.ingest.value.ProposalKind;
import org.lianpian.ingest.value.Severity;
import org.lianpian.ingest.value.Texts;
import org.lianpian.model.AdminLevel;
import org.lianpian.model.AdminUnit;
import org.lianpian.model.BankBaseline;
import org.lianpian.model.BuildPeriod;
import org.lianpian.model.BuiltPrecision;
import org.lianpian.model.Community;
import org.lianpian.model.FeatureType;
import org.lianpian.model.Manhole;
import org.lianpian.model.Place;
import org.lianpian.model.PositionLevel;
import org.lianpian.model.Watercourse;
import org.locationtech.jts.geom.Geometry;

/**
 * What a row implies beyond its cells, for each feature type: the interval behind a year's wording,
 * the accuracy of a position, the level behind a code; and checks across cells (B-05, B-36, B-42).
 */
final class TypeRules {
  /** Floor area for each household that is plausible, m2; outside, somebody should look. */
  private static final double LEAST_AREA = 20;

  private static final double MOST_AREA = 300;

  /** Standard errors of a position by what it rests on, metres. */
  private static final double SIGMA_DRAWN = 2;

  private static final double SIGMA_COMMUNITY_POINT = 50;

  private final SourceFeature source;
  private final LayerPlan<?> plan;
  private final List<RowIssue> issues;

  TypeRules(SourceFeature source, LayerPlan<?> plan, List<RowIssue> issues) {
    this.source = source;
    this.plan = plan;
    this.issues = issues;
  }

  /**
   * Returns the text to parse for a property: tables of divisions give validity as years only,
   * which stand for their first and last day.
   */
  static String prepared(FeatureType<?> type, String property, String text) {
    boolean year = type == AdminUnit.TYPE && text.strip().matches("\\d{4}");
    if (year && property.equals("valid_from")) {
      return text.strip() + "-01-01";
    }
    return year && property.equals("valid_to") ? text.strip() + "-12-31" : text;
  }

  /** Adds what the values and the geometry imply. */
  void complete(Map<String, @Nullable Object> values, @Nullable Geometry geometry) {
    FeatureType<?> type = plan.type();
    if (plan.layer().style() == SourceLayer.Style.TABLE
        && (type == Community.TYPE || type == Place.TYPE)
        && values.get("name") == null) {
      row("name.missing", Severity.ERROR, "名称为空", "the name is missing");
    }
    if (type == Community.TYPE) {
      community(values, geometry);
    } else if (type == Watercourse.TYPE) {
      boolean line = geometry != null && geometry.getDimension() == 1;
      values.putIfAbsent(
          "baseline", line ? BankBaseline.CENTRE_LINE.name() : BankBaseline.WATER_EDGE.name());
    } else if (type == AdminUnit.TYPE) {
      adminUnit(values);
    } else if (type == Manhole.TYPE) {
      manhole(values);
    }
  }

  private void community(Map<String, @Nullable Object> values, @Nullable Geometry geometry) {
    built(values);
    if (values.get("renovated_year") instanceof Integer renovated
        && values.get("built_from") instanceof Integer from
        && renovated < from) {
      row(
          "year.renovated-before-built",
          Severity.WARNING,
          "改造年份 " + renovated + " 早于建成年份 " + from,
          "renovated in " + renovated + ", before it was built in " + from);
    }
    checkSizes(values);
    if (values.get("position_level") == null) {
      boolean point = geometry != null && geometry.getDimension() == 0;
      PositionLevel level =
          geometry == null
              ? PositionLevel.UNKNOWN
              : point ? PositionLevel.COMMUNITY_POI : PositionLevel.MANUAL;
      values.put("position_level", level.name());
      if (values.get("sigma") == null && geometry != null) {
        double sigma = point ? SIGMA_COMMUNITY_POINT : SIGMA_DRAWN;
        values.put("sigma", Math.max(sigma, plan.coordinates().sigmaMetres()));
      }
    }
  }

  private void built(Map<String, @Nullable Object> values) {
    Object text = values.get("built_text");
    if (text == null || values.get("built_from") != null || values.get("built_to") != null) {
      checkYears(values);
      return;
    }
    Parsed<BuildPeriod> parsed = BuildPeriods.parse((String) text);
    BuildPeriod period = parsed.value();
    Finding finding = parsed.finding();
    boolean use = true;
    if (finding != null) {
      boolean proposal = finding.severity() == Severity.PROPOSAL;
      use = !proposal || plan.decided().accepts(finding.code());
      RowIssue issue = cell(finding, "built_text", (String) text);
      issues.add(proposal && use ? issue.withSeverity(Severity.ACCEPTED) : issue);
    }
    if (period != null && use) {
      values.put("built_from", period.from());
      values.put("built_to", period.to());
      values.put("built_precision", period.precision().name());
    } else {
      values.put("built_precision", BuiltPrecision.UNKNOWN.name());
    }
  }

  private void checkYears(Map<String, @Nullable Object> values) {
    if (values.get("built_from") instanceof Integer from
        && values.get("built_to") instanceof Integer to
        && from > to) {
      row(
          "year.backwards",
          Severity.ERROR,
          "建成年份起 " + from + " 晚于止 " + to,
          "built from " + from + " is after built to " + to);
    }
  }

  private void checkSizes(Map<String, @Nullable Object> values) {
    Integer households = (Integer) values.get("households");
    Integer buildings = (Integer) values.get("buildings");
    Double area = (Double) values.get("gross_floor_area");
    if (households != null && buildings != null && households > 0 && buildings > households) {
      row(
          "community.ratio",
          Severity.WARNING,
          buildings + " 栋只有 " + households + " 户，请核对",
          buildings + " buildings with " + households + " households; please check");
    }
    if (area == null || area == 0 || households == null || households == 0) {
      return;
    }
    double each = area / households;
    if (each < LEAST_AREA && inRange(each * 10_000)) {
      double converted = BigDecimal.valueOf(area).movePointRight(4).doubleValue();
      boolean accepted = plan.decided().accepts(ProposalKind.AREA_TEN_THOUSANDS.code());
      Finding finding =
          Finding.proposal(
              ProposalKind.AREA_TEN_THOUSANDS,
              "建筑面积 " + plain(area) + " 疑以万平方米为单位，建议 " + plain(converted) + " ㎡",
              "gross floor area "
                  + plain(area)
                  + " seems to be in 10,000 m2; proposed "
                  + plain(converted)
                  + " m2",
              plain(converted));
      RowIssue issue = cell(finding, "gross_floor_area", plain(area));
      issues.add(accepted ? issue.withSeverity(Severity.ACCEPTED) : issue);
      values.put("gross_floor_area", accepted ? converted : null);
    } else if (!inRange(each)) {
      row(
          "area.per-household",
          Severity.WARNING,
          "每户 " + Math.round(each) + " ㎡，请核对面积与户数",
          Math.round(each) + " m2 for each household; please check");
    }
  }

  private static boolean inRange(double areaEach) {
    return areaEach >= LEAST_AREA && areaEach <= MOST_AREA;
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /**
   * Division codes are built of levels: 35 province, 3501 city, 350102 district, 9 and 12 digits.
   */
  private void adminUnit(Map<String, @Nullable Object> values) {
    String town = source.text("towncode");
    if (!town.isBlank()) {
      values.put("code", Texts.normalise(town));
      String district = source.text("adcode");
      if (values.get("parent_code") == null && !district.isBlank()) {
        values.put("parent_code", Texts.normalise(district));
      }
    }
    if (!(values.get("code") instanceof String code) || !code.matches("\\d{6}|\\d{9}|\\d{12}")) {
      return;
    }
    AdminLevel level =
        switch (code.length()) {
          case 9 -> AdminLevel.STREET;
          case 12 -> AdminLevel.NEIGHBOURHOOD;
          default ->
              code.endsWith("0000")
                  ? AdminLevel.PROVINCE
                  : code.endsWith("00") ? AdminLevel.CITY : AdminLevel.DISTRICT;
        };
    values.putIfAbsent("level", level.name());
    String parent =
        switch (level) {
          case NEIGHBOURHOOD -> code.substring(0, 9);
          case STREET -> code.substring(0, 6);
          case DISTRICT -> code.substring(0, 4) + "00";
          case CITY -> code.substring(0, 2) + "0000";
          default -> "";
        };
    values.putIfAbsent("parent_code", parent);
  }

  /** Derives a missing invert from the depth below ground, and says so. */
  private void manhole(Map<String, @Nullable Object> values) {
    if (values.get("invert_level") != null
        || !(values.get("ground_level") instanceof Double ground)) {
      return;
    }
    for (String column : source.attributes().keySet()) {
      if (Texts.key(column).matches("(埋深|井深|井底深|qdms|depth|深度)([(].*)?")) {
        BigDecimal depth = Numbers.parse(source.text(column), "m", null).value();
        if (depth != null && depth.signum() >= 0) {
          values.put("invert_level", BigDecimal.valueOf(ground).subtract(depth).doubleValue());
          values.put("invert_derived", true);
        }
        return;
      }
    }
  }

  private RowIssue cell(Finding finding, String property, String text) {
    ColumnMapping mapping = LayerPlan.byProperty(plan.mappings()).get(property);
    String column = mapping == null ? property : mapping.column().name();
    String cell = mapping == null ? "" : mapping.column().cell(source.row());
    return RowIssue.ofCell(finding, plan.layer().name(), source.row(), column, cell, text);
  }

  private void row(String code, Severity severity, String zh, String en) {
    issues.add(
        RowIssue.ofRow(
            code,
            severity,
            source,
            plan.layer().name(),
            source.locator() + "：" + zh,
            source.locator() + ": " + en));
  }
}
