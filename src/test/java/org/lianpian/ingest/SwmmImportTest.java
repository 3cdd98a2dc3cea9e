package org.lianpian.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianpian.geo.Crs;
import org.lianpian.model.Dataset;
import org.lianpian.model.FlowRegime;
import org.lianpian.model.Manhole;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;
import org.lianpian.model.Reach;
import org.lianpian.model.ServiceConnection;
import org.lianpian.sewer.DrainageModel;
import org.lianpian.sewer.Misconnection;
import org.lianpian.sewer.OutletConnection;
import org.lianpian.sewer.SewerParameters;
import org.lianpian.support.MemoryFeatureStore;
import org.lianpian.support.SharedData;

/** Models of EPA SWMM come in as manholes, reaches and dry-weather inflows. */
@NullUnmarked
@Tag("US-E12")
class SwmmImportTest {
  private static final Crs DENMARK = new Crs(25832);
  private static final SewerParameters RULE = new SewerParameters(0.05, 0.5, 50, 3, 3);
  private static final String SMALL =
      """
      [OPTIONS]
      FLOW_UNITS  LPS
      [JUNCTIONS]
      ;;Name  Elevation MaxDepth
      WS1     9.5       2.25     ; first
      WS2     9.2       0
      YS1     9.0       1.5
      [OUTFALLS]
      WSC     8.0  FREE NO
      O1      7.0  FREE NO
      [STORAGE]
      TANK    6.5  3.0  1 TABULAR C
      [CONDUITS]
      L1  WS1  WS2  50 0.013 0.1  0  0 0
      L2  WS2  TANK 50 0.013 *    0  0 0
      L3  YS1  O1   50 0.013 0    0  0 0
      [PUMPS]
      P1  TANK WSC  CURVE ON 0 0
      [WEIRS]
      WR1 TANK YS1  TRANSVERSE 1 1.7 NO
      [XSECTIONS]
      L1 CIRCULAR 0.3 0 0 0 1
      L2 RECT_CLOSED 0.9 1 0 0 1
      [DWF]
      WS1 FLOW 0.5 "HOURLY"
      [COORDINATES]
      WS1  500000  2900000
      WS2  500050  2900000
      YS1  500100  2900050
      TANK 500100  2900000
      WSC  500150  2900000
      O1   500150  2900050
      [VERTICES]
      L1   500025  2900010
      """;

  @TempDir Path directory;

  private final ImportFixture world = new ImportFixture();

  private static ImportOptions in(Crs crs) {
    return ImportOptions.DEFAULTS
        .withOtherLayers(LayerOptions.NONE.withCrs(crs))
        .accepting(LayerOptions.ALL);
  }

  @Test
  void nodesLinksAndInflowsAreRead() throws IOException {
    Path file = ImportFixture.text(directory.resolve("small.inp"), SMALL);

    ImportReport report = world.commit(file, in(ImportFixture.SANMING));

    assertThat(report.committed()).as("%s", ImportFixture.issues(report)).isTrue();
    Map<String, Manhole> nodes = new TreeMap<>();
    world.store.list(Manhole.TYPE).forEach(node -> nodes.put(node.id(), node));
    assertThat(nodes.keySet()).containsExactly("O1", "TANK", "WS1", "WS2", "WSC", "YS1");
    assertThat(nodes.get("WS1").invertLevelMetres()).isEqualTo(9.5);
    assertThat(nodes.get("WS1").groundLevelMetres()).isEqualTo(11.75);
    assertThat(nodes.get("WS2").groundLevelMetres()).as("a depth of 0 is none").isNull();
    assertThat(nodes.get("YS1").medium()).isEqualTo(Medium.STORM);
    assertThat(nodes.get("TANK").kind()).isEqualTo(ManholeKind.PUMP);
    assertThat(nodes.get("O1").kind()).isEqualTo(ManholeKind.OUTFALL);
    assertThat(nodes.get("WSC").kind()).isEqualTo(ManholeKind.WWTP);
    Map<String, Reach> reaches = new TreeMap<>();
    world.store.list(Reach.TYPE).forEach(reach -> reaches.put(reach.id(), reach));
    assertThat(reaches.keySet()).containsExactly("L1", "L2", "L3", "P1", "WR1");
    Reach first = reaches.get("L1");
    assertThat(first.diameterMillimetres()).isEqualTo(300);
    assertThat(first.invertFromMetres()).isEqualTo(9.6);
    assertThat(first.invertToMetres()).isEqualTo(9.2);
    assertThat(first.geometry().getNumPoints()).isEqualTo(3);
    assertThat(reaches.get("L2").diameterMillimetres()).as("a box has none").isNull();
    assertThat(reaches.get("P1").regime()).isEqualTo(FlowRegime.PRESSURE);
    assertThat(reaches.get("WR1").regime()).isEqualTo(FlowRegime.OVERFLOW);
    assertThat(world.store.list(ServiceConnection.TYPE))
        .extracting(ServiceConnection::nodeId)
        .containsExactly("WS1");
    assertThat(ImportFixture.codes(report)).contains("swmm.plant");
  }

