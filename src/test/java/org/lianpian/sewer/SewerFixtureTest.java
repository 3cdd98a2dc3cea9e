package org.lianpian.sewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianpian.model.BalconyRiser;
import org.lianpian.model.BankBaseline;
import org.lianpian.model.ConnectionEvidence;
import org.lianpian.model.Medium;
import org.lianpian.model.Progress;
import org.lianpian.model.Provenance;
import org.lianpian.model.Road;
import org.lianpian.model.RoadClass;
import org.lianpian.model.Verdict;
import org.lianpian.model.Watercourse;
import org.lianpian.model.WatercourseKind;
import org.lianpian.policy.Citation;
import org.lianpian.policy.Parameter;
import org.lianpian.policy.ParameterValue;
import org.lianpian.policy.PolicyProfile;
import org.lianpian.sewer.network.BreakType;
import org.lianpian.sewer.network.TraceResult;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Fixture F3: a sewer along y = 0 to the plant, and what is wrong beside it.
 *
 * <pre>
 *                 O1
 *                 |  storm
 *                 R1            W3
 *                W2              |
 *                               M8
 *        W1                      |
 *         |                     M9
 *         |                      ^  stored the wrong way round
 *   W0   M1 -- M2 ------------- M3 ----------- WWTP
 * </pre>
 */
@NullUnmarked
@Tag("SM-14")
@Tag("SM-30")
@Tag("US-E01")
class SewerFixtureTest {

  static Networks network() {
    return Networks.parse(
        """
        W0 (0, 0) 10.20
        M1 (18, 0) 10.50
        M2 (31, 0) 9.80
        M3 (131, 0) 9.30
        WWTP (231, 0) 8.80
        W1 (18, 20) 10.90
        W2 (60, 40) 10.60
        R1 (60, 60) 10.20
        O1 (60, 160) 9.00
        W3 (131, 60) 10.40
        M8 (131, 40) 10.00
        M9 (131, 20) 9.60
        W4 (150, -30) 9.90
        W7 (31, -40) 10.40
        I7 (31, -20) 10.10
        O7 (31, -120) 9.00
        M1 -> M2 -> M3 -> WWTP
        W1 -> M1
        W2 -> R1 -storm-> O1
        W3 -> M8 -> M9
        M3 -> M9
        W4 -combined-> M3
        W7 -combined-> I7 -intercepting-> M2
        I7 -overflow,storm-> O7
        W9 -> L1 -> L2 -> L3 -> L1
        """);
  }

  static Networks fixture() {
    return network()
        .community("K0", Medium.SEWAGE, "W0")
        .community("K1", Medium.SEWAGE, "W1")
        .community("K2", Medium.SEWAGE, "W2")
        .community("K3", Medium.SEWAGE, "W3")
        .community("K4", Medium.COMBINED, "W4")
        .community("K5", Medium.SEWAGE, "W1")
        .riser("K5", "52", BalconyRiser.STORM)
        .community("K6", Medium.SEWAGE)
        .community("K7", Medium.COMBINED, "W7")
        .community("K8", Medium.SEWAGE, "W1", "")
        .community("K9", Medium.SEWAGE, "W9");
  }

  @ParameterizedTest(name = "{0} is {1} by rule {2}, {3}")
  @CsvSource({
    "K0, SEPARATED_UNCONNECTED, 4, DEAD_END",
    "K1, SEPARATED_CONNECTED, 6, REACHES_WWTP",
    "K2, MISCONNECTED, 3, REACHES_OUTFALL",
    "K3, SEPARATED_UNCONNECTED, 4, DEAD_END",
    "K4, COMBINED, 2, REACHES_WWTP",
    "K5, MISCONNECTED, 3, REACHES_WWTP",
    "K6, UNKNOWN, 1,",
    "K7, INTERCEPTED, 2, REACHES_WWTP",
    "K8, PARTIAL, 5, NO_START",
    "K9, PARTIAL, 5, LOOP",
  })
  void eachCommunityGetsTheStatusOfTheTable(
      String id, DrainageStatus status, int rule, TraceResult trace) {
    SewerResult result = fixture().assess(id);

    assertThat(result.status()).isEqualTo(status);
    assertThat(result.rule()).isEqualTo(rule);
    if (trace != null) {
      assertThat(result.outlets())
          .flatExtracting(outlet -> outlet.trace().terminals())
          .extracting("result")
          .contains(trace);
    }
  }

