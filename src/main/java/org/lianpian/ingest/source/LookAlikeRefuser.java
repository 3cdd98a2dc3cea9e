package org.lianpian.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Recognises files that look like a spreadsheet or drawing but cannot be read, and says what to do:
 * old {@code .xls}, encrypted workbooks, web pages named {@code .xls}, CAD drawings (B-34, B-44).
 */
final class LookAlikeRefuser implements SourceReader {
  private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final int SEARCHED_BYTES = 8 << 20;
  private static final String SAVE_AS = "在 Excel 或 WPS 中另存为 .xlsx / save as .xlsx in Excel or WPS";

  @Override
  public String format() {
    return "";
  }

  @Override
  public boolean accepts(Path file, byte[] head) {
    return isOle2(head) || isWebPage(file, head) || isDrawing(file, head);
  }

  @Override
  public List<SourceLayer> open(Path file, ReadOptions options) throws IOException {
    String name = SourceFiles.name(file);
    byte[] head = SourceFiles.head(file);
    if (isDrawing(file, head)) {
      throw SourceException.refuse(
          "format.cad",
          name,
          "不支持 CAD 图形文件",
          "is a CAD drawing, which is not supported",
          SourceReaders.formats());
    }
    if (isWebPage(file, head)) {
      throw SourceException.refuse(
          "format.html", name, "是网页，不是真正的 Excel 文件", "is a web page, not a workbook", SAVE_AS);
    }
    String content;
    try (InputStream in = Files.newInputStream(file)) {
      content = new String(in.readNBytes(SEARCHED_BYTES), StandardCharsets.UTF_16LE);
    }
    if (content.contains("EncryptedPackage")) {
      throw SourceException.refuse(
          "format.encrypted",
          name,
          "工作簿已加密，无法读取",
          "is an encrypted workbook",
          "去掉密码后重新保存 / remove the password and save again");
    }
    throw SourceException.refuse(
        "format.xls", name, "是旧版 .xls 格式（或其他旧版 Office 文件）", "is of the old .xls format", SAVE_AS);
  }

  private static boolean isOle2(byte[] head) {
    for (int i = 0; i < OLE2.length; i++) {
      if (head.length <= i || head[i] != OLE2[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWebPage(Path file, byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    boolean html =
        start.contains("<html")
            || start.contains("<table")
            || start.contains("urn:schemas-microsoft-com:office");
    return html && SourceFiles.extension(file).startsWith("xls");
  }

  private static boolean isDrawing(Path file, byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    String extension = SourceFiles.extension(file);
    return start.startsWith("AC10") || extension.equals("dwg") || extension.equals("dxf");
  }
}
