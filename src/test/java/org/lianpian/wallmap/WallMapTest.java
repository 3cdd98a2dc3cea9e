package org.lianpian.wallmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianpian.geo.Crs;
import org.lianpian.model.Analysis;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Community;
import org.lianpian.model.Dataset;
import org.lianpian.model.Provenance;
import org.lianpian.model.Row;
import org.lianpian.support.MemoryFeatureStore;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Wall maps of a square of 100 m beside a point without outline. */
@NullUnmarked
class WallMapTest {
  private static final LocalDate DAY = LocalDate.of(2024, 6, 3);
  private static final int PIXELS_PER_MILLIMETRE = 10;
  private static final int DPI = 254;
  private static final int ELIGIBLE_BLUE = 0x2c7bb6;

  private final MemoryFeatureStore store =
      new MemoryFeatureStore(new Dataset("列东街", new Crs(4548), "OPEN-DATA", false));
  private final WallMap printer = new WallMap(PrintFont.find(""));

  @BeforeEach
  void build() {
    store.write(
        new ChangeContext("test", "test", Instant.EPOCH),
        writer ->
            writer.put(
                Community.TYPE,
                List.of(
                    community("C1", "POLYGON((0 0, 100 0, 100 100, 0 100, 0 0))", "红旗新村𠮷"),
                    community("C2", "POINT(150 50)", "光明里"))
                    .stream()));
  }

  @Test
  @Tag("US-L07")
  void lengthsOnTheSheetAreLengthsOnTheGroundDividedByTheScale() throws IOException {
    BufferedImage sheet = png(request(Paper.A4, true, 1_000, "图"), content("ELIGIBLE"));

    assertThat(sheet.getWidth()).isCloseTo(297 * PIXELS_PER_MILLIMETRE, within(1));
    // 100 m at 1:1000 are 100 mm, to half a percent
    assertThat(widest(sheet, ELIGIBLE_BLUE)).isCloseTo(1000, within(5));
  }

  @Test
  @Tag("US-L07")
  void textCanBeSearchedAndSaysWhereTheMapComesFrom() throws IOException {
    String text = text(request(Paper.A3, true, 2_000, "列东街 首批改造"), content("ELIGIBLE"));

    assertThat(text)
        .contains("列东街 首批改造", "红旗新村", "光明里", "比例尺 1:2,000", "EPSG:4548", "2024-06-03")
        .contains("符合  1", "无数据  1", "户数 320 户(另有 1 个小区户数不详)")
        .contains("内部使用,未经审图");
    assertThat(text(english(request(Paper.A3, true, 2_000, "Map")), content("ELIGIBLE")))
        .contains("Scale 1:2,000", "For internal use");
  }

  @Test
  void theReviewNumberStandsInPlaceOfInternalUse() throws IOException {
    WallMapRequest plain = request(Paper.A4, false, null, "图");
    WallMapRequest reviewed =
        new WallMapRequest(
            Paper.A4, false, null, null, plain.theme(), "图", "住建局", "闽S〔2024〕1号", true);

    assertThat(text(reviewed, content("ELIGIBLE")))
        .contains("审图号 闽S〔2024〕1号", "编制单位 住建局")
        .doesNotContain("内部使用");
  }

