package org.lianpian.sewer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Medium;
import org.lianpian.sewer.SewerResult.Blocking;
import org.lianpian.sewer.SewerResult.Risers;

/**
 * Derives the display code of a community: six rules, the first that fits decides.
 *
 * <ol>
 *   <li>no outlet for sewage is surveyed → UNKNOWN
 *   <li>all such outlets are combined → INTERCEPTED when each passes an interceptor to a sewer,
 *       else COMBINED
 *   <li>a sewage outlet or a balcony riser drains to a storm drain or an outfall → MISCONNECTED
 *   <li>some sewage outlet is broken and none reaches a municipal sewer → SEPARATED_UNCONNECTED
 *   <li>an outlet or riser is unknown, combined, intercepted, unconnected or in a loop, or rain
 *       enters a sewer → PARTIAL
 *   <li>otherwise → SEPARATED_CONNECTED
 * </ol>
 *
 * <p>Source: REQUIREMENTS §6.4, NL-06, U-13; a decision, for no document defines the codes.
 */
final class StatusRules {

  /** What was decided, by which rule, and what to look at. */
  record Decision(
      DrainageStatus status, int rule, @Nullable Blocking blocking, @Nullable String outlet) {}

  private static final Comparator<OutletFacts> WORST_FIRST =
      Comparator.comparing(OutletFacts::connection).thenComparing(OutletFacts::connectionId);

  private final List<OutletFacts> outlets;
  private final List<OutletFacts> sewage;
  private final Risers risers;
  private final String communityId;

  StatusRules(String communityId, List<? extends OutletFacts> outlets, Risers risers) {
    this.communityId = communityId;
    this.outlets = List.copyOf(outlets);
    this.sewage = new ArrayList<>(outlets.size());
    for (OutletFacts outlet : outlets) {
      if (outlet.carriesSewage()) {
        sewage.add(outlet);
      }
    }
    this.risers = risers;
  }

  Separation separation() {
    if (sewage.isEmpty()) {
      return Separation.UNKNOWN;
    }
    if (all(sewage, OutletFacts::isCombined)) {
      return Separation.COMBINED;
    }
    if (!risers.toStorm().isEmpty() || worst(StatusRules::isMisconnected).isPresent()) {
      return Separation.SEWAGE_IN_STORM;
    }
    if (first(sewage, OutletFacts::isCombined).isPresent()) {
      return Separation.PARTIAL;
    }
    if (rainInSewer().isPresent()) {
      return Separation.STORM_IN_SEWER;
    }
    boolean known = risers.isComplete() && outletOfUnknownMedium().isEmpty();
    return known ? Separation.SEPARATED : Separation.UNKNOWN;
  }

  Decision decide() {
    if (all(sewage, outlet -> !outlet.isSurveyed())) {
      String zh = outlets.isEmpty() ? "没有出户接驳调查" : "没有已调查的污水出口";
      return new Decision(
          DrainageStatus.UNKNOWN,
          1,
          new Blocking("community", communityId, zh, "No sewage outlet is surveyed"),
          null);
    }
    if (all(sewage, OutletFacts::isCombined)) {
      return combined();
    }
    Optional<OutletFacts> misconnected = worst(StatusRules::isMisconnected);
    if (misconnected.isPresent()) {
      return by(3, DrainageStatus.MISCONNECTED, misconnected.get());
    }
    if (!risers.toStorm().isEmpty()) {
      String building = risers.toStorm().get(0);
      return new Decision(
          DrainageStatus.MISCONNECTED,
          3,
          new Blocking(
              "building",
              building,
              "楼栋 " + building + " 阳台立管接入雨水",
              "Balcony riser of building " + building + " drains to storm water"),
          null);
    }
    Optional<OutletFacts> broken = worst(one -> one.connection() == OutletConnection.BROKEN);
    if (broken.isPresent() && first(sewage, one -> one.connection().reachesSewer()).isEmpty()) {
      return by(4, DrainageStatus.SEPARATED_UNCONNECTED, broken.get());
    }
    return openOrConnected();
  }

  private Decision combined() {
    boolean intercepted =
        all(sewage, one -> one.connection() == OutletConnection.INTERCEPTED_DRY_ONLY);
    return by(
        2,
        intercepted ? DrainageStatus.INTERCEPTED : DrainageStatus.COMBINED,
        worst(one -> true).orElseThrow());
  }

