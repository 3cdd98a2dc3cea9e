package org.lianpian.sewer.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.LedgerEntry;
import org.lianpian.model.LookbackInspection;
import org.lianpian.model.Provenance;
import org.lianpian.model.ServiceConnection;

/**
 * Keeps the ledger in a store. Thread-safe within one process; a caller says how many entries it
 * has seen, so that two people do not decide on different states.
 */
public final class ConnectionLedger {
  private final FeatureStore store;

  public ConnectionLedger(FeatureStore store) {
    this.store = store;
  }

  /** Returns the entries of an outlet in the order of their numbers. */
  public List<LedgerEntry> entries(String connectionId) {
    return store.findWhere(LedgerEntry.TYPE, "connection_id", connectionId).stream()
        .sorted(Comparator.comparingInt(LedgerEntry::number))
        .toList();
  }

  /** Returns all entries by outlet. */
  public Map<String, List<LedgerEntry>> all() {
    Map<String, List<LedgerEntry>> byOutlet = new TreeMap<>();
    try (Stream<LedgerEntry> entries = store.stream(LedgerEntry.TYPE)) {
      entries.forEach(
          entry ->
              byOutlet.computeIfAbsent(entry.connectionId(), id -> new ArrayList<>()).add(entry));
    }
    byOutlet.values().forEach(list -> list.sort(Comparator.comparingInt(LedgerEntry::number)));
    return byOutlet;
  }

  /**
   * Appends an entry when the rules allow it, and returns where the outlet stands then.
   *
   * @param today what the network says of the outlet; kept with the entry
   * @param seen how many entries the caller has seen
   * @param otherPersonRechecks whether the policy forbids to recheck one's own work (SM-31)
   * @throws LedgerException when the rules do not allow it
   */
  public synchronized Standing enter(
      ServiceConnection outlet,
      LedgerDraft draft,
      Derived today,
      int seen,
      boolean otherPersonRechecks,
      LocalDate on,
      ChangeContext context) {
    List<LedgerEntry> before = entries(outlet.id());
    Standing.require(
        before.size() == seen,
        "台账已被他人更新,现有 " + before.size() + " 条,请刷新后再登记",
        "Somebody else has made entries: there are " + before.size() + " now");
    Standing.require(
        !draft.enteredOn().isAfter(on),
        "办理日期 " + draft.enteredOn() + " 晚于今天",
        "The date " + draft.enteredOn() + " is in the future");
    Standing.of(before, today).check(draft, otherPersonRechecks);
    int number = before.size() + 1;
    LedgerEntry entry =
        new LedgerEntry(
            outlet.id() + "/" + number,
            Provenance.of("ledger"),
            outlet.id(),
            outlet.communityId(),
            number,
            draft.step(),
            draft.enteredOn(),
            draft.unit().strip(),
            draft.role().strip(),
            draft.person().strip(),
            draft.evidence(),
            draft.passed(),
            draft.dueOn(),
            draft.text().strip(),
            today.connection().name(),
            today.separated());
    store.write(context, writer -> writer.putOne(LedgerEntry.TYPE, entry));
    List<LedgerEntry> after = new ArrayList<>(before);
    after.add(entry);
    return Standing.of(after, today);
  }

  /** Returns the inspections of a community, the oldest first. */
  public List<LookbackInspection> inspections(String communityId) {
    return store.findWhere(LookbackInspection.TYPE, "community_id", communityId);
  }

  /**
   * Keeps an inspection.
   *
   * @param units the unit that came for each party
   * @param team the parties that the policy asks for (SM-29)
   * @throws LedgerException when a party is missing
   */
  public synchronized LookbackInspection inspect(
      String communityId,
      LocalDate inspectedOn,
      Map<String, String> units,
      Collection<String> team,
      String scope,
      String category,
      String findings,
      ChangeContext context) {
    List<String> missing =
        team.stream().filter(party -> units.getOrDefault(party, "").isBlank()).toList();
    Standing.require(
        missing.isEmpty(),
        "回头看须各方共同开展,缺:" + String.join("、", missing),
        "The look-back needs all parties; missing: " + String.join(", ", missing));
    List<String> parties = new ArrayList<>();
    new TreeMap<>(units).forEach((party, unit) -> parties.add(party + ":" + unit.strip()));
    int number = inspections(communityId).size() + 1;
    LookbackInspection inspection =
        new LookbackInspection(
            String.format(Locale.ROOT, "%s/%04d", communityId, number),
            Provenance.of("ledger"),
            communityId,
            inspectedOn,
            parties,
            scope.strip(),
            category.strip(),
            findings.strip());
    store.write(context, writer -> writer.putOne(LookbackInspection.TYPE, inspection));
    return inspection;
  }
}
