package org.lianpian.ingest.source;

import crosby.binary.osmosis.OsmosisReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianpian.ingest.value.Severity;
import org.openstreetmap.osmosis.core.container.v0_6.EntityContainer;
import org.openstreetmap.osmosis.core.domain.v0_6.Entity;
import org.openstreetmap.osmosis.core.domain.v0_6.EntityType;
import org.openstreetmap.osmosis.core.domain.v0_6.Node;
import org.openstreetmap.osmosis.core.domain.v0_6.Relation;
import org.openstreetmap.osmosis.core.domain.v0_6.RelationMember;
import org.openstreetmap.osmosis.core.domain.v0_6.Tag;
import org.openstreetmap.osmosis.core.domain.v0_6.Way;
import org.openstreetmap.osmosis.core.domain.v0_6.WayNode;
import org.openstreetmap.osmosis.core.task.v0_6.Sink;

/** Reads OSM PBF extracts. */
final class OsmPbfReader implements SourceReader {

  @Override
  public String format() {
    return "OSM PBF";
  }

  @Override
  public boolean accepts(Path file, byte[] head) {
    String start = new String(head, 0, Math.min(head.length, 64), StandardCharsets.ISO_8859_1);
    return start.contains("OSMHeader");
  }

  @Override
  public List<SourceLayer> open(Path file, ReadOptions options) throws IOException {
    String name = SourceFiles.baseName(file).replaceAll("\\.osm$", "");
    OsmData data = new OsmData(name, options.limits());
    try {
      OsmosisReader reader = new OsmosisReader(file.toFile());
      reader.setSink(new Collector(data));
      reader.run();
    } catch (SourceException e) {
      throw e;
    } catch (RuntimeException e) {
      // the library reports broken blocks in runtime exceptions of several kinds
      if (e.getCause() instanceof SourceException refusal) {
        throw refusal;
      }
      throw new SourceException(
          RowIssue.ofLayer(
              "pbf.malformed",
              Severity.ERROR,
              name,
              name + "：OSM PBF 文件损坏",
              name + ": the OSM PBF file is damaged",
              ""),
          e);
    }
    return OsmLayers.of(name, format(), data);
  }

  private record Collector(OsmData data) implements Sink {

    @Override
    public void initialize(Map<String, Object> metadata) {}

    @Override
    public void process(EntityContainer container) {
      Entity entity = container.getEntity();
      Map<String, String> tags = new LinkedHashMap<>();
      for (Tag tag : entity.getTags()) {
        tags.put(tag.getKey(), tag.getValue());
      }
      if (entity instanceof Node node) {
        data.addNode(node.getId(), node.getLongitude(), node.getLatitude(), tags);
      } else if (entity instanceof Way way) {
        long[] nodes = way.getWayNodes().stream().mapToLong(WayNode::getNodeId).toArray();
        data.addWay(new OsmData.Way(way.getId(), nodes, tags));
      } else if (entity instanceof Relation relation) {
        List<OsmData.Member> members = new ArrayList<>();
        for (RelationMember member : relation.getMembers()) {
          if (member.getMemberType() == EntityType.Way) {
            members.add(new OsmData.Member(member.getMemberId(), member.getMemberRole()));
          }
        }
        data.addRelation(new OsmData.Relation(relation.getId(), members, tags));
      }
    }

    @Override
    public void complete() {}

    @Override
    public void close() {}
  }
}
