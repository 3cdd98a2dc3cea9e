package org.lianpian.sewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.export.CsvExport;
import org.lianpian.export.GeoJson;
import org.lianpian.geo.Crs;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Community;
import org.lianpian.model.ConnectionEvidence;
import org.lianpian.model.Dataset;
import org.lianpian.model.LedgerEntry;
import org.lianpian.model.LedgerStep;
import org.lianpian.model.LookbackInspection;
import org.lianpian.model.Medium;
import org.lianpian.model.ServiceConnection;
import org.lianpian.sewer.ledger.ConnectionLedger;
import org.lianpian.sewer.ledger.Derived;
import org.lianpian.sewer.ledger.LedgerDraft;
import org.lianpian.sewer.ledger.LedgerException;
import org.lianpian.sewer.ledger.LedgerState;
import org.lianpian.sewer.ledger.LookBack;
import org.lianpian.sewer.ledger.Standing;
import org.lianpian.support.MemoryFeatureStore;

@NullUnmarked
@Tag("SM-31")
@Tag("US-E09")
class ConnectionLedgerTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 6, 3);
  private static final Derived CONNECTED = new Derived(OutletConnection.TO_WWTP, true);
  private static final Derived BROKEN = new Derived(OutletConnection.BROKEN, true);
  private static final ChangeContext BY =
      new ChangeContext("test", "台账", Instant.parse("2024-06-03T01:00:00Z"));

  private final MemoryFeatureStore store =
      new MemoryFeatureStore(new Dataset("ledger", new Crs(4548), "GENERIC", false));
  private final ConnectionLedger ledger = new ConnectionLedger(store);
  private final ServiceConnection outlet =
      Networks.parse("W1 (0, 0)").community("K1", Medium.SEWAGE, "W1").connections.get(0);

  private Standing enter(LedgerStep step, String person, Derived today) {
    return enter(step, person, today, step == LedgerStep.EVIDENCE ? ConnectionEvidence.DYE : null);
  }

  private Standing enter(
      LedgerStep step, String person, Derived today, ConnectionEvidence evidence) {
    int number = ledger.entries(outlet.id()).size();
    boolean planned = step == LedgerStep.PLAN || step == LedgerStep.RECTIFY;
    LedgerDraft draft =
        new LedgerDraft(
            step,
            LocalDate.of(2024, 1, 1).plusDays(number),
            "城建公司",
            "责任人",
            person,
            evidence,
            step == LedgerStep.RECHECK ? Boolean.TRUE : null,
            planned ? LocalDate.of(2024, 5, 1) : null,
            planned ? "接入市政污水井" : "");
    return ledger.enter(outlet, draft, today, number, true, TODAY, BY);
  }

  @Test
  void anOutletGoesFromPlanToClosed() {
    assertThat(enter(LedgerStep.PLAN, "", CONNECTED).state()).isEqualTo(LedgerState.PLANNED);
    assertThat(enter(LedgerStep.BUILD, "张三", CONNECTED).state()).isEqualTo(LedgerState.BUILT);
    assertThat(enter(LedgerStep.EVIDENCE, "", CONNECTED).state()).isEqualTo(LedgerState.VERIFIED);
    assertThat(enter(LedgerStep.RECHECK, "李四", CONNECTED).rechecked()).isTrue();
    assertThat(enter(LedgerStep.CLOSE, "", CONNECTED).state()).isEqualTo(LedgerState.CLOSED);
    assertThat(ledger.entries(outlet.id()))
        .extracting(LedgerEntry::number)
        .containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  @Tag("US-E07")
  @DisplayName("US-E07: built without field evidence is 未证实")
  void withoutFieldEvidenceItStaysUnproven() {
    enter(LedgerStep.BUILD, "张三", CONNECTED);

    for (ConnectionEvidence weak :
        List.of(ConnectionEvidence.NONE, ConnectionEvidence.AS_BUILT, ConnectionEvidence.VISUAL)) {
      Standing standing = enter(LedgerStep.EVIDENCE, "", CONNECTED, weak);
      assertThat(standing.state()).as("%s", weak).isEqualTo(LedgerState.BUILT);
      assertThat(standing.state().zh()).contains("未证实");
      assertThat(standing.zh()).contains("染色");
    }
  }

  @Test
  void evidenceProvesNothingWhereTheNetworkDoesNotReachThePlant() {
    enter(LedgerStep.BUILD, "张三", BROKEN);

    assertThat(enter(LedgerStep.EVIDENCE, "", BROKEN).state()).isEqualTo(LedgerState.BUILT);
    assertThat(Standing.of(ledger.entries(outlet.id()), CONNECTED).state())
        .as("nor afterwards, without new evidence")
        .isEqualTo(LedgerState.BUILT);
  }

  @Test
  void whoRectifiedCannotRecheck() {
    enter(LedgerStep.BUILD, "张 三", CONNECTED);
    enter(LedgerStep.EVIDENCE, "", CONNECTED);

    assertThatThrownBy(() -> enter(LedgerStep.RECHECK, "张三", CONNECTED))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("不能是同一人");
    assertThat(enter(LedgerStep.RECHECK, "李四", CONNECTED).rechecked()).isTrue();
    Standing again = enter(LedgerStep.RECTIFY, "李四", CONNECTED);
    assertThat(again.rechecked()).as("new works, new recheck").isFalse();
    assertThatThrownBy(() -> enter(LedgerStep.RECHECK, "李四", CONNECTED))
        .hasMessageContaining("不能是同一人");
  }

  @Test
  void nothingIsClosedWithoutEvidenceAndRecheck() {
    enter(LedgerStep.BUILD, "张三", CONNECTED);
    assertThatThrownBy(() -> enter(LedgerStep.CLOSE, "", CONNECTED)).hasMessageContaining("不能销号");
    enter(LedgerStep.EVIDENCE, "", CONNECTED);
    assertThatThrownBy(() -> enter(LedgerStep.CLOSE, "", CONNECTED)).hasMessageContaining("复查");
  }

  @Test
  @Tag("SM-30")
  void aClosedOutletThatIsBrokenTodayHasRegressed() {
    anOutletGoesFromPlanToClosed();

    Standing standing = Standing.of(ledger.entries(outlet.id()), BROKEN);

    assertThat(standing.state()).isEqualTo(LedgerState.REGRESSED);
    assertThat(standing.zh()).contains("断头");
  }

  @Test
  void whoSawAnOlderLedgerIsToldSo() {
    enter(LedgerStep.BUILD, "张三", CONNECTED);
    LedgerDraft draft =
        new LedgerDraft(
            LedgerStep.EVIDENCE, TODAY, "城建公司", "", "", ConnectionEvidence.DYE, null, null, "");

    assertThatThrownBy(() -> ledger.enter(outlet, draft, CONNECTED, 0, true, TODAY, BY))
        .hasMessageContaining("现有 1 条");
    LedgerDraft future =
        new LedgerDraft(
            LedgerStep.EVIDENCE,
            TODAY.plusDays(1),
            "城建公司",
            "",
            "",
            ConnectionEvidence.DYE,
            null,
            null,
            "");
    assertThatThrownBy(() -> ledger.enter(outlet, future, CONNECTED, 1, true, TODAY, BY))
        .hasMessageContaining("晚于今天");
  }

  @Test
  void namesLeaveTheStoreInNoExport() {
    enter(LedgerStep.BUILD, "张三", CONNECTED);
    LedgerEntry entry = ledger.entries(outlet.id()).get(0);
    GeoJson geoJson = new GeoJson(new Crs(4548));
    java.io.ByteArrayOutputStream csv = new java.io.ByteArrayOutputStream();
    new CsvExport(geoJson).write(LedgerEntry.TYPE, java.util.stream.Stream.of(entry), csv);

    assertThat(entry.person()).isEqualTo("张三");
    assertThat(geoJson.feature(LedgerEntry.TYPE, entry, Map.of()).toString())
        .contains("城建公司")
        .doesNotContain("张三");
    assertThat(csv.toString(StandardCharsets.UTF_8)).contains("城建公司").doesNotContain("张三", "经办人");
    assertThat(LedgerEntry.TYPE.withoutPersonal(entry).person()).isEmpty();
    assertThat(Standing.of(List.of(entry), CONNECTED).toTree().toString()).doesNotContain("张三");
  }

  @Test
  @Tag("SM-29")
  void anInspectionNeedsAllParties() {
    List<String> team = List.of("住建部门", "排水主管部门", "雨污管网产权部门", "老旧小区改造实施单位");
    Map<String, String> three = Map.of("住建部门", "甲局", "排水主管部门", "乙局", "老旧小区改造实施单位", "丙公司");

    assertThatThrownBy(() -> ledger.inspect("K1", TODAY, three, team, "", "", "", BY))
        .hasMessageContaining("雨污管网产权部门");
    LookbackInspection kept =
        ledger.inspect(
            "K1",
            TODAY,
            Map.of("住建部门", "甲局", "排水主管部门", "乙局", "老旧小区改造实施单位", "丙公司", "雨污管网产权部门", "丁公司"),
            team,
            "全部出户井",
            "雨污接驳",
            "2号楼未接",
            BY);
    assertThat(ledger.inspections("K1")).containsExactly(kept);
    assertThat(kept.parties()).hasSize(4);
  }

  @Test
  @Tag("SM-30")
  @Tag("US-E08")
  @DisplayName("US-E08: accepted since 2022 and not connected, the longest first; 2021 is absent")
  void lookBackCandidates() {
    List<Community> communities =
        List.of(
            accepted("A", "2023-01-01"),
            accepted("B", "2022-01-01"),
            accepted("C", "2021-12-31"),
            accepted("D", "2022-06-01"),
            accepted("E", null));
    List<CommunityStatus> statuses =
        List.of(
            status("A", DrainageStatus.SEPARATED_UNCONNECTED),
            status("B", DrainageStatus.UNKNOWN),
            status("C", DrainageStatus.MISCONNECTED),
            status("D", DrainageStatus.SEPARATED_CONNECTED),
            status("E", DrainageStatus.PARTIAL));

    assertThat(LookBack.candidates(communities, statuses, LocalDate.of(2022, 1, 1), TODAY))
        .extracting(one -> one.community().id() + " " + one.days())
        .containsExactly("B 884", "A 519", "E null");
  }

  private static Community accepted(String id, String date) {
    Networks network = new Networks();
    network.community(id, 1, 100, 2023);
    Community community = network.communities.get(0);
    Map<String, Object> values =
        new java.util.LinkedHashMap<>(Community.TYPE.toRow(community).values());
    values.put("accepted_on", date == null ? null : LocalDate.parse(date));
    return Community.TYPE.create(
        id, null, community.provenance(), new org.lianpian.model.Row(values));
  }

  private static CommunityStatus status(String id, DrainageStatus status) {
    return new CommunityStatus(id, status, 1, null, null, Separation.UNKNOWN);
  }
}
