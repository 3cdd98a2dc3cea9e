package org.lianpian.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.lianpian.ingest.value.Severity;

/**
 * What a sheet's XML says beyond its cells: which are merged.
 *
 * <p>Source: ECMA-376 part 1, 18.3.1.55 mergeCells, 18.2.20 sheets.
 */
record SheetMarkup(Merges merges) {
  static final SheetMarkup NONE = new SheetMarkup(Merges.NONE);

  private static final Pattern AREA =
      Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");
  private static final int MOST_REGIONS = 200_000;
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT_RELATIONS =
      "http://purl.oclc.org/ooxml/officeDocument/relationships";

  /** Reads all sheets of a workbook, by sheet name. */
  static Map<String, SheetMarkup> read(ZipFile zip, String workbook) throws IOException {
    Map<String, String> targets = new HashMap<>();
    Map<String, SheetMarkup> markups = new HashMap<>();
    try {
      forEach(
          zip,
          "xl/_rels/workbook.xml.rels",
          "Relationship",
          xml -> targets.put(attribute(xml, "Id"), attribute(xml, "Target")));
      Map<String, String> sheets = new HashMap<>();
      forEach(
          zip,
          "xl/workbook.xml",
          "sheet",
          xml -> sheets.put(attribute(xml, "name"), relation(xml)));
      for (Map.Entry<String, String> sheet : sheets.entrySet()) {
        String target = targets.getOrDefault(sheet.getValue(), "");
        String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
        List<Merges.Region> regions = new ArrayList<>();
        forEach(zip, path, "mergeCell", xml -> addRegion(attribute(xml, "ref"), regions));
        markups.put(sheet.getKey(), new SheetMarkup(new Merges(regions)));
      }
    } catch (XMLStreamException e) {
      throw new SourceException(
          RowIssue.ofLayer(
              "xlsx.malformed",
              Severity.ERROR,
              workbook,
              workbook + "：工作簿损坏或含不允许的实体",
              workbook + ": the workbook is damaged, or holds entities that are not permitted",
              ""),
          e);
    }
    return markups;
  }

  /** Hears of one element. */
  @FunctionalInterface
  private interface ElementConsumer {
    void accept(XMLStreamReader xml);
  }

  private static void forEach(ZipFile zip, String path, String element, ElementConsumer consumer)
      throws IOException, XMLStreamException {
    ZipEntry entry = zip.getEntry(path);
    if (entry == null) {
      return;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      XMLStreamReader xml = SecureXml.reader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(element)) {
          consumer.accept(xml);
        }
      }
    }
  }

  private static void addRegion(String reference, List<Merges.Region> regions) {
    Matcher area = AREA.matcher(reference);
    if (area.matches() && regions.size() < MOST_REGIONS) {
      long first = Long.parseLong(area.group(2));
      // a region over all rows of a sheet is decoration; bounded so that it costs nothing
      long last = Math.min(Long.parseLong(area.group(4)), first + 100_000);
      regions.add(new Merges.Region(first, last, column(area.group(1)), column(area.group(3))));
    }
  }

  private static int column(String letters) {
    int column = 0;
    for (char letter : letters.toCharArray()) {
      column = column * 26 + letter - 'A' + 1;
    }
    return column - 1;
  }

  private static String relation(XMLStreamReader xml) {
    String id = xml.getAttributeValue(RELATIONS, "id");
    if (id == null) {
      id = xml.getAttributeValue(STRICT_RELATIONS, "id");
    }
    return id == null ? "" : id;
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}
