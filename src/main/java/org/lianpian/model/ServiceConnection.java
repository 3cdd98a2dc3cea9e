package org.lianpian.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A drain outlet of a community (接驳): the node where its own pipes hand over.
 *
 * @param buildingId the building it serves, or null for the whole community
 * @param nodeId the community's last own node (接户井), or empty when nobody surveyed it
 * @param medium what the community's own pipes bring to it
 * @param evidence how the connection was established
 */
public record ServiceConnection(
    String id,
    @Nullable Geometry geometry,
    Provenance provenance,
    String communityId,
    @Nullable String buildingId,
    String nodeId,
    Medium medium,
    ConnectionEvidence evidence,
    @Nullable LocalDate evidenceDate)
    implements Feature {

  public static final FeatureType<ServiceConnection> TYPE =
      FeatureType.<ServiceConnection>named(
              "service_connection",
              "接驳",
              "Service connection",
              GeometryKind.POINT,
              ServiceConnection::fromRow)
          .text("community_id", "小区编号", "Community", ServiceConnection::communityId)
          .text("building_id", "楼栋编号", "Building", ServiceConnection::buildingId)
          .text("node_id", "节点编号", "Node", ServiceConnection::nodeId)
          .code("medium", "介质", "Medium", Medium.class, ServiceConnection::medium)
          .code("evidence", "证据", "Evidence", ConnectionEvidence.class, ServiceConnection::evidence)
          .date("evidence_date", "证据日期", "Evidence date", ServiceConnection::evidenceDate)
          .build();

  private static ServiceConnection fromRow(
      String id, @Nullable Geometry geometry, Provenance provenance, Row row) {
    return new ServiceConnection(
        id,
        geometry,
        provenance,
        row.text("community_id", ""),
        row.text("building_id"),
        row.text("node_id", ""),
        row.code("medium", Medium.class, Medium.UNKNOWN),
        row.code("evidence", ConnectionEvidence.class, ConnectionEvidence.NONE),
        row.date("evidence_date"));
  }
}
