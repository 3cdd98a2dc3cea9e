package org.lianpian.geocode;

import java.time.LocalDate;
import org.lianpian.model.Community;

/**
 * What a ledger says about where a community is; any text may be empty.
 *
 * @param name the community's name as written
 * @param address its address as written
 * @param district the district column, name or code
 * @param street the sub-district column
 * @param on the day on which the names were valid: the ledger's date
 */
public record GeocodeQuery(
    String name, String address, String district, String street, LocalDate on) {

  /** Asks for a community by its own columns. */
  public static GeocodeQuery of(Community community, LocalDate on) {
    String district = community.district().isBlank() ? community.adcode() : community.district();
    return new GeocodeQuery(
        community.name(), community.address(), district, community.street(), on);
  }
}
