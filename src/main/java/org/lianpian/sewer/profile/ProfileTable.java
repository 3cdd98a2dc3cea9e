package org.lianpian.sewer.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The table below a section: a column at each station, a cell between two of them for each pipe.
 * Where stations stand too close for letters, columns are left out and counted; first, last and
 * breaks are always there.
 */
final class ProfileTable {
  private static final double COLUMN_MILLIMETRES = 4.2;
  private static final double LETTER_MILLIMETRES = 1.7;

  private final LongitudinalProfile profile;
  private final ProfileScale scale;
  private final boolean print;
  private final boolean chinese;
  private final Svg svg;
  private final double left = ProfileSheet.LEFT;
  private final double right;
  private final List<Integer> labelled;
  private double y;

  ProfileTable(
      LongitudinalProfile profile,
      ProfileScale scale,
      ProfileSheet sheet,
      boolean chinese,
      Svg svg) {
    this.profile = profile;
    this.scale = scale;
    this.print = sheet == ProfileSheet.PRINT;
    this.chinese = chinese;
    this.svg = svg;
    this.right = sheet.width - ProfileSheet.RIGHT;
    this.y = sheet.plotBottom() + 2;
    this.labelled = labelled();
  }

  /** Chooses the stations that get letters: ends and breaks first, then the others in order. */
  private List<Integer> labelled() {
    List<Integer> wanted = new ArrayList<>();
    wanted.add(0);
    wanted.add(profile.stations().size() - 1);
    profile.breaks().forEach(one -> wanted.add(one.station()));
    for (int i = 0; i < profile.stations().size(); i++) {
      wanted.add(i);
    }
    List<Integer> chosen = new ArrayList<>();
    for (int station : wanted) {
      double x = scale.x(station);
      if (chosen.stream().allMatch(one -> Math.abs(scale.x(one) - x) >= COLUMN_MILLIMETRES)) {
        chosen.add(station);
      }
    }
    chosen.sort(null);
    return chosen;
  }

  void draw() {
    stations("井号", "Node", print ? 32 : 26, ProfileStation::nodeId);
    stations("地面高程 m", "Ground m", 13, station -> level(station.groundMetres()));
    stations("井底高程 m", "Invert m", 13, station -> level(station.invertMetres()));
    if (print) {
      stations("埋深 m", "Depth m", 11, station -> level(station.depthMetres()));
    }
    sections("管底高程 m", "Pipe invert m", ProfileTable::inverts);
    sections("管径 mm", "Diameter mm", section -> whole(section.diameterMillimetres()));
    sections("坡度 ‰", "Slope ‰", section -> number(section.slopePermille(), 1));
    if (print) {
      sections("管长 m", "Length m", section -> number(section.lengthMetres(), 1));
      stations("桩号 m", "Chainage m", 14, station -> number(station.chainageMetres(), 1));
    }
    rule();
    int left = profile.stations().size() - labelled.size();
    if (left > 0) {
      svg.text(
          right,
          y + 4,
          chinese ? "另有 " + left + " 个节点过密未注" : left + " more nodes, too close to label",
          "text-anchor",
          "end",
          "font-size",
          2.8,
          "fill",
          "#4a5058");
    }
  }

  private void rule() {
    svg.line(6, y, right, y, "stroke", ProfileDrawing.FAINT, "stroke-width", "0.25");
  }

  private void head(String zh, String en, double height) {
    rule();
    svg.text(left - 2, y + height / 2 + 1, chinese ? zh : en, "text-anchor", "end");
  }

  private void stations(
      String zh, String en, double height, Function<ProfileStation, String> value) {
    head(zh, en, height);
    int room = (int) ((height - 2) / LETTER_MILLIMETRES);
    for (int station : labelled) {
      String text = value.apply(profile.stations().get(station));
      svg.upright(
          scale.x(station) + 1,
          y + height - 1,
          text.length() <= room ? text : "…" + text.substring(text.length() - room + 1));
    }
    y += height;
  }

  private void sections(String zh, String en, Function<ProfileSection, String> value) {
    double height = 6;
    head(zh, en, height);
    for (int i = 0; i < profile.sections().size(); i++) {
      String text = value.apply(profile.sections().get(i));
      double x1 = scale.x(i);
      double x2 = scale.x(i + 1);
      svg.line(x2, y, x2, y + height, "stroke", "#c8cdd2", "stroke-width", "0.2");
      // long texts may be a little smaller
      double size = text.length() * LETTER_MILLIMETRES <= x2 - x1 ? 3 : 2.5;
      if (text.length() * LETTER_MILLIMETRES * size / 3 <= x2 - x1) {
        boolean adverse = profile.sections().get(i).isAdverse();
        svg.text(
            (x1 + x2) / 2,
            y + 4.2,
            text,
            "text-anchor",
            "middle",
            "font-size",
            size,
            "fill",
            adverse ? ProfileDrawing.ALARM : ProfileDrawing.INK);
      }
    }
    y += height;
  }

  private static String inverts(ProfileSection section) {
    return level(section.invertFromMetres()) + "/" + level(section.invertToMetres());
  }

  private static String level(@Nullable Double metres) {
    return number(metres, 2);
  }

  private static String number(@Nullable Double value, int decimals) {
    return value == null ? "–" : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static String whole(@Nullable Integer value) {
    return value == null ? "–" : value.toString();
  }
}
