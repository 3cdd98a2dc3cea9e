package org.lianpian.wallmap;

import org.jspecify.annotations.Nullable;
import org.lianpian.model.Analysis;
import org.locationtech.jts.geom.Envelope;

/**
 * What a wall map shall show.
 *
 * @param scale the denominator of its scale, or null for the largest usual scale at which the view
 *     fits
 * @param view what to show (dataset CRS, metres), or null for all communities; with a scale, its
 *     centre is the centre of the map
 * @param theme by which answers communities are coloured
 * @param title the heading
 * @param unit who made it (编制单位), or empty
 * @param reviewNumber the 审图号, or null for internal use (内部使用)
 * @param chinese whether it is in Chinese, else in English
 */
public record WallMapRequest(
    Paper paper,
    boolean landscape,
    @Nullable Integer scale,
    @Nullable Envelope view,
    Analysis theme,
    String title,
    String unit,
    @Nullable String reviewNumber,
    boolean chinese) {
  public static final int MIN_SCALE = 100;
  public static final int MAX_SCALE = 500_000;
  private static final int MAX_TEXT = 200;

  public WallMapRequest {
    if (scale != null && (scale < MIN_SCALE || scale > MAX_SCALE)) {
      throw new IllegalArgumentException(
          "比例尺分母须在 "
              + MIN_SCALE
              + " 到 "
              + MAX_SCALE
              + " 之间 / The scale's denominator must be in ["
              + MIN_SCALE
              + ", "
              + MAX_SCALE
              + "], was "
              + scale);
    }
    if (title.length() > MAX_TEXT || unit.length() > MAX_TEXT) {
      throw new IllegalArgumentException(
          "标题和单位不得超过 200 字 / Title and unit may have 200 characters at most");
    }
  }

  String say(String zh, String en) {
    return chinese ? zh : en;
  }
}
