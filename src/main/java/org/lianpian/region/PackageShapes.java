package org.lianpian.region;

import java.util.ArrayList;
import java.util.List;
import org.lianpian.model.EvidenceShape;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** What to draw for one community: who it is joined to, and what keeps it from others. */
final class PackageShapes {
  /** How much of a barrier is shown around a connector: enough to recognise it on the map. */
  private static final double MARGIN_METRES = 50;

  private PackageShapes() {}

  static List<EvidenceShape> of(PackagingUnit unit, PackagePlan plan) {
    List<EvidenceShape> shapes = new ArrayList<>();
    for (ContiguityEdge edge : plan.graph().edgesOf(unit.id())) {
      PairRelation relation = plan.explain(edge.a(), edge.b()).relation();
      Barrier barrier = edge.barrier();
      if (relation == PairRelation.SAME_PACKAGE && edge.use() == EdgeUse.USABLE) {
        shapes.add(connector(edge, "", ""));
      } else if (relation == PairRelation.BARRIER && barrier != null) {
        addBlocked(edge, barrier, shapes);
      } else if (edge.use() == EdgeUse.HINT) {
        shapes.add(connector(edge, ",候选", ", candidate"));
      }
    }
    plan.findLeftover(unit.id())
        .map(Leftover::nearest)
        .ifPresent(nearest -> addNearest(unit, nearest, plan, shapes));
    return shapes;
  }

  private static void addNearest(
      PackagingUnit unit, NearestPackage nearest, PackagePlan plan, List<EvidenceShape> shapes) {
    Barrier barrier = nearest.barrier();
    boolean drawn =
        plan.graph().edgesOf(unit.id()).stream().anyMatch(e -> e.joins(nearest.member()));
    if (!drawn) {
      String gap = PlanReporter.metres(nearest.gapMetres());
      shapes.add(
          new EvidenceShape(
              "connector",
              "最近片区" + nearest.packageId() + ",间距" + gap + "米",
              "Nearest package " + nearest.packageId() + ", gap " + gap + " m",
              nearest.connector()));
      if (barrier != null) {
        shapes.add(barrierShape(barrier, nearest.connector()));
      }
    }
  }

  private static void addBlocked(ContiguityEdge edge, Barrier barrier, List<EvidenceShape> shapes) {
    shapes.add(connector(edge, ",被阻隔", ", blocked"));
    shapes.add(barrierShape(barrier, edge.connector()));
  }

  private static EvidenceShape connector(ContiguityEdge edge, String zh, String en) {
    String pair = edge.a() + "—" + edge.b() + " ";
    String gap = PlanReporter.metres(edge.gapMetres());
    return new EvidenceShape(
        "connector",
        pair + "间距" + gap + "米" + zh,
        pair + "gap " + gap + " m" + en,
        edge.connector());
  }

  private static EvidenceShape barrierShape(Barrier barrier, Geometry connector) {
    Envelope window = new Envelope(connector.getEnvelopeInternal());
    window.expandBy(MARGIN_METRES);
    Geometry clipped =
        OverlayNGRobust.overlay(
            barrier.geometry(), connector.getFactory().toGeometry(window), OverlayNG.INTERSECTION);
    return new EvidenceShape("barrier", barrier.zh(), barrier.en(), clipped);
  }
}