  @Test
  void theCrsHasToBeNamed() throws IOException {
    Path file = ImportFixture.text(directory.resolve("small.inp"), SMALL);

    ImportReport report = world.commit(file, ImportOptions.DEFAULTS);

    assertThat(report.committed()).isFalse();
    assertThat(ImportFixture.codes(report)).contains("crs.missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FLOW_UNITS CFS", "", "FLOW_UNITS GPM"})
  void modelsInUsUnitsAreRefused(String units) throws IOException {
    Path file =
        ImportFixture.text(directory.resolve("us.inp"), SMALL.replace("FLOW_UNITS  LPS", units));

    ImportReport report = world.commit(file, in(ImportFixture.SANMING));

    assertThat(report.committed()).isFalse();
    assertThat(ImportFixture.codes(report)).contains("swmm.units");
  }

  @Test
  void aModelOfWaterSupplyIsRefused() throws IOException {
    Path file =
        ImportFixture.text(directory.resolve("net.inp"), "[JUNCTIONS]\nA 1 2\n[PIPES]\nP A B 3\n");

    assertThat(ImportFixture.codes(world.commit(file, in(ImportFixture.SANMING))))
        .contains("swmm.sections");
  }

  @Test
  @Tag("SM-14")
  @Tag("US-E06")
  @DisplayName(
      "Chaohu: every dry-weather inflow into a storm node is a misconnection with its path")
  void chaohuMisconnections() {
    Path file = SharedData.require("data/sewer/chaohu.inp");
    Importer importer = new Importer();
    Crs any = new Crs(4548);
    assertThat(importer.dryRun(file, ImportOptions.DEFAULTS, world.store).committable()).isFalse();
    List<Manhole> nodes = importer.read(file, Manhole.TYPE, in(any), any).features();
    List<Reach> reaches = importer.read(file, Reach.TYPE, in(any), any).features();
    List<ServiceConnection> inflows =
        importer.read(file, ServiceConnection.TYPE, in(any), any).features();
    DrainageModel model = DrainageModel.of(nodes, reaches, RULE);

    assertThat(nodes).hasSize(140);
    assertThat(reaches).hasSize(141);
    assertThat(inflows).hasSize(36);
    List<String> intoStorm =
        inflows.stream()
            .map(ServiceConnection::nodeId)
            .filter(node -> node.startsWith("YS"))
            .toList();
    assertThat(intoStorm).hasSize(22);
    int withPath = 0;
    for (String node : intoStorm) {
      Misconnection found = model.misconnectionOf(node).orElseThrow();
      assertThat(found.entry().nodeId()).as(node).isEqualTo(node);
      int number = model.pipes().findNode(node);
      boolean goesOn = model.pipes().firstOut(number) < model.pipes().firstOut(number + 1);
      assertThat(found.end().route().isEmpty()).as("path from %s", node).isEqualTo(!goesOn);
      withPath += goesOn && found.end().route().get(0).from().equals(node) ? 1 : 0;
    }
    assertThat(withPath).as("the others stand at the foot of a pipe").isEqualTo(17);
  }

  @Test
  @DisplayName(
      "Bellinge: 1,000 nodes, all joined by id, levels and diameters where the model has them")
  void bellinge() {
    Path file = SharedData.require("data/sewer/BellingeSWMM_v021_web.inp");
    MemoryFeatureStore store =
        new MemoryFeatureStore(new Dataset("bellinge", DENMARK, "GENERIC", false));

    ImportReport report = world.importer.commit(file, in(DENMARK), store, ImportFixture.BY_TEST);

    assertThat(report.committed()).as("%s", ImportFixture.issues(report)).isTrue();
    Map<ManholeKind, Long> kinds =
        store.list(Manhole.TYPE).stream()
            .collect(Collectors.groupingBy(Manhole::kind, Collectors.counting()));
    assertThat(kinds.get(ManholeKind.OUTFALL)).isPositive();
    assertThat(store.list(Manhole.TYPE)).allMatch(node -> node.invertLevelMetres() != null);
    DrainageModel model = DrainageModel.of(store.list(Manhole.TYPE), store.list(Reach.TYPE), RULE);
    assertThat(model.pipes().nodeCount()).isEqualTo((int) store.count(Manhole.TYPE));
    assertThat(model.pipes().faults()).isEmpty();
    long endless =
        store.list(Manhole.TYPE).stream()
            .filter(node -> model.connectionOf(node.id()) == OutletConnection.LOOP)
            .count();
    assertThat(endless).as("no water runs in a circle").isZero();
  }
}
