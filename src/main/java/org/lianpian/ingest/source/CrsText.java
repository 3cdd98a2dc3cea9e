package org.lianpian.ingest.source;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.geo.MetricCrs;

/**
 * Recognises the CRS that a well-known text describes, by its datum and the numbers of its
 * projection rather than by its many names (B-19).
 *
 * <p>Xian 80, Beijing 54 and local city systems are refused: the shift to CGCS2000 needs official
 * parameters. Understands the dialects of ESRI, OGC and WKT2.
 */
final class CrsText {
  private static final Pattern EPSG_AT_END =
      Pattern.compile("(?:AUTHORITY|ID)\\[\"EPSG\",\"?(\\d{4,6})\"?\\]\\]\\s*$");
  private static final Pattern UTM = Pattern.compile("UTM[ _]ZONE[ _](\\d{1,2})([NS])");
  private static final Pattern CGCS2000 =
      Pattern.compile(
          "CGCS[ _]?2000|CHINA[ _]2000|CHINA_GEODETIC_COORDINATE_SYSTEM_2000|CHINA GEODETIC COORDINATE SYSTEM 2000");
  private static final Pattern WGS84 =
      Pattern.compile("WGS[ _]?(19)?84|WORLD GEODETIC SYSTEM 1984");
  private static final Pattern OLD_DATUM =
      Pattern.compile(
          "XIAN[ _]?(19)?80|西安|BEIJING[ _]?(19)?54|北京54|PULKOVO|KRASOVSKY|IAG[ _]?(19)?75");

  private CrsText() {}

  /**
   * Returns the CRS of a well-known text, or null when the text is empty.
   *
   * @throws SourceException when it is none that can be used
   */
  static @Nullable Crs parse(String text, String layer) {
    String wkt = text.replace("\uFEFF", "").strip().toUpperCase(Locale.ROOT);
    if (wkt.isEmpty()) {
      return null;
    }
    if (OLD_DATUM.matcher(wkt).find()) {
      throw SourceException.refuse(
          "crs.needs-parameters",
          layer,
          "坐标系为西安80、北京54或其他旧坐标系，转到 CGCS2000 需要转换参数，不能直接导入",
          "is in Xian 80, Beijing 54 or another old datum; conversion to CGCS2000 needs official"
              + " parameters",
          "由测绘部门转换为 CGCS2000 后再导入 / have it converted to CGCS2000 first");
    }
    Matcher epsg = EPSG_AT_END.matcher(wkt);
    if (epsg.find()) {
      return new Crs(Integer.parseInt(epsg.group(1)));
    }
    boolean cgcs2000 = CGCS2000.matcher(wkt).find();
    boolean wgs84 = WGS84.matcher(wkt).find();
    if (wkt.startsWith("GEOGCS") || wkt.startsWith("GEOGCRS") || wkt.startsWith("GEODCRS")) {
      if (cgcs2000 || wgs84) {
        return cgcs2000 ? Crs.CGCS2000 : Crs.WGS84;
      }
    } else if (cgcs2000) {
      Optional<Crs> crs = gaussKrueger(wkt);
      if (crs.isPresent()) {
        return crs.get();
      }
    } else if (wgs84) {
      Matcher utm = UTM.matcher(wkt);
      if (utm.find()) {
        int base = utm.group(2).equals("N") ? 32600 : 32700;
        return new Crs(base + Integer.parseInt(utm.group(1)));
      }
      if (wkt.contains("WEB_MERCATOR") || wkt.contains("PSEUDO-MERCATOR")) {
        return Crs.WEB_MERCATOR;
      }
    }
    throw SourceException.refuse(
        "crs.unknown",
        layer,
        "无法识别 .prj 的坐标系（地方独立坐标系需要转换参数）：" + name(text),
        "the CRS of the .prj is not known (local systems need conversion parameters): "
            + name(text),
        "EPSG:4490, EPSG:4513–4554");
  }

  /** Finds the zone by central meridian and false easting; scale must be 1. */
  private static Optional<Crs> gaussKrueger(String wkt) {
    double meridian = parameter(wkt, "CENTRAL_MERIDIAN|LONGITUDE OF NATURAL ORIGIN");
    double easting = parameter(wkt, "FALSE_EASTING|FALSE EASTING");
    double scale = parameter(wkt, "SCALE_FACTOR|SCALE FACTOR AT NATURAL ORIGIN");
    boolean plainScale = Double.isNaN(scale) || scale == 1;
    if (!plainScale || meridian != Math.rint(meridian) || meridian % 3 != 0) {
      return Optional.empty();
    }
    if (easting == 500_000 && meridian >= 75 && meridian <= 135) {
      return Optional.of(MetricCrs.withMeridian((int) meridian).crs());
    }
    if (easting % 1_000_000 != 500_000) {
      return Optional.empty();
    }
    return MetricCrs.withPrefix((int) (easting / 1_000_000))
        .filter(system -> system.centralMeridian() == (int) meridian)
        .map(MetricCrs::crs);
  }

  private static double parameter(String wkt, String names) {
    Matcher matcher =
        Pattern.compile("PARAMETER\\[\"(?:" + names + ")\",\\s*(-?[\\d.]+)").matcher(wkt);
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
  }

  private static String name(String wkt) {
    Matcher name = Pattern.compile("\\[\"([^\"]*)\"").matcher(wkt);
    return name.find() ? name.group(1) : wkt.substring(0, Math.min(60, wkt.length()));
  }
}
