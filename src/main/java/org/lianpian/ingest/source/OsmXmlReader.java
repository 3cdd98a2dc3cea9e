package org.lianpian.ingest.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.lianpian.ingest.value.Severity;

/** Reads OSM XML exports; external entities and document types are refused. */
final class OsmXmlReader implements SourceReader {

  @Override
  public String format() {
    return "OSM XML";
  }

  @Override
  public boolean accepts(Path file, byte[] head) {
    String start = new String(head, StandardCharsets.UTF_8);
    return start.contains("<osm ")
        || start.contains("<osm>")
        || (SourceFiles.extension(file).equals("osm") && start.stripLeading().startsWith("<"));
  }

  @Override
  public List<SourceLayer> open(Path file, ReadOptions options) throws IOException {
    String name = SourceFiles.baseName(file);
    OsmData data = new OsmData(name, options.limits());
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      XMLStreamReader xml = SecureXml.reader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "node" -> readNode(xml, data);
            case "way" -> readWay(xml, data);
            case "relation" -> readRelation(xml, data);
            default -> {}
          }
        }
      }
    } catch (XMLStreamException | NumberFormatException e) {
      throw new SourceException(
          RowIssue.ofLayer(
              "xml.malformed",
              Severity.ERROR,
              name,
              name + "：XML 格式错误或含不允许的实体",
              name + ": malformed XML, or entities that are not permitted",
              ""),
          e);
    }
    return OsmLayers.of(name, format(), data);
  }

  private static void readNode(XMLStreamReader xml, OsmData data) throws XMLStreamException {
    long id = id(xml);
    String longitude = xml.getAttributeValue(null, "lon");
    String latitude = xml.getAttributeValue(null, "lat");
    Map<String, String> tags = new LinkedHashMap<>();
    children(xml, "node", tags, List.of(), List.of());
    if (longitude != null && latitude != null) {
      data.addNode(id, Double.parseDouble(longitude), Double.parseDouble(latitude), tags);
    }
  }

  private static void readWay(XMLStreamReader xml, OsmData data) throws XMLStreamException {
    long id = id(xml);
    Map<String, String> tags = new LinkedHashMap<>();
    List<Long> nodes = new ArrayList<>();
    children(xml, "way", tags, nodes, List.of());
    data.addWay(new OsmData.Way(id, nodes.stream().mapToLong(Long::longValue).toArray(), tags));
  }

  private static void readRelation(XMLStreamReader xml, OsmData data) throws XMLStreamException {
    long id = id(xml);
    Map<String, String> tags = new LinkedHashMap<>();
    List<OsmData.Member> members = new ArrayList<>();
    children(xml, "relation", tags, List.of(), members);
    data.addRelation(new OsmData.Relation(id, members, tags));
  }

  private static void children(
      XMLStreamReader xml,
      String element,
      Map<String, String> tags,
      List<Long> nodes,
      List<OsmData.Member> members)
      throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element)) {
        return;
      }
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "tag" -> tags.put(attribute(xml, "k"), attribute(xml, "v"));
        case "nd" -> nodes.add(Long.parseLong(attribute(xml, "ref")));
        case "member" -> {
          if (attribute(xml, "type").equals("way")) {
            members.add(
                new OsmData.Member(Long.parseLong(attribute(xml, "ref")), attribute(xml, "role")));
          }
        }
        default -> {}
      }
    }
  }

  private static long id(XMLStreamReader xml) {
    return Long.parseLong(attribute(xml, "id"));
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}
