package org.lianpian.sewer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The drainage status of one community with everything that led to it.
 *
 * @param rule the number of the rule that decided, 1 to 6
 * @param blocking what stands against {@code SEPARATED_CONNECTED}, or null when nothing does
 * @param decidingOutlet id of the connection that decided, or null
 * @param proven whether every sewage outlet rests on field evidence (证据); meaningful when connected
 * @param unconnectedAfterRenovation renovated on paper but not separated and connected (SM-30)
 * @param outlets by id
 * @param risers what is known of the balcony risers
 * @param issues defects of the network on the way of the community's water
 */
public record SewerResult(
    String communityId,
    String communityName,
    DrainageStatus status,
    int rule,
    @Nullable Blocking blocking,
    @Nullable String decidingOutlet,
    Separation separation,
    boolean proven,
    boolean unconnectedAfterRenovation,
    List<OutletResult> outlets,
    Risers risers,
    List<TopologyIssue> issues,
    SewerParameters parameters,
    String inputHash) {

  /**
   * The object to look at first.
   *
   * @param type {@code outlet}, {@code building}, {@code reach}, {@code node} or {@code community}
   */
  public record Blocking(String type, String id, String zh, String en) {}

  /**
   * Balcony risers (阳台立管) of the community's dwellings.
   *
   * @param surveyed how many buildings have a known riser
   * @param toStorm ids of buildings whose riser drains to storm water, sorted
   * @param unknown ids of buildings that nobody looked at, sorted
   * @param missingBuildings how many buildings the ledger counts beyond those on record; null when
   *     neither a building nor a count is on record
   */
  public record Risers(
      int surveyed,
      List<String> toStorm,
      List<String> unknown,
      @Nullable Integer missingBuildings) {

    public Risers {
      toStorm = List.copyOf(toStorm);
      unknown = List.copyOf(unknown);
    }

    public boolean isComplete() {
      return unknown.isEmpty() && missingBuildings != null && missingBuildings == 0;
    }
  }

  public SewerResult {
    outlets = List.copyOf(outlets);
    issues = List.copyOf(issues);
  }

  public Optional<OutletResult> deciding() {
    return outlets.stream()
        .filter(outlet -> outlet.connectionId().equals(decidingOutlet))
        .findFirst();
  }
}
