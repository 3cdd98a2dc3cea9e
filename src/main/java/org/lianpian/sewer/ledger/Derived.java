package org.lianpian.sewer.ledger;

import org.lianpian.sewer.OutletConnection;

/**
 * What the network says of an outlet today.
 *
 * @param separated whether its community is separated
 */
public record Derived(OutletConnection connection, boolean separated) {

  /** Tells whether the outlet may count as connected: separated, and through to the plant. */
  public boolean fits() {
    return separated
        && (connection == OutletConnection.TO_WWTP || connection == OutletConnection.LEAVES_SURVEY);
  }
}
