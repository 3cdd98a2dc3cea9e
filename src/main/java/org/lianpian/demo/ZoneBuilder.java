package org.lianpian.demo;

import java.util.ArrayList;
import java.util.List;
import org.lianpian.model.ExclusionKind;
import org.lianpian.model.ExclusionZone;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/** Puts a few estates into plans that exclude them, and draws the self-built areas. */
final class ZoneBuilder {
  private static final double MARGIN = 0.5;

  private final TownData data;
  private final Ids ids;
  private final Dice dice;

  ZoneBuilder(TownData data, Ids ids, Dice dice) {
    this.data = data;
    this.ids = ids;
    this.dice = dice;
  }

  void build(List<Estate> estates) {
    List<Estate> open = new ArrayList<>();
    for (Estate estate : estates) {
      if (estate.role == Estate.Role.SELF_BUILT) {
        add(estate, ExclusionKind.SELF_BUILT, estate.name + "区域", "SELF_BUILT");
      } else if (estate.role == Estate.Role.SURVEYED && estate.lot.kind() == Lot.Kind.FREE) {
        open.add(estate);
      }
    }
    dice.shuffle(open);
    boolean large = estates.size() >= 60;
    take(open, large ? 2 : 1, ExclusionKind.DEMOLITION_5Y, "旧改片区", "IN_DEMOLITION_PLAN");
    take(open, large ? 1 : 0, ExclusionKind.DANGEROUS_5Y, "危旧房改造片区", "IN_DANGEROUS_PLAN");
    take(open, 1, ExclusionKind.SHANTY_PLAN, "棚户区改造片区", "IN_SHANTY_PLAN");
    take(open, large ? 1 : 0, ExclusionKind.HERITAGE, "历史文化街区", "HERITAGE");
    // without one zone of each excluded kind the layer would count as not supplied
    take(open, large ? 1 : 0, ExclusionKind.REBUILD_PLAN, "拆除新建片区", "IN_REBUILD_PLAN");
    take(open, large ? 1 : 0, ExclusionKind.URBAN_VILLAGE, "城中村", "URBAN_VILLAGE");
  }

  private void take(List<Estate> open, int times, ExclusionKind kind, String name, String reason) {
    for (int i = 0; i < times && !open.isEmpty(); i++) {
      Estate estate = open.remove(open.size() - 1);
      add(estate, kind, estate.road + name + "（示意）", reason);
    }
  }

  private void add(Estate estate, ExclusionKind kind, String name, String reason) {
    estate.zoneReason = reason;
    BufferParameters square =
        new BufferParameters(
            1,
            BufferParameters.CAP_FLAT,
            BufferParameters.JOIN_MITRE,
            BufferParameters.DEFAULT_MITRE_LIMIT);
    data.zones.add(
        new ExclusionZone(
            ids.next("Z"),
            Shapes.rounded(BufferOp.bufferOp(estate.lot.polygon(), MARGIN, square)),
            ids.provenance(),
            name,
            kind,
            "示意文件（虚构）"));
  }
}