  @Test
  @Tag("US-E05")
  @DisplayName("A candidate names the road and the river between; without any on record, unknown")
  void candidatesNameWhatANewPipeWouldCross() throws ParseException {
    SewerInput plain = fixture().input();
    Geometry street = new WKTReader().read("LINESTRING (10 -50, 10 50)");
    Geometry river = new WKTReader().read("POLYGON ((20 -50, 25 -50, 25 50, 20 50, 20 -50))");
    Provenance test = Provenance.of("test");
    Road road = new Road("D1", street, test, "新市路", RoadClass.LOCAL, null, false, true);
    Watercourse water =
        new Watercourse(
            "H1",
            river,
            test,
            "沙溪",
            WatercourseKind.RIVER,
            BankBaseline.WATER_EDGE,
            null,
            null,
            false);
    SewerInput input =
        new SewerInput(
            plain.communities(),
            plain.buildings(),
            plain.manholes(),
            plain.reaches(),
            plain.connections(),
            List.of(road),
            List.of(water),
            plain.parameters());
    List<SewerResult> results = new NetworkConnectionAssessor().assess(input, Progress.NONE);
    List<HookupCandidate> hookups = results.get(0).outlets().get(0).hookups();

    assertThat(hookups.get(0).nodeId()).isEqualTo("M1");
    assertThat(hookups.get(0).crossings()).extracting(Crossing::id).containsExactly("D1");
    assertThat(hookups.get(1).crossings()).extracting(Crossing::name).containsExactly("新市路", "沙溪");
    assertThat(results).isEqualTo(new PlainConnectionAssessor().assess(input, Progress.NONE));
    assertThat(fixture().assess("K0").outlets().get(0).hookups().get(0).crossings()).isNull();
  }

  @Test
  @DisplayName("US-E05: M1 is rejected for its adverse 0.30 m, M2 accepted at 31 m, 12.9 ‰")
  @Tag("US-E05")
  void hookupCandidatesOfAnUnconnectedWell() {
    OutletResult outlet = fixture().assess("K0").outlets().get(0);

    assertThat(outlet.breaks())
        .extracting(SewerBreak::type)
        .containsExactly(BreakType.MISSING_PIPE);
    assertThat(outlet.hookups()).extracting(HookupCandidate::nodeId).containsExactly("M1", "M2");
    HookupCandidate m1 = outlet.hookups().get(0);
    assertThat(m1.metres()).isEqualTo(18);
    assertThat(m1.rejection()).isEqualTo(HookupRejection.ADVERSE);
    assertThat(m1.dropMetres()).isCloseTo(-0.30, within(1e-9));
    HookupCandidate m2 = outlet.hookups().get(1);
    assertThat(m2.isAccepted()).isTrue();
    assertThat(m2.metres()).isEqualTo(31);
    assertThat(m2.dropMetres()).isCloseTo(0.40, within(1e-9));
    assertThat(m2.slopePermille()).isCloseTo(12.9, within(0.01));
  }

  @Test
  @Tag("US-E06")
  void k1RunsByM1M2M3ToThePlant() {
    TraceTerminal plant = fixture().assess("K1").outlets().get(0).deciding();

    assertThat(plant.route()).extracting(NetworkEdge::to).containsExactly("M1", "M2", "M3", "WWTP");
    assertThat(plant.lengthMetres()).isCloseTo(20 + 13 + 100 + 100, within(1e-9));
    assertThat(plant.dropMetres()).isCloseTo(2.10, within(1e-9));
  }

