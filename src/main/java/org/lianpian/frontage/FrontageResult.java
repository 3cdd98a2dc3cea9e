package org.lianpian.frontage;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Subject;

/**
 * What the riverside rule says about one community or scattered building, with everything that led
 * to it.
 *
 * @param name of the subject, or empty when it has none
 * @param mode the mode that decided
 * @param parcelCoverage the share of dwellings around that lie in known parcels, or null when no
 *     dwelling is known there
 * @param decidingRiverId the river that decided, or null when none is near
 * @param rivers every river near, by id
 * @param unmeasured rivers near whose banks are not known, nearest first
 * @param sigmaMetres the position error that was respected
 * @param inputs hashes of everything the answer depends on
 */
public record FrontageResult(
    Subject subject,
    String name,
    FrontageStatus status,
    FrontageMode mode,
    @Nullable Double parcelCoverage,
    @Nullable String decidingRiverId,
    List<RiverFrontage> rivers,
    List<UnmeasuredRiver> unmeasured,
    double sigmaMetres,
    List<FrontageNote> notes,
    FrontageParameters parameters,
    FrontageInputs inputs) {

  /** A river that is only a centre line without a width, and how far its line is away. */
  public record UnmeasuredRiver(String id, String name, double centreLineDistanceMetres) {}

  public FrontageResult {
    rivers = List.copyOf(rivers);
    unmeasured = List.copyOf(unmeasured);
    notes = List.copyOf(notes);
  }

  public Optional<RiverFrontage> decidingRiver() {
    return rivers.stream().filter(river -> river.riverId().equals(decidingRiverId)).findFirst();
  }

  /** Returns the measurement that decided, or empty when no river is near. */
  public Optional<FrontageMeasurement> deciding() {
    return decidingRiver().map(river -> river.measurement(mode));
  }
}
