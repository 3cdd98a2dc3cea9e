package org.lianpian.wallmap;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.jspecify.annotations.Nullable;

/**
 * The Chinese font that is embedded into prints, so that every printer and reader shows the same.
 *
 * <p>It has to have TrueType outlines: Noto CJK and Source Han have others and cannot be embedded.
 */
public final class PrintFont {
  private static final List<Path> DIRECTORIES =
      List.of(
          Path.of("/usr/share/fonts"),
          Path.of("/usr/local/share/fonts"),
          Path.of(System.getProperty("user.home", ""), ".local/share/fonts"),
          Path.of("C:/Windows/Fonts"),
          Path.of("/Library/Fonts"),
          Path.of("/System/Library/Fonts"));

  /** Beginnings of file names of fonts that hold all of GB 2312, the best looking first. */
  private static final List<String> KNOWN =
      List.of(
          "msyh.ttc",
          "wqy-microhei",
          "deng.ttf",
          "wqy-zenhei",
          "simhei",
          "droidsansfallback",
          "simsun",
          "stheiti",
          "uming",
          "ukai");

  private static final int SAMPLE = '改';
  private static final int DEPTH = 4;

  private final Path file;

  private PrintFont(Path file) {
    this.file = file;
  }

  /**
   * Finds the font.
   *
   * @param stated the file that the operator names, or empty to look in the system's directories
   * @throws IllegalArgumentException saying what to install or to set, when there is none
   */
  public static PrintFont find(String stated) {
    List<Path> files = stated.isEmpty() ? installed() : List.of(Path.of(stated));
    for (Path file : files) {
      PrintFont font = new PrintFont(file);
      if (font.isUsable()) {
        return font;
      }
    }
    throw new IllegalArgumentException(
        stated.isEmpty()
            ? "没有可以嵌入 PDF 的中文字体:请安装 fonts-wqy-microhei(Debian),或用设置 print.font 指定一个"
                + " TrueType 字体文件 / There is no Chinese font that can be embedded: install"
                + " fonts-wqy-microhei (Debian) or name a TrueType file with the setting print.font"
            : "print.font 指定的文件不是含中文的 TrueType 字体 / The file that print.font names is no"
                + " TrueType font with Chinese characters: "
                + stated);
  }

  private static List<Path> installed() {
    List<Path> found = new ArrayList<>();
    for (Path directory : DIRECTORIES) {
      if (Files.isDirectory(directory)) {
        try (Stream<Path> files =
            Files.find(directory, DEPTH, (path, type) -> type.isRegularFile())) {
          files.filter(path -> rank(path) < KNOWN.size()).forEach(found::add);
        } catch (IOException | UncheckedIOException e) {
          // a directory that may not be read holds no font for us; the others may
          continue;
        }
      }
    }
    found.sort(Comparator.comparingInt(PrintFont::rank).thenComparing(Path::toString));
    return found;
  }

  private static int rank(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    for (int i = 0; i < KNOWN.size(); i++) {
      if (name.startsWith(KNOWN.get(i))) {
        return i;
      }
    }
    return KNOWN.size();
  }

  private boolean isUsable() {
    if (!Files.isReadable(file)) {
      return false;
    }
    try (Open open = open()) {
      return open.font() != null;
    } catch (IOException e) {
      return false; // damaged or of another kind: the next one is tried, and none is an error
    }
  }

  /** An opened font with what has to be closed after it. */
  record Open(@Nullable TrueTypeFont font, AutoCloseable source) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      try {
        source.close();
      } catch (IOException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }

  /** Opens the font; close it after the document was written. */
  Open open() throws IOException {
    File path = file.toFile();
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".ttc")) {
      TrueTypeCollection collection = new TrueTypeCollection(path);
      List<TrueTypeFont> fonts = new ArrayList<>();
      collection.processAllFonts(fonts::add);
      return new Open(usable(fonts), collection);
    }
    TTFParser parser =
        file.toString().toLowerCase(Locale.ROOT).endsWith(".otf")
            ? new OTFParser()
            : new TTFParser();
    TrueTypeFont font = parser.parse(new RandomAccessReadBufferedFile(path));
    return new Open(usable(List.of(font)), font);
  }

  private static @Nullable TrueTypeFont usable(List<TrueTypeFont> fonts) throws IOException {
    for (TrueTypeFont font : fonts) {
      if (font.getTableMap().containsKey("glyf")
          && font.getUnicodeCmapLookup().getGlyphId(SAMPLE) != 0) {
        return font;
      }
    }
    return null;
  }
}
