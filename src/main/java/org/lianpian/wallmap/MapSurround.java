package org.lianpian.wallmap;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.lianpian.model.Dataset;
import org.locationtech.jts.geom.Envelope;

/** Draws what stands around the map: title, scale, north arrow, legend, origin and limits. */
final class MapSurround {
  private static final Color INK = new Color(0x1c2733);
  private static final Color FAINT = new Color(0x5a6570);
  private static final Color WARNING = new Color(0xa50026);
  private static final double LINE = 4.4;
  private static final double TEXT = 2.5;
  private static final double COLUMN = 50;
  private static final double BAR = 40;

  private final SheetCanvas canvas;
  private final SheetLayout layout;
  private final WallMapRequest request;
  private final WallMapContent content;
  private final MapLayers layers;
  private final ClassStyles styles;
  private final double k;
  private double x;
  private double y;

  MapSurround(
      SheetCanvas canvas,
      SheetLayout layout,
      WallMapRequest request,
      WallMapContent content,
      MapLayers layers,
      ClassStyles styles) {
    this.canvas = canvas;
    this.layout = layout;
    this.request = request;
    this.content = content;
    this.layers = layers;
    this.styles = styles;
    this.k = request.paper().magnification();
    this.x = layout.side().getMinX() + 4 * k;
    this.y = layout.side().getMaxY() - 4 * k;
  }

  void draw(WallMapSummary summary) throws IOException {
    title();
    north();
    scale();
    legend();
    total(summary);
    origin();
  }

  private void title() throws IOException {
    Envelope head = layout.head();
    double size = 8 * k;
    double fitting =
        Math.min(size, size * head.getWidth() / Math.max(1, canvas.width(request.title(), size)));
    double width = canvas.width(request.title(), fitting);
    canvas.text(
        request.title(),
        head.getMinX() + (head.getWidth() - width) / 2,
        head.getMinY() + 6.5 * k,
        fitting,
        INK);
    Dataset dataset = content.store().dataset();
    String sub = request.theme().zh() + (request.chinese() ? "" : " " + request.theme().en());
    sub += " · " + dataset.name();
    if (dataset.synthetic()) {
      sub += request.say(" · 示意数据,非真实情况", " · demonstration data, nothing in it is real");
    }
    double subWidth = canvas.width(sub, 3 * k);
    canvas.text(
        sub,
        head.getMinX() + (head.getWidth() - subWidth) / 2,
        head.getMinY() + 1.6 * k,
        3 * k,
        dataset.synthetic() ? WARNING : FAINT);
  }

  /** The grid's north: the vertical lines of the CRS. */
  private void north() throws IOException {
    room(15);
    double middle = x + 4 * k;
    double top = y;
    canvas.polygon(INK, middle, top, middle - 3 * k, top - 11 * k, middle, top - 8.5 * k);
    canvas.polygon(FAINT, middle, top, middle + 3 * k, top - 11 * k, middle, top - 8.5 * k);
    canvas.text(request.say("北", "N"), middle + 4.5 * k, top - 7 * k, 4 * k, INK);
    canvas.text(request.say("坐标北", "grid north"), middle + 4.5 * k, top - 10.6 * k, 2 * k, FAINT);
    y -= 15 * k;
  }

  private void scale() throws IOException {
    room(15);
    canvas.text(
        request.say("比例尺 ", "Scale ") + "1:" + String.format(Locale.ROOT, "%,d", layout.scale()),
        x,
        y - 3 * k,
        3.4 * k,
        INK);
    double metres = RoundNumbers.atMost(BAR * k * layout.scale() / 1000);
    double length = layout.millimetres(metres);
    double bottom = y - 8 * k;
    for (int i = 0; i < 4; i++) {
      canvas.rectangle(
          new Envelope(x + length * i / 4, x + length * (i + 1) / 4, bottom, bottom + 1.4 * k),
          i % 2 == 0 ? INK : Color.WHITE,
          INK,
          0.15 * k);
    }
    canvas.text("0", x, bottom - 2.8 * k, 2.2 * k, INK);
    String end = distance(metres);
    canvas.text(end, x + length - canvas.width(end, 2.2 * k) / 2, bottom - 2.8 * k, 2.2 * k, INK);
    y -= 15 * k;
  }

  private static String distance(double metres) {
    return metres >= 1000
        ? String.format(Locale.ROOT, "%.0f km", metres / 1000)
        : String.format(Locale.ROOT, "%.0f m", metres);
  }

