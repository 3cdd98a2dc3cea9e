package org.lianpian.model;

import java.util.List;

/** All feature types that a store keeps. */
public final class FeatureTypes {

  /** In the order in which they are imported, so that references point backwards. */
  public static final List<FeatureType<?>> ALL =
      List.of(
          AdminUnit.TYPE,
          Watercourse.TYPE,
          Road.TYPE,
          Railway.TYPE,
          ExclusionZone.TYPE,
          Community.TYPE,
          Building.TYPE,
          Manhole.TYPE,
          Reach.TYPE,
          ServiceConnection.TYPE,
          Place.TYPE,
          Facility.TYPE,
          LedgerEntry.TYPE,
          LookbackInspection.TYPE,
          Verdict.TYPE,
          PlanScenario.TYPE,
          PlanRevision.TYPE,
          EstateMerge.TYPE);

  private FeatureTypes() {}
}
