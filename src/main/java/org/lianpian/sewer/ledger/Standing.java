package org.lianpian.sewer.ledger;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.ConnectionEvidence;
import org.lianpian.model.LedgerEntry;
import org.lianpian.model.LedgerStep;
import org.lianpian.sewer.OutletConnection;

/**
 * Where an outlet stands in the ledger.
 *
 * <p>Evidence proves a connection only when it was taken in the field (dye, smoke, CCTV), not
 * before the works, and when the network of that day led to the plant. Building or rectifying again
 * asks for new evidence and a new recheck.
 *
 * @param zh what is missing for the next state, in Chinese; empty when nothing is
 * @param responsible the person who built or rectified last, or null
 * @param rechecked whether somebody passed it since
 * @param dueOn the date by which it should be done, or null
 */
public record Standing(
    LedgerState state,
    String zh,
    String en,
    @Nullable String responsible,
    boolean rechecked,
    @Nullable LocalDate dueOn) {
  private static final Set<ConnectionEvidence> FIELD =
      EnumSet.of(ConnectionEvidence.DYE, ConnectionEvidence.SMOKE, ConnectionEvidence.CCTV);

  /** Works out the standing of one outlet; entries in the order of their numbers. */
  public static Standing of(List<LedgerEntry> entries, Derived today) {
    LedgerState state = LedgerState.NONE;
    LocalDate builtOn = null;
    String responsible = null;
    boolean rechecked = false;
    LocalDate due = null;
    for (LedgerEntry entry : entries) {
      due = entry.dueOn() == null ? due : entry.dueOn();
      switch (entry.step()) {
        case PLAN -> state = state == LedgerState.NONE ? LedgerState.PLANNED : state;
        case BUILD, RECTIFY -> {
          state = LedgerState.BUILT;
          builtOn = entry.enteredOn();
          responsible = entry.person();
          rechecked = false;
        }
        case EVIDENCE -> {
          if (state == LedgerState.BUILT && proves(entry, builtOn)) {
            state = LedgerState.VERIFIED;
          }
        }
        case RECHECK -> {
          rechecked = Boolean.TRUE.equals(entry.passed());
          state = rechecked || state == LedgerState.PLANNED ? state : LedgerState.BUILT;
        }
        case CLOSE -> state = LedgerState.CLOSED;
      }
    }
    boolean done = state == LedgerState.VERIFIED || state == LedgerState.CLOSED;
    if (done && !today.fits()) {
      state = LedgerState.REGRESSED;
    }
    return new Standing(
        state,
        missing(state, rechecked, today, true),
        missing(state, rechecked, today, false),
        responsible,
        rechecked,
        due);
  }

  private static boolean proves(LedgerEntry entry, @Nullable LocalDate builtOn) {
    boolean inTime = builtOn == null || !entry.enteredOn().isBefore(builtOn);
    return entry.evidence() != null
        && FIELD.contains(entry.evidence())
        && inTime
        && new Derived(connection(entry.derived()), entry.separated()).fits();
  }

  private static OutletConnection connection(String code) {
    for (OutletConnection connection : OutletConnection.values()) {
      if (connection.name().equals(code)) {
        return connection;
      }
    }
    return OutletConnection.UNKNOWN;
  }

  private static String missing(
      LedgerState state, boolean rechecked, Derived today, boolean chinese) {
    List<String> parts = new ArrayList<>();
    if (!today.fits() && state != LedgerState.NONE && state != LedgerState.PLANNED) {
      OutletConnection to = today.connection();
      parts.add(
          chinese
              ? "按现有管网推算:" + to.zh() + (today.separated() ? "" : ",小区未分流")
              : "by today's network: " + to.en() + (today.separated() ? "" : ", not separated"));
    }
    if (state == LedgerState.BUILT) {
      parts.add(
          chinese ? "缺竣工后的染色、烟雾或CCTV证据" : "no dye, smoke or CCTV evidence since it was built");
    }
    if (!rechecked && (state == LedgerState.BUILT || state == LedgerState.VERIFIED)) {
      parts.add(chinese ? "未复查通过" : "not passed by a recheck");
    }
    return String.join(chinese ? ";" : "; ", parts);
  }

  /** Returns the standing as a tree without the person. */
  public Map<String, @Nullable Object> toTree() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("state", state.name());
    tree.put("state_zh", state.zh());
    tree.put("state_en", state.en());
    tree.put("missing_zh", zh);
    tree.put("missing_en", en);
    tree.put("rechecked", rechecked);
    tree.put("due_on", dueOn == null ? null : dueOn.toString());
    return tree;
  }

  /** Refuses an entry that the rules do not allow after what was entered before. */
  void check(LedgerDraft draft, boolean otherPersonRechecks) {
    LedgerStep step = draft.step();
    require(!draft.unit().isBlank(), "请填写经办单位", "Name the unit");
    boolean byPerson =
        step == LedgerStep.BUILD || step == LedgerStep.RECTIFY || step == LedgerStep.RECHECK;
    require(
        !byPerson || !draft.person().isBlank(),
        step.zh() + "须填写经办人(不对外导出)",
        "Name the person (kept out of exports)");
    boolean planned = step == LedgerStep.PLAN || step == LedgerStep.RECTIFY;
    require(
        !planned || (!draft.text().isBlank() && draft.dueOn() != null),
        step.zh() + "须写明内容和期限",
        "Say what is to be done and by when");
    require(
        step != LedgerStep.EVIDENCE || draft.evidence() != null,
        "现场核实须选证据类型,没有证据选“无”",
        "Choose the kind of evidence, or none");
    switch (step) {
      case BUILD ->
          require(
              state == LedgerState.NONE || state == LedgerState.PLANNED,
              "已建成;再次施工请登记整改",
              "It is built; enter a rectification");
      case RECTIFY ->
          require(
              state != LedgerState.NONE && state != LedgerState.PLANNED,
              "尚未建成,不能登记整改",
              "It is not built yet: there is nothing to rectify");
      case RECHECK -> checkRecheck(draft, otherPersonRechecks);
      case CLOSE -> checkClose();
      default -> {}
    }
  }

  private void checkRecheck(LedgerDraft draft, boolean otherPersonRechecks) {
    String before = responsible;
    require(before != null, "没有施工或整改记录,不能复查", "Nothing was built or rectified: nothing to recheck");
    require(draft.passed() != null, "复查须写明是否通过", "Say whether the recheck passed");
    require(
        !otherPersonRechecks || !samePerson(String.valueOf(before), draft.person()),
        "复查人与整改人不能是同一人",
        "Whoever rectified cannot recheck");
  }

  private void checkClose() {
    require(
        state == LedgerState.VERIFIED && rechecked,
        "不能销号:" + (zh.isEmpty() ? "当前为" + state.zh() : zh),
        "It cannot be closed: " + (en.isEmpty() ? "it is " + state.en() : en));
  }

  /** Compares names as people write them: width, case and spaces do not matter. */
  static boolean samePerson(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .replaceAll("\\s+", "")
        .toLowerCase(Locale.ROOT);
  }

  static void require(boolean holds, String zh, String en) {
    if (!holds) {
      throw new LedgerException(zh, en);
    }
  }
}