  @Test
  @DisplayName("US-E06: the sewage of K2 enters the storm drain at R1")
  @Tag("US-E06")
  void misconnectionPointOfK2() {
    OutletResult outlet = fixture().assess("K2").outlets().get(0);

    assertThat(outlet.connection()).isEqualTo(OutletConnection.DIRECT_TO_RIVER);
    assertThat(outlet.breaks().get(0).type()).isEqualTo(BreakType.MEDIUM_JUMP);
    assertThat(outlet.breaks().get(0).objectId()).isEqualTo("R1-O1");
    assertThat(outlet.breaks().get(0).nodeId()).isEqualTo("R1");
  }

  @Test
  @DisplayName("US-E06: K3 stops at M9; M3→M9 rises from 9.30 to 9.60 and is suspected reversed")
  @Tag("US-E06")
  void reversedPipeOfK3IsFoundAndItsRepairConnects() {
    SewerResult broken = fixture().assess("K3");
    OutletResult outlet = broken.outlets().get(0);

    assertThat(outlet.deciding().nodeId()).isEqualTo("M9");
    SewerBreak found = outlet.breaks().get(0);
    assertThat(outlet.breaks()).hasSize(1);
    assertThat(found.type()).isEqualTo(BreakType.REVERSED);
    assertThat(found.objectId()).isEqualTo("M3-M9");
    assertThat(found.zh()).isEqualTo("疑似反向 M3→M9: 9.30→9.60 上坡");
    assertThat(broken.blocking().id()).isEqualTo("M3-M9");

    Networks repaired = fixture().turn("M3-M9");
    assertThat(repaired.assess("K3").status()).isEqualTo(DrainageStatus.SEPARATED_CONNECTED);
    assertThat(repaired.assess("K3").inputHash()).isNotEqualTo(broken.inputHash());
  }

  @Test
  void theReversedPipeDoesNotHarmThoseAlongTheSewerToThePlant() {
    // M3 leads to the plant and, by the wrong pipe, to the dead end M9
    Trace trace = network().tracer().downstream("M3");

    assertThat(trace.terminals())
        .extracting(TraceTerminal::result)
        .containsExactly(TraceResult.REACHES_WWTP, TraceResult.DEAD_END);
  }

  @Test
  @Tag("NL-06")
  @Tag("US-E11")
  void k5IsMisconnectedByTheRiserOfBuilding52() {
    SewerResult result = fixture().assess("K5");

    assertThat(result.blocking().type()).isEqualTo("building");
    assertThat(result.blocking().id()).isEqualTo("52");
    assertThat(result.blocking().zh()).contains("阳台立管");
  }

  @Test
  @Tag("NL-06")
  @Tag("US-E11")
  void oneUnknownRiserKeepsTheCommunityFromConnected() {
    SewerResult unknown = fixture().riser("K1", "K1-2", BalconyRiser.UNKNOWN).assess("K1");
    SewerResult missing =
        network()
            .community("K", 3)
            .outlet("K", Medium.SEWAGE, "W1")
            .riser("K", "1", BalconyRiser.SEWAGE)
            .assess("K");
    SewerResult none = network().community("K", null).outlet("K", Medium.SEWAGE, "W1").assess("K");

    assertThat(unknown.status()).isEqualTo(DrainageStatus.PARTIAL);
    assertThat(unknown.blocking().id()).isEqualTo("K1-2");
    assertThat(missing.status()).isEqualTo(DrainageStatus.PARTIAL);
    assertThat(missing.blocking().zh()).contains("缺 2 栋");
    assertThat(none.status()).isEqualTo(DrainageStatus.PARTIAL);
  }

  @Test
  void k9SaysWhereTheLoopIs() {
    SewerResult result = fixture().assess("K9");

    assertThat(result.issues())
        .filteredOn(issue -> issue.code() == TopologyCode.CYCLE)
        .extracting(TopologyIssue::objectIds)
        .containsExactly(List.of("L1", "L2", "L3"));
  }

  @Test
  @DisplayName("US-E07: connected without evidence is connected, but not proven")
  void connectedWithoutEvidenceIsNotProven() {
    SewerResult result =
        network()
            .community("K", null)
            .outlet("K", Medium.SEWAGE, "W1", ConnectionEvidence.NONE)
            .riser("K", "1", BalconyRiser.NONE)
            .assess("K");

    assertThat(result.status()).isEqualTo(DrainageStatus.SEPARATED_CONNECTED);
    assertThat(result.proven()).isFalse();
    assertThat(fixture().assess("K1").proven()).isTrue();
  }

