package org.lianpian.sewer.profile;

import java.util.List;
import java.util.Locale;
import org.lianpian.model.Medium;

/**
 * Draws a section to scale as SVG (纵断面图): ground, pipes between invert and crown, adverse stretches
 * and breaks marked, and below them the table of levels. What nobody measured is a gap with a
 * hatched band, never a zero.
 *
 * <p>Colours differ in lightness too, for print in black. Immutable and thread-safe. The same
 * section gives the same text.
 */
public final class ProfileDrawing {
  static final String INK = "#1f2328";
  static final String FAINT = "#8b929a";
  static final String ALARM = "#b30000";
  private static final String GROUND = "#6b4a1f";
  private static final String FONTS =
      "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',SimHei,sans-serif";

  private final LongitudinalProfile profile;
  private final HeightDatum datum;
  private final ProfileSheet sheet;
  private final boolean chinese;
  private final ProfileScale scale;
  private final Svg svg = new Svg();

  private ProfileDrawing(
      LongitudinalProfile profile, HeightDatum datum, ProfileSheet sheet, boolean chinese) {
    this.profile = profile;
    this.datum = datum;
    this.sheet = sheet;
    this.chinese = chinese;
    this.scale = new ProfileScale(profile, sheet);
  }

  /** Returns the drawing as an SVG document. */
  public static String of(
      LongitudinalProfile profile, HeightDatum datum, ProfileSheet sheet, boolean chinese) {
    return new ProfileDrawing(profile, datum, sheet, chinese).draw();
  }

  private String say(String zh, String en) {
    return chinese ? zh : en;
  }