  @ParameterizedTest
  @EnumSource(Paper.class)
  void everyPaperTakesTheUsualScaleAtWhichAllFits(Paper paper) throws IOException {
    for (boolean landscape : new boolean[] {true, false}) {
      WallMapRequest request = request(paper, landscape, null, "图");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      WallMapSummary summary = printer.writePdf(request, content("ELIGIBLE"), out);

      assertThat(summary.communities()).isEqualTo(2);
      try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
        double points = paper.widthMillimetres(landscape) / 25.4 * 72;
        assertThat((double) document.getPage(0).getMediaBox().getWidth())
            .isCloseTo(points, within(0.1));
      }
      Envelope all = store.extent(Community.TYPE);
      SheetLayout layout = SheetLayout.of(paper, landscape, summary.scale(), all);
      assertThat(layout.world().contains(all)).isTrue();
    }
  }

  @Test
  void theSameMapIsTheSameFile() throws IOException {
    WallMapRequest request = request(Paper.A4, true, 1_000, "图");

    assertThat(pdf(request, content("ELIGIBLE"))).isEqualTo(pdf(request, content("ELIGIBLE")));
  }

  @Test
  void anAnswerThatTheLegendDoesNotKnowIsShownAsNone() throws IOException {
    assertThat(text(request(Paper.A4, true, 1_000, "图"), content("SOMETHING_ELSE")))
        .contains("符合  0", "无数据  2");
  }

  @Test
  void namesNeverCoverEachOtherAndThoseWithoutRoomAreCounted() throws IOException {
    store.write(
        new ChangeContext("test", "test", Instant.EPOCH),
        writer ->
            writer.put(
                Community.TYPE,
                IntStream.range(0, 40)
                    .mapToObj(
                        i -> community("D" + i, "POINT(150 " + (50 + i * 0.1) + ")", "楼" + i))));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WallMapSummary summary =
        printer.writePdf(request(Paper.A4, true, 5_000, "图"), content("ELIGIBLE"), out);

    assertThat(summary.unlabelled()).isPositive();
    assertThat(text(request(Paper.A4, true, 5_000, "图"), content("ELIGIBLE")))
        .contains(summary.unlabelled() + " 个小区因位置不足未注名");
  }

  @Test
  void refusesWhatCannotBePrintedSayingWhatToChange() {
    WallMapRequest huge = request(Paper.A0, true, 1_000, "图");
    assertThatThrownBy(
            () -> printer.writePng(huge, content("ELIGIBLE"), 300, new ByteArrayOutputStream()))
        .hasMessageContaining("请降低 dpi");
    assertThatThrownBy(() -> request(Paper.A4, true, 7, "图")).hasMessageContaining("比例尺分母");
    WallMapContent empty =
        new WallMapContent(
            new MemoryFeatureStore(store.dataset()), id -> null, classes(), List.of(), "", DAY);
    assertThatThrownBy(
            () ->
                printer.writePdf(
                    request(Paper.A4, true, null, "图"), empty, new ByteArrayOutputStream()))
        .hasMessageContaining("没有带位置的小区");
    assertThatThrownBy(() -> PrintFont.find("no-such-font.ttf")).hasMessageContaining("print.font");
  }

  /** Returns the length of the longest row of pixels of a colour, names upon it included. */
  private static int widest(BufferedImage sheet, int colour) {
    int widest = 0;
    for (int y = 0; y < sheet.getHeight(); y++) {
      int first = -1;
      int last = -1;
      for (int x = 0; x < sheet.getWidth() * 3 / 4; x++) {
        if ((sheet.getRGB(x, y) & 0xffffff) == colour) {
          first = first < 0 ? x : first;
          last = x;
        }
      }
      widest = Math.max(widest, last - first + 1);
    }
    return widest;
  }

  private BufferedImage png(WallMapRequest request, WallMapContent content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    printer.writePng(request, content, DPI, out);
    return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
  }

  private byte[] pdf(WallMapRequest request, WallMapContent content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    printer.writePdf(request, content, out);
    return out.toByteArray();
  }

  private String text(WallMapRequest request, WallMapContent content) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(request, content))) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static WallMapRequest request(
      Paper paper, boolean landscape, @Nullable Integer scale, String title) {
    return new WallMapRequest(
        paper, landscape, scale, null, Analysis.ELIGIBILITY, title, "", null, true);
  }

  private static WallMapRequest english(WallMapRequest request) {
    return new WallMapRequest(
        request.paper(),
        request.landscape(),
        request.scale(),
        null,
        request.theme(),
        request.title(),
        "",
        null,
        false);
  }

  private WallMapContent content(String code) {
    return new WallMapContent(store, Map.of("C1", code)::get, classes(), List.of(), "方案 1", DAY);
  }

  private static List<MapClass> classes() {
    return List.of(new MapClass("ELIGIBLE", "符合"), new MapClass("", "无数据"));
  }

  private static Community community(String id, String wkt, String name) {
    Map<String, Object> values =
        id.equals("C1") ? Map.of("name", name, "households", 320) : Map.of("name", name);
    try {
      return Community.TYPE.create(
          id, new WKTReader().read(wkt), Provenance.of("test"), new Row(values));
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