  @Test
  @DisplayName("FZ-12, SM-30: renovated but not separated and connected")
  @Tag("FZ-12")
  void renovatedOnPaperOnly() {
    Networks networks =
        network()
            .community("K", null, 80, 2022)
            .outlet("K", Medium.SEWAGE, "W0")
            .riser("K", "1", BalconyRiser.SEWAGE);

    assertThat(networks.assess("K").unconnectedAfterRenovation()).isTrue();
    assertThat(fixture().assess("K0").unconnectedAfterRenovation()).isFalse();
  }

  @Test
  void orderOfTheInputIsIrrelevant() {
    List<SewerResult> expected =
        new PlainConnectionAssessor().assess(fixture().input(), Progress.NONE);

    for (long seed = 1; seed <= 3; seed++) {
      assertThat(new PlainConnectionAssessor().assess(fixture().shuffled(seed), Progress.NONE))
          .usingRecursiveComparison()
          .ignoringFieldsMatchingRegexes(".*geometry", ".*line")
          .isEqualTo(expected);
    }
  }

  @Test
  void theVerdictSaysItInOneLineWithShapes() {
    Verdict k0 = SewerVerdicts.of(fixture().assess("K0"), PROFILE, LocalDate.of(2026, 1, 1));
    Verdict k3 = SewerVerdicts.of(fixture().assess("K3"), PROFILE, LocalDate.of(2026, 1, 1));
    Verdict k1 = SewerVerdicts.of(fixture().assess("K1"), PROFILE, LocalDate.of(2026, 1, 1));

    assertThat(k0.code()).isEqualTo("SEPARATED_UNCONNECTED");
    assertThat(k0.zh()).contains("已分流未接驳", "可接驳 M2", "31 m", "12.9‰", "规则4");
    assertThat(k0.shapes()).extracting("role").containsExactly("break", "hookup", "hookup");
    assertThat(k3.zh()).contains("疑似反向 M3→M9");
    assertThat(k3.shapes()).extracting("role").containsExactly("trace", "break");
    assertThat(k1.zh()).contains("233 m", "至污水厂");
    assertThat(k1.citations()).extracting("parameter").contains("sewer.exact_snap");
    assertThat(k1.evidence()).containsEntry("rule", 6).containsEntry("proven", true);
  }

  @Test
  void breaksAreRankedByTheHouseholdsTheyCutOff() {
    Networks networks =
        fixture()
            .community("K10", null, 250, null)
            .outlet("K10", Medium.SEWAGE, "M8")
            .community("K11", null, null, null)
            .outlet("K11", Medium.SEWAGE, "W3");

    BreakRanking.RankedBreak first =
        BreakRanking.of(networks.assess().values(), networks.communities).get(0);

    assertThat(first.found().objectId()).isEqualTo("M3-M9");
    assertThat(first.communityIds()).containsExactly("K10", "K11", "K3");
    assertThat(first.households()).isEqualTo(350);
    assertThat(first.communitiesWithoutCount()).isEqualTo(1);
  }

  @Test
  void parametersComeFromTheProfile() {
    assertThat(SewerParameters.from(PROFILE, LocalDate.of(2026, 1, 1))).isEqualTo(Networks.RULE);
  }

  private static final PolicyProfile PROFILE =
      new PolicyProfile(
          "TEST",
          "1",
          List.of(
              parameter("sewer.exact_snap", 0.05),
              parameter("sewer.inferred_snap", 0.5),
              parameter("sewer.hookup_radius", 50),
              parameter("sewer.min_slope_permille", 3)));

  private static Parameter parameter(String key, Object value) {
    TreeMap<LocalDate, ParameterValue> values = new TreeMap<>();
    values.put(
        LocalDate.of(2020, 1, 1),
        new ParameterValue(value, new Citation(key, null, "D-1", "SM-30", "decision")));
    return new Parameter(key, key, "", values);
  }
}
