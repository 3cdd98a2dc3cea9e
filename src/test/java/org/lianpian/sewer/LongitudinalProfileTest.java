package org.lianpian.sewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.geo.Crs;
import org.lianpian.model.Manhole;
import org.lianpian.model.Medium;
import org.lianpian.sewer.network.BreakType;
import org.lianpian.sewer.profile.HeightDatum;
import org.lianpian.sewer.profile.LongitudinalProfile;
import org.lianpian.sewer.profile.ProfileDrawing;
import org.lianpian.sewer.profile.ProfileSection;
import org.lianpian.sewer.profile.ProfileSheet;
import org.lianpian.sewer.trace.NetworkQueries;
import org.lianpian.sewer.trace.RouteProfile;
import org.w3c.dom.Document;

/**
 *
 *
 * <pre>
 *   W1 ─ 10 ─ M1 ─ 20 ─ M2 ─ 30 ─ M3 ─ 40 ─ M4 ─ 50 ─ WWTP
 *   own levels  rises    no level at M3      levels of the nodes
 * </pre>
 */
@NullUnmarked
@Tag("US-E06")
class LongitudinalProfileTest {
  private static final HeightDatum DATUM = HeightDatum.stated("黄海高程 <1956>");

  private static Networks network() {
    Networks network =
        Networks.parse(
            """
            W1 (0, 0) 10.00
            M1 (10, 0) 9.80
            M2 (30, 0) 9.90
            M3 (60, 0)
            M4 (100, 0) 9.00
            WWTP (150, 0) 8.50
            W1 -> M1 -surveyed-> M2 -> M3 -> M4 -> WWTP
            """);
    network.add(Networks.withInverts(network.reaches.get("W1-M1"), 10.1, 9.85, 300));
    network.nodes.replaceAll(
        (id, node) ->
            id.equals("M3")
                ? node
                : new Manhole(
                    id,
                    node.geometry(),
                    node.provenance(),
                    node.kind(),
                    node.medium(),
                    12.5,
                    node.invertLevelMetres(),
                    false));
    return network.community("K1", Medium.SEWAGE, "W1");
  }

  private static LongitudinalProfile profile(Networks network, String from) {
    NetworkQueries queries = new NetworkQueries(network.input());
    return RouteProfile.of(queries, queries.find(from), null);
  }

  @Test
  void stationsAndSectionsCarryWhatWasMeasured() {
    LongitudinalProfile profile = profile(network(), "W1");

    assertThat(profile.stations())
        .extracting(station -> station.nodeId() + " " + station.chainageMetres())
        .containsExactly("W1 0.0", "M1 10.0", "M2 30.0", "M3 60.0", "M4 100.0", "WWTP 150.0");
    ProfileSection first = profile.sections().get(0);
    assertThat(first.slopePermille()).isCloseTo(25, within(1e-9));
    assertThat(first.diameterMillimetres()).isEqualTo(300);
    assertThat(first.fromNodes()).isFalse();
    assertThat(profile.sections().get(4).fromNodes())
        .as("the pipe has no level of its own")
        .isTrue();
    assertThat(profile.sections().get(4).slopePermille()).isCloseTo(10, within(1e-9));
  }

  @Test
  void adverseStretchesAreMarkedAndUnknownLevelsAreNot() {
    LongitudinalProfile profile = profile(network(), "W1");

    assertThat(profile.sections())
        .extracting(ProfileSection::isAdverse)
        .containsExactly(false, true, false, false, false);
    assertThat(profile.sections())
        .extracting(ProfileSection::slopePermille)
        .element(2)
        .as("nobody knows the level of M3")
        .isNull();
  }

  @Test
  @DisplayName("F3: the section of K3 ends at M9 with the reversed pipe as its break")
  void theBreakIsMarked() {
    LongitudinalProfile profile = profile(SewerFixtureTest.fixture(), "K3");

    assertThat(profile.stations().get(profile.stations().size() - 1).nodeId()).isEqualTo("M9");
    assertThat(profile.breaks()).hasSize(1);
    assertThat(profile.breaks().get(0).found().type()).isEqualTo(BreakType.REVERSED);
    assertThat(profile.breaks().get(0).station()).isEqualTo(profile.stations().size() - 1);
  }

  @Test
  void theDrawingSaysScaleDatumAndGaps() throws Exception {
    LongitudinalProfile profile = profile(network(), "W1");
    String print = ProfileDrawing.of(profile, DATUM, ProfileSheet.PRINT, true);
    String screen = ProfileDrawing.of(profile, DATUM, ProfileSheet.SCREEN, false);

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(print.getBytes(StandardCharsets.UTF_8)));
    String text = document.getDocumentElement().getTextContent();
    assertThat(document.getDocumentElement().getAttribute("width")).isEqualTo("420mm");
    assertThat(text).contains("比例 横 1:500 竖 1:50", "高程基准:黄海高程 <1956>", "缺管底高程", "逆坡");
    assertThat(print).contains("class=\"pipe adverse\"").contains("class=\"unknown\"");
    assertThat(print.split("class=\"station\"", -1)).hasSize(7);
    assertThat(screen).contains("Height datum", "Vertical exaggeration", "invert unknown");
    assertThat(ProfileDrawing.of(profile(network(), "W1"), DATUM, ProfileSheet.PRINT, true))
        .as("same section, same bytes")
        .isEqualTo(print);
  }

  @Test
  void aSectionWithoutAnyLevelOrPlaceIsStillDrawn() {
    Networks bare = Networks.parse("W1 -> M1 -> M2 -> WWTP").community("K1", Medium.SEWAGE, "W1");

    LongitudinalProfile profile = profile(bare, "W1");

    assertThat(profile.levels()).isEmpty();
    assertThat(profile.sections()).allMatch(section -> section.lengthMetres() == null);
    assertThat(ProfileDrawing.of(profile, DATUM, ProfileSheet.SCREEN, true))
        .contains("没有任何高程资料")
        .doesNotContain("NaN")
        .doesNotContain("Infinity");
  }

  @Test
  void whereNoPipeLeadsOnNothingIsDrawn() {
    NetworkQueries queries = new NetworkQueries(SewerFixtureTest.fixture().input());

    assertThatThrownBy(() -> RouteProfile.of(queries, queries.find("K0"), null))
        .hasMessageContaining("无纵断面可绘");
    assertThatThrownBy(() -> RouteProfile.of(queries, queries.find("W1"), queries.find("W2")))
        .hasMessageContaining("W2");
  }

  @Test
  void theHeightDatumIsAssumedBesideChineseCoordinatesOnly() {
    assertThat(HeightDatum.assumedFor(new Crs(4548)).zh()).contains("1985", "推定");
    assertThat(List.of(HeightDatum.assumedFor(new Crs(25832)).zh())).containsExactly("资料未注明");
  }
}
