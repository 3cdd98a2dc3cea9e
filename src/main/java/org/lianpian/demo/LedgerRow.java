package org.lianpian.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One data row of the messy ledger, as written, with what it means.
 *
 * @param sheetRow the row number that a spreadsheet shows
 * @param communityId the community that it describes, or null when nobody registered that yet
 * @param quirks what is wrong or unusual with it, in stable words
 */
record LedgerRow(
    int sheetRow,
    @Nullable String communityId,
    String street,
    String neighbourhood,
    String name,
    String address,
    String built,
    Object households,
    Object buildings,
    Object area,
    String origin,
    String condition,
    String willingness,
    String remarks,
    List<String> quirks) {

  LedgerRow {
    quirks = List.copyOf(quirks);
  }
}
