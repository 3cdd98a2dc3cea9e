package org.lianpian.assessment;

import java.time.LocalDate;
import java.util.Collection;
import org.lianpian.geocode.Gazetteer;
import org.lianpian.geocode.GazetteerIndex;
import org.lianpian.geocode.GeocodeQuery;
import org.lianpian.geocode.GeocodeResult;
import org.lianpian.geocode.Geocoder;
import org.lianpian.geocode.LocationVerdicts;
import org.lianpian.geocode.StructuredGeocoder;
import org.lianpian.model.AdminUnit;
import org.lianpian.model.Community;
import org.lianpian.model.Place;
import org.lianpian.model.Verdict;
import org.lianpian.policy.PolicyProfile;

/** Finds the position of each community that came without one. Thread-safe. */
public final class Locator {

  /** A community at its position, and what that rests on. */
  public record Located(Community community, Verdict verdict) {}

  private final Geocoder geocoder;
  private final PolicyProfile profile;
  private final LocalDate on;

  /**
   * @param on the day whose administrative division applies
   */
  public Locator(
      Collection<Place> places,
      Collection<AdminUnit> adminUnits,
      PolicyProfile profile,
      LocalDate on) {
    Gazetteer gazetteer = GazetteerIndex.of(places, adminUnits);
    this.geocoder = new StructuredGeocoder(gazetteer);
    this.profile = profile;
    this.on = on;
  }

  /** Returns the community at the place that was found, or as it was. */
  public Located locate(Community community) {
    GeocodeResult result = geocoder.geocode(GeocodeQuery.of(community, on));
    Community placed =
        community.geometry() == null && result instanceof GeocodeResult.Match match
            ? community.withPosition(match.geometry(), match.level(), match.sigmaMetres())
            : community;
    return new Located(placed, LocationVerdicts.of(community, result, profile));
  }
}
