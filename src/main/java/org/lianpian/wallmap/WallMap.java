package org.lianpian.wallmap;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.lianpian.model.Community;
import org.locationtech.jts.geom.Envelope;

/**
 * Makes wall maps.
 *
 * <p>Lengths on the sheet are lengths in the dataset's metric CRS divided by the scale, so that a
 * ruler on the print measures the ground; the same content gives the same bytes. Thread-safe.
 */
public final class WallMap {
  /** As many pixels as a picture may have. */
  private static final double MAX_PIXELS = 40e6;

  private static final double MILLIMETRES_PER_INCH = 25.4;

  private final PrintFont font;
  private final ClassStyles styles = ClassStyles.load();

  public WallMap(PrintFont font) {
    this.font = font;
  }

  /**
   * Writes the map as a PDF of one page.
   *
   * @throws IllegalArgumentException when there is nothing to show, or it does not fit
   */
  public WallMapSummary writePdf(WallMapRequest request, WallMapContent content, OutputStream out)
      throws IOException {
    Envelope view = request.view();
    Envelope shown = view == null ? content.store().extent(Community.TYPE) : view;
    if (shown.isNull()) {
      throw new IllegalArgumentException(
          "数据集里没有带位置的小区,无图可制 / No community has a position: there is nothing to map");
    }
    SheetLayout layout =
        SheetLayout.of(request.paper(), request.landscape(), request.scale(), shown);
    MapLayers layers = MapLayers.read(content, layout.world(), layout.scale());
    try (PDDocument document = new PDDocument();
        PrintFont.Open opened = font.open()) {
      TrueTypeFont outlines = Objects.requireNonNull(opened.font(), "the font was checked");
      describe(document, request, content);
      PDPage page = new PDPage(size(layout.page()));
      document.addPage(page);
      WallMapSummary summary;
      try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
        SheetCanvas canvas =
            new SheetCanvas(
                stream,
                PDType0Font.load(document, outlines, true),
                outlines.getUnicodeCmapLookup());
        MapFace face = new MapFace(canvas, layout, request, layers, styles);
        face.draw();
        summary =
            new WallMapSummary(layout.scale(), layers.communities().size(), face.unlabelled());
        new MapSurround(canvas, layout, request, content, layers, styles).draw(summary);
      }
      document.save(out);
      return summary;
    }
  }

  /**
   * Writes the map as a PNG.
   *
   * @param dotsPerInch the resolution
   * @throws IllegalArgumentException when it would have more than 40 million pixels
   */
  public WallMapSummary writePng(
      WallMapRequest request, WallMapContent content, int dotsPerInch, OutputStream out)
      throws IOException {
    Paper paper = request.paper();
    double pixels =
        paper.widthMillimetres(request.landscape())
            / MILLIMETRES_PER_INCH
            * dotsPerInch
            * (paper.heightMillimetres(request.landscape()) / MILLIMETRES_PER_INCH)
            * dotsPerInch;
    if (pixels > MAX_PIXELS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s 在 %d dpi 下有 %.0f 万像素,上限 4000 万;请降低 dpi 或改用 PDF / %s at %d dpi has %.0f"
                  + " million pixels, 40 is the most; lower the resolution or take the PDF",
              paper,
              dotsPerInch,
              pixels / 1e4,
              paper,
              dotsPerInch,
              pixels / 1e6));
    }
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    WallMapSummary summary = writePdf(request, content, pdf);
    try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
      BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, dotsPerInch);
      ImageIO.write(image, "png", out);
    }
    return summary;
  }

  /** No time of day and no random number: the same map is the same file. */
  private static void describe(
      PDDocument document, WallMapRequest request, WallMapContent content) {
    PDDocumentInformation about = document.getDocumentInformation();
    about.setTitle(request.title());
    about.setAuthor(request.unit());
    about.setProducer("Lianpian");
    GregorianCalendar day =
        GregorianCalendar.from(content.printedOn().atStartOfDay(ZoneOffset.UTC));
    day.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
    about.setCreationDate(day);
    document.setDocumentId(content.store().revision());
  }

  private static PDRectangle size(Envelope page) {
    return new PDRectangle(
        (float) (page.getWidth() * SheetCanvas.POINTS_PER_MILLIMETRE),
        (float) (page.getHeight() * SheetCanvas.POINTS_PER_MILLIMETRE));
  }
}