  private Decision openOrConnected() {
    Optional<OutletFacts> open =
        worst(one -> one.isCombined() || !one.connection().isConnected())
            .or(this::outletOfUnknownMedium)
            .or(this::rainInSewer);
    if (open.isPresent()) {
      return by(5, DrainageStatus.PARTIAL, open.get());
    }
    if (!risers.isComplete()) {
      return new Decision(DrainageStatus.PARTIAL, 5, unknownRiser(), null);
    }
    OutletFacts any = worst(one -> true).orElseThrow();
    return new Decision(DrainageStatus.SEPARATED_CONNECTED, 6, null, any.connectionId());
  }

  private Blocking unknownRiser() {
    if (!risers.unknown().isEmpty()) {
      String building = risers.unknown().get(0);
      return new Blocking(
          "building",
          building,
          "楼栋 " + building + " 阳台立管未查",
          "Balcony riser of building " + building + " is not surveyed");
    }
    Integer missing = risers.missingBuildings();
    return new Blocking(
        "community",
        communityId,
        missing == null ? "没有楼栋阳台立管资料" : "缺 " + missing + " 栋阳台立管资料",
        missing == null
            ? "No balcony riser is on record"
            : "Balcony risers of " + missing + " buildings are not on record");
  }

  private static boolean isMisconnected(OutletFacts outlet) {
    return !outlet.isCombined() && outlet.connection().isMisconnected();
  }

  private Optional<OutletFacts> outletOfUnknownMedium() {
    return first(outlets, outlet -> outlet.medium() == Medium.UNKNOWN);
  }

  /** Returns a storm outlet whose water gets into a sewer. */
  private Optional<OutletFacts> rainInSewer() {
    return first(outlets, outlet -> outlet.medium() == Medium.STORM && outlet.passesSewer());
  }

  /** Returns the sewage outlet with the worst connection that fits; the first id of several. */
  private Optional<OutletFacts> worst(Predicate<OutletFacts> fits) {
    OutletFacts worst = null;
    for (OutletFacts outlet : sewage) {
      if (fits.test(outlet) && (worst == null || WORST_FIRST.compare(outlet, worst) < 0)) {
        worst = outlet;
      }
    }
    return Optional.ofNullable(worst);
  }

  // a city asks these of every outlet: loops take a third of the time of streams

  private static Optional<OutletFacts> first(
      List<OutletFacts> outlets, Predicate<OutletFacts> fits) {
    for (OutletFacts outlet : outlets) {
      if (fits.test(outlet)) {
        return Optional.of(outlet);
      }
    }
    return Optional.empty();
  }

  private static boolean all(List<OutletFacts> outlets, Predicate<OutletFacts> fits) {
    return first(outlets, fits.negate()).isEmpty();
  }

  private static Decision by(int rule, DrainageStatus status, OutletFacts outlet) {
    Blocking blocking;
    SewerBreak first = outlet.firstBreak().orElse(null);
    if (first != null) {
      boolean atNode = first.objectId().equals(first.nodeId());
      blocking = new Blocking(atNode ? "node" : "reach", first.objectId(), first.zh(), first.en());
    } else {
      String name = outlet.nodeId().isBlank() ? outlet.connectionId() : outlet.nodeId();
      String zh = "出口 " + name + " " + outlet.connection().zh();
      String en = "Outlet " + name + ": " + outlet.connection().en();
      if (outlet.medium() == Medium.STORM) {
        zh = "雨水出口 " + name + " 接入污水管";
        en = "Storm outlet " + name + " drains into a sewer";
      } else if (outlet.medium() == Medium.UNKNOWN) {
        zh = "出口 " + name + " 介质不详";
        en = "Medium of outlet " + name + " is unknown";
      } else if (outlet.isCombined()) {
        zh = "出口 " + name + " 为合流," + outlet.connection().zh();
        en = "Outlet " + name + " is combined: " + outlet.connection().en();
      }
      blocking = new Blocking("outlet", outlet.connectionId(), zh, en);
    }
    return new Decision(status, rule, blocking, outlet.connectionId());
  }
}