  private String draw() {
    boolean print = sheet == ProfileSheet.PRINT;
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + Svg.number(sheet.width) + " " + Svg.number(sheet.height),
        "width",
        print ? Svg.number(sheet.width) + "mm" : "100%",
        print ? "height" : "preserveAspectRatio",
        print ? Svg.number(sheet.height) + "mm" : "xMidYMin meet",
        "font-family",
        FONTS,
        "font-size",
        "3",
        "fill",
        INK,
        "role",
        "img");
    svg.title(say(profile.title().zh(), profile.title().en()));
    pattern();
    svg.add("rect", "width", sheet.width, "height", sheet.height, "fill", "#ffffff");
    head();
    levelLines();
    sections();
    ground();
    stations();
    breaks();
    new ProfileTable(profile, scale, sheet, chinese, svg).draw();
    foot();
    return svg.close("svg").toString();
  }

  private void pattern() {
    svg.open("defs")
        .open(
            "pattern",
            "id",
            "unknown",
            "width",
            "2.4",
            "height",
            "2.4",
            "patternUnits",
            "userSpaceOnUse",
            "patternTransform",
            "rotate(45)")
        .add("line", "y2", "2.4", "stroke", "#b9bec4", "stroke-width", "0.5")
        .close("pattern")
        .close("defs");
  }

  private void head() {
    svg.text(8, 10, say(profile.title().zh(), profile.title().en()), "font-size", 5.0);
    svg.text(8, 16, scaleText(), "font-size", 3.2);
    svg.text(8, 21, say("高程基准:", "Height datum: ") + say(datum.zh(), datum.en()), "font-size", 3.2);
  }

  private String scaleText() {
    String exaggeration =
        Svg.number((double) scale.horizontal / scale.vertical).replaceAll("(\\.\\d*?)0+$", "$1");
    String length =
        String.format(Locale.ROOT, say("全长 %.1f m", "length %.1f m"), profile.lengthMetres());
    if (sheet == ProfileSheet.PRINT) {
      return say("比例 横 ", "Scale horizontal ")
          + "1:"
          + scale.horizontal
          + say(" 竖 ", ", vertical ")
          + "1:"
          + scale.vertical
          + say("(A3 原尺寸打印) ", " (A3 at full size), ")
          + length;
    }
    return say("竖向放大 ", "Vertical exaggeration ") + exaggeration + say(" 倍 ", " times, ") + length;
  }

  private void levelLines() {
    double left = ProfileSheet.LEFT;
    double right = sheet.width - ProfileSheet.RIGHT;
    if (profile.levels().isEmpty()) {
      svg.text(
          (left + right) / 2,
          ProfileSheet.TOP + sheet.plotHeight / 2,
          say("本路径没有任何高程资料", "No level is known on this way"),
          "text-anchor",
          "middle",
          "font-size",
          5.0,
          "fill",
          ALARM);
      return;
    }
    int decimals = scale.step < 1 ? 1 : 0;
    for (int i = 0; scale.y(scale.lowest + i * scale.step) >= ProfileSheet.TOP; i++) {
      double level = scale.lowest + i * scale.step;
      double y = scale.y(level);
      svg.line(left, y, right, y, "stroke", "#d5d9dd", "stroke-width", "0.2");
      svg.text(
          left - 2,
          y + 1,
          String.format(Locale.ROOT, "%." + decimals + "f", level),
          "text-anchor",
          "end");
    }
    svg.upright(
        6,
        ProfileSheet.TOP + sheet.plotHeight / 2,
        say("高程 (m)", "Level (m)"),
        "text-anchor",
        "middle");
    svg.line(
        left, ProfileSheet.TOP, left, sheet.plotBottom(), "stroke", INK, "stroke-width", "0.3");
  }

  private void sections() {
    for (int i = 0; i < profile.sections().size(); i++) {
      ProfileSection section = profile.sections().get(i);
      Double from = section.invertFromMetres();
      Double to = section.invertToMetres();
      double x1 = scale.x(i);
      double x2 = scale.x(i + 1);
      if (from == null || to == null) {
        unknown(section, x1, x2);
      } else {
        pipe(section, x1, scale.y(from), x2, scale.y(to));
      }
    }
  }

  private void unknown(ProfileSection section, double x1, double x2) {
    svg.open("g", "class", "unknown", "data-pipe", section.pipeId())
        .title(section.pipeId() + ": " + say("缺管底高程", "invert unknown"))
        .add(
            "rect",
            "x",
            x1,
            "y",
            ProfileSheet.TOP,
            "width",
            Math.max(0.3, x2 - x1),
            "height",
            sheet.plotHeight,
            "fill",
            "url(#unknown)");
    if (x2 - x1 > 6) {
      svg.upright(
          (x1 + x2) / 2 + 1,
          sheet.plotBottom() - 3,
          say("缺管底高程", "invert unknown"),
          "fill",
          "#5a6068");
    }
    svg.close("g");
  }

  private void pipe(ProfileSection section, double x1, double y1, double x2, double y2) {
    Integer diameter = section.diameterMillimetres();
    double height = diameter == null ? 0 : (double) diameter / scale.vertical;
    String colour = section.isAdverse() ? ALARM : colour(section.medium());
    svg.open(
            "g",
            "class",
            section.isAdverse() ? "pipe adverse" : "pipe",
            "data-pipe",
            section.pipeId())
        .title(section.pipeId() + " " + say(section.medium().zh(), section.medium().en()));
    if (height > 0) {
      svg.add(
          "path",
          "d",
          "M"
              + at(x1, y1)
              + " L"
              + at(x2, y2)
              + " L"
              + at(x2, y2 - height)
              + " L"
              + at(x1, y1 - height)
              + "Z",
          "fill",
          colour,
          "fill-opacity",
          section.isAdverse() ? "0.35" : "0.16",
          "stroke",
          colour,
          "stroke-width",
          "0.2");
    }
    // a level of a node instead of the pipe's own is drawn with a broken line
    svg.line(
        x1,
        y1,
        x2,
        y2,
        "stroke",
        colour,
        "stroke-width",
        section.isAdverse() ? "1" : "0.7",
        "stroke-dasharray",
        section.fromNodes() ? "2 0.8" : "none");
    if (section.isAdverse() && x2 - x1 > 7) {
      svg.text(
          (x1 + x2) / 2,
          Math.max(y1, y2) + 4,
          say("逆坡", "adverse"),
          "text-anchor",
          "middle",
          "fill",
          ALARM,
          "font-weight",
          "bold");
    }
    svg.close("g");
  }

  private static String at(double x, double y) {
    return Svg.number(x) + " " + Svg.number(y);
  }

  private static String colour(Medium medium) {
    return switch (medium) {
      case SEWAGE -> "#8c510a";
      case STORM -> "#2166ac";
      case COMBINED -> "#762a83";
      case INTERCEPTING -> "#01665e";
      case UNKNOWN -> "#555b61";
    };
  }

  /** Joins neighbouring known ground levels; a station without one interrupts the line. */
  private void ground() {
    List<ProfileStation> stations = profile.stations();
    for (int i = 1; i < stations.size(); i++) {
      Double before = stations.get(i - 1).groundMetres();
      Double level = stations.get(i).groundMetres();
      if (before != null && level != null) {
        svg.line(
            scale.x(i - 1),
            scale.y(before),
            scale.x(i),
            scale.y(level),
            "class",
            "ground",
            "stroke",
            GROUND,
            "stroke-width",
            "0.5");
      }
    }
  }

  private void stations() {
    List<ProfileStation> stations = profile.stations();
    for (int i = 0; i < stations.size(); i++) {
      ProfileStation station = stations.get(i);
      double x = scale.x(i);
      svg.open(
              "g",
              "class",
              "station",
              "data-station",
              i,
              "data-node",
              station.nodeId(),
              "data-x",
              x)
          .title(station.nodeId());
      svg.line(
          x,
          ProfileSheet.TOP,
          x,
          sheet.plotBottom(),
          "stroke",
          "#c8cdd2",
          "stroke-width",
          "0.2",
          "stroke-dasharray",
          "0.8 0.8");
      Double ground = station.groundMetres();
      Double bottom = station.invertMetres();
      if (ground != null && bottom != null) {
        double top = scale.y(ground);
        svg.add(
            "rect",
            "x",
            x - 0.5,
            "y",
            top,
            "width",
            1.0,
            "height",
            Math.max(0, scale.y(bottom) - top),
            "fill",
            "#ffffff",
            "stroke",
            INK,
            "stroke-width",
            "0.25");
      }
      svg.close("g");
    }
  }

  private void breaks() {
    for (LongitudinalProfile.Break one : profile.breaks()) {
      double x = scale.x(one.station());
      boolean right = x > sheet.width / 2;
      double y = ProfileSheet.TOP + 5;
      svg.open("g", "class", "break", "data-station", one.station())
          .title(say(one.found().zh(), one.found().en()));
      svg.line(x, y, x, sheet.plotBottom(), "stroke", ALARM, "stroke-width", "0.7");
      svg.add(
          "path",
          "d",
          "M"
              + at(x - 2, y - 2)
              + " L"
              + at(x + 2, y + 2)
              + " M"
              + at(x - 2, y + 2)
              + " L"
              + at(x + 2, y - 2),
          "stroke",
          ALARM,
          "stroke-width",
          "1");
      svg.text(
          right ? x - 4 : x + 4,
          y + 1,
          say("断点:", "Break: ") + say(one.found().zh(), one.found().en()),
          "text-anchor",
          right ? "end" : "start",
          "fill",
          ALARM,
          "font-weight",
          "bold");
      svg.close("g");
    }
  }

  private void foot() {
    long unknown = profile.sections().stream().filter(section -> !section.hasLevels()).count();
    long adverse = profile.sections().stream().filter(ProfileSection::isAdverse).count();
    svg.text(
        8,
        sheet.height - 4,
        say(
            "逆坡 " + adverse + " 段;缺管底高程 " + unknown + " 段(斜线,未按 0 绘);虚线为取井底高程代替管底高程",
            "Adverse: "
                + adverse
                + "; invert unknown: "
                + unknown
                + " (hatched, not drawn as 0); broken line: level of the node instead of the pipe's"),
        "font-size",
        2.8,
        "fill",
        "#4a5058");
  }
}
