package org.lianpian.sewer.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.ConnectionEvidence;
import org.lianpian.model.LedgerEntry;
import org.lianpian.model.LookbackInspection;
import org.lianpian.model.Medium;
import org.lianpian.model.ServiceConnection;
import org.lianpian.policy.PolicyProfile;
import org.lianpian.sewer.CommunityStatus;
import org.lianpian.sewer.OutletConnection;
import org.lianpian.sewer.Separation;
import org.lianpian.sewer.trace.NetworkQueries;

/** The ledger and the look-back as trees for people; persons are left out. */
public final class LedgerView {
  private final NetworkQueries queries;
  private final List<CommunityStatus> statuses;
  private final Map<String, CommunityStatus> statusOf = new HashMap<>();
  private final ConnectionLedger ledger;
  private final PolicyProfile profile;
  private final LocalDate on;

  public LedgerView(
      NetworkQueries queries,
      List<CommunityStatus> statuses,
      ConnectionLedger ledger,
      PolicyProfile profile,
      LocalDate on) {
    this.queries = queries;
    this.statuses = List.copyOf(statuses);
    this.ledger = ledger;
    this.profile = profile;
    this.on = on;
    statuses.forEach(status -> statusOf.put(status.communityId(), status));
  }

  /** Returns what the network says of an outlet today. */
  public Derived derived(ServiceConnection outlet) {
    CommunityStatus status = statusOf.get(outlet.communityId());
    OutletConnection connection = queries.connectionOf(outlet.nodeId());
    return new Derived(connection, status != null && status.separation() == Separation.SEPARATED);
  }

  /** Tells whether the policy asks for another person to recheck (SM-31); yes unless it says no. */
  public boolean otherPersonRechecks() {
    return value("look_back.recheck_by_other_person").map(Boolean.TRUE::equals).orElse(true);
  }

  /** Returns the parties of a look-back (SM-29); none when the policy names none. */
  public List<String> team() {
    return value("look_back.team").isPresent() ? profile.texts("look_back.team", on) : List.of();
  }

  private @Nullable LocalDate since() {
    return value("eligibility.look_back_from").isPresent()
        ? profile.date("eligibility.look_back_from", on)
        : null;
  }

  private Optional<Object> value(String key) {
    return profile.find(key, on).map(found -> found.value());
  }

  /** Returns the projects to look at again, with how often they were inspected. */
  public Map<String, @Nullable Object> lookBack() {
    LocalDate since = since();
    List<Map<String, @Nullable Object>> items = new ArrayList<>();
    for (LookBack.Candidate one :
        LookBack.candidates(queries.input().communities(), statuses, since, on)) {
      Map<String, @Nullable Object> item = new LinkedHashMap<>();
      item.put("community", one.community().id());
      item.put("name", one.community().name());
      item.put("street", one.community().street());
      item.put("households", one.community().households());
      LocalDate accepted = one.community().acceptedOn();
      item.put("accepted_on", accepted == null ? null : accepted.toString());
      item.put("days", one.days());
      item.put("status", one.status().status().name());
      item.put("zh", one.status().status().zh());
      item.put("en", one.status().status().en());
      item.put("inspections", ledger.inspections(one.community().id()).size());
      items.add(item);
    }
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("since", since == null ? null : since.toString());
    tree.put("on", on.toString());
    tree.put("profile", profile.id());
    tree.put("profile_version", profile.version());
    tree.put("total", items.size());
    tree.put("items", items);
    return tree;
  }

  /** Returns where each sewage outlet of a community stands. */
  public List<Map<String, @Nullable Object>> ofCommunity(String communityId) {
    return queries.input().connections().stream()
        .filter(outlet -> outlet.communityId().equals(communityId))
        .filter(outlet -> outlet.medium() != Medium.STORM)
        .sorted(Comparator.comparing(ServiceConnection::id))
        .map(outlet -> tree(outlet, ledger.entries(outlet.id())))
        .toList();
  }

  /** Returns the outlets that have entries. */
  public List<Map<String, @Nullable Object>> all() {
    Map<String, List<LedgerEntry>> entries = ledger.all();
    return queries.input().connections().stream()
        .filter(outlet -> entries.containsKey(outlet.id()))
        .sorted(Comparator.comparing(ServiceConnection::id))
        .map(outlet -> tree(outlet, entries.getOrDefault(outlet.id(), List.of())))
        .toList();
  }

  private Map<String, @Nullable Object> tree(ServiceConnection outlet, List<LedgerEntry> entries) {
    Derived today = derived(outlet);
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("connection", outlet.id());
    tree.put("community", outlet.communityId());
    tree.put("node", outlet.nodeId());
    tree.put("derived", today.connection().name());
    tree.put("derived_zh", today.connection().zh());
    tree.put("derived_en", today.connection().en());
    tree.put("separated", today.separated());
    tree.putAll(Standing.of(entries, today).toTree());
    tree.put("entries", entries.stream().map(LedgerView::tree).toList());
    return tree;
  }

  private static Map<String, @Nullable Object> tree(LedgerEntry entry) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("number", entry.number());
    tree.put("step", entry.step().name());
    tree.put("step_zh", entry.step().zh());
    tree.put("step_en", entry.step().en());
    tree.put("on", entry.enteredOn().toString());
    tree.put("unit", entry.unit());
    tree.put("role", entry.role());
    ConnectionEvidence evidence = entry.evidence();
    tree.put("evidence", evidence == null ? null : evidence.name());
    tree.put("evidence_zh", evidence == null ? null : evidence.zh());
    tree.put("evidence_en", evidence == null ? null : evidence.en());
    tree.put("passed", entry.passed());
    LocalDate due = entry.dueOn();
    tree.put("due", due == null ? null : due.toString());
    tree.put("text", entry.text());
    tree.put("derived", entry.derived());
    return tree;
  }

  public static Map<String, @Nullable Object> tree(LookbackInspection inspection) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("id", inspection.id());
    tree.put("community", inspection.communityId());
    LocalDate on = inspection.inspectedOn();
    tree.put("on", on == null ? null : on.toString());
    tree.put("parties", inspection.parties());
    tree.put("scope", inspection.scope());
    tree.put("category", inspection.category());
    tree.put("findings", inspection.findings());
    return tree;
  }
}
