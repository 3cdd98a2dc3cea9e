package org.lianpian.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.CoordinateRow;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Datum;
import org.lianpian.geo.Reprojector;
import org.lianpian.ingest.source.ChoiceException;
import org.lianpian.ingest.source.ChoiceException.Control;

/**
 * Refuses a CRS or datum that a person stated for a layer when no coordinate of it can be meant so:
 * degrees are no metres, and only degrees are shifted by the datums of online maps.
 */
final class StatedCrs {
  private StatedCrs() {}

  /**
   * Checks a stated CRS.
   *
   * @param rows the layer's coordinates; without any, every CRS fits
   * @param target the dataset's CRS, or null when there is no dataset yet
   */
  static void check(Crs stated, String layer, List<CoordinateRow> rows, @Nullable Crs target) {
    try {
      Reprojector.between(stated, target == null ? Crs.WGS84 : target);
    } catch (IllegalArgumentException e) {
      boolean old = stated.needsOfficialParameters();
      throw unfit(
          Control.CRS,
          layer,
          stated.toString(),
          old ? stated + " 属西安80、北京54等旧坐标系，换算需要官方转换参数" : stated + " 不是可以换算的坐标系",
          old
              ? stated + " is Xian 80 or Beijing 54, which needs official parameters"
              : stated + " is no CRS that can be transformed");
    }
    long degrees = rows.stream().filter(ExpectedZone::isDegrees).count();
    if (stated.isGeographic() && degrees == 0 && !rows.isEmpty()) {
      throw unfit(
          Control.CRS,
          layer,
          stated.toString(),
          "坐标超过 180，是米制坐标，不是 " + stated + " 的经纬度",
          "the coordinates exceed 180: they are metres, no degrees of " + stated);
    }
    if (!stated.isGeographic() && degrees == rows.size() && !rows.isEmpty()) {
      throw unfit(
          Control.CRS,
          layer,
          stated.toString(),
          "坐标都在 180 以内，是经纬度，不是 " + stated + " 的米制坐标",
          "the coordinates are degrees, no metres of " + stated);
    }
  }

  /** Checks a stated datum against the CRS in which the layer's coordinates are read. */
  static void check(Datum stated, String layer, CoordinatePlan coordinates) {
    if (stated != Datum.CGCS2000 && !coordinates.hasDegrees()) {
      throw unfit(
          Control.DATUM,
          layer,
          stated.name(),
          stated.zh() + " 只用于经纬度，这里的坐标按 " + coordinates.crs() + " 读取",
          stated.en()
              + " is a datum of degrees; these coordinates are read in "
              + coordinates.crs());
    }
  }

  private static ChoiceException unfit(
      Control control, String layer, String choice, String zh, String en) {
    return new ChoiceException(control, layer, choice, zh, en);
  }
}