  private void legend() throws IOException {
    heading(request.say("图例", "Legend"));
    Map<String, Integer> counts = layers.counts();
    for (MapClass one : content.classes()) {
      int count = Objects.requireNonNullElse(counts.get(one.code()), 0);
      room(LINE);
      Envelope swatch = new Envelope(x, x + 6 * k, y - 3.2 * k, y);
      ClassStyle style = styles.of(request.theme(), one.code());
      canvas.rectangle(swatch, style.fill(), FAINT, 0.15 * k);
      canvas.clip(swatch);
      canvas.pattern(swatch, style.pattern(), 1.6 * k);
      canvas.unclip();
      canvas.text(one.label() + "  " + count, x + 8 * k, y - 2.6 * k, TEXT * k, INK);
      y -= LINE * k;
    }
    if (!layers.areas().isEmpty()) {
      room(LINE);
      canvas.line(x, y - 1.6 * k, x + 2.4 * k, y - 1.6 * k, new Color(0x5b2a86), 0.7 * k);
      canvas.line(x + 3.4 * k, y - 1.6 * k, x + 6 * k, y - 1.6 * k, new Color(0x5b2a86), 0.7 * k);
      canvas.text(
          request.say("成片片区  ", "Package area  ") + layers.areas().size(),
          x + 8 * k,
          y - 2.6 * k,
          TEXT * k,
          INK);
      y -= LINE * k;
    }
  }

  private void total(WallMapSummary summary) throws IOException {
    long known =
        layers.communities().stream()
            .map(MapLayers.MappedCommunity::households)
            .filter(Objects::nonNull)
            .count();
    long households =
        layers.communities().stream()
            .map(MapLayers.MappedCommunity::households)
            .filter(Objects::nonNull)
            .mapToLong(Integer::longValue)
            .sum();
    heading(request.say("图上合计", "On this map"));
    line(request.say("小区 ", "Communities ") + summary.communities() + request.say(" 个", ""));
    line(
        request.say("户数 ", "Households ")
            + households
            + request.say(" 户", "")
            + (known < summary.communities()
                ? request.say(
                    "(另有 " + (summary.communities() - known) + " 个小区户数不详)",
                    " (" + (summary.communities() - known) + " communities unknown)")
                : ""));
    if (summary.unlabelled() > 0) {
      line(
          request.say(
              summary.unlabelled() + " 个小区因位置不足未注名",
              summary.unlabelled() + " names left out for want of room"));
    }
  }

  private void origin() throws IOException {
    heading(request.say("说明", "Notes"));
    line(request.say("坐标系 ", "CRS ") + content.store().dataset().crs());
    line(request.say("制图日期 ", "Printed on ") + content.printedOn());
    line(request.say("数据版本 ", "Data revision ") + content.store().revision());
    if (!content.rules().isEmpty()) {
      line(request.say("依据 ", "Rules ") + content.rules());
    }
    if (!request.unit().isEmpty()) {
      line(request.say("编制单位 ", "Made by ") + request.unit());
    }
    String review = request.reviewNumber();
    line(
        review == null
            ? request.say("内部使用,未经审图", "For internal use, not reviewed")
            : request.say("审图号 ", "Map review no. ") + review);
  }

  private void heading(String text) throws IOException {
    room(3 * LINE);
    canvas.text(text, x, y - 4 * k, 3 * k, INK);
    y -= 6.4 * k;
  }

  /** Writes a line, broken where it is wider than the column. */
  private void line(String text) throws IOException {
    for (String part : broken(text)) {
      room(LINE);
      canvas.text(part, x, y - 2.6 * k, TEXT * k, INK);
      y -= LINE * 0.88 * k;
    }
  }

  private List<String> broken(String text) throws IOException {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int character : text.codePoints().toArray()) {
      String longer = part + Character.toString(character);
      if (canvas.width(longer, TEXT * k) > COLUMN * k && !part.isEmpty()) {
        // a word or number is kept together where it fits into a line
        int space = part.lastIndexOf(" ");
        String rest = space > 0 ? part.substring(space + 1) : "";
        parts.add(space > 0 ? part.substring(0, space) : part.toString());
        part.setLength(0);
        part.append(rest);
      }
      part.appendCodePoint(character);
    }
    parts.add(part.toString());
    return parts;
  }

  /** Goes on in the next column when this one has no room left for a height. */
  private void room(double height) {
    if (y - height * k < layout.side().getMinY() + k && layout.side().getWidth() > 2 * COLUMN * k) {
      x += (COLUMN + 6) * k;
      y = layout.side().getMaxY() - 4 * k;
    }
  }
}
