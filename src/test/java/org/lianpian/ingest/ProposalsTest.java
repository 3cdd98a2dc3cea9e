package org.lianpian.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianpian.geo.Crs;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.ingest.value.ProposalKind;
import org.lianpian.ingest.value.Severity;
import org.lianpian.model.Community;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** What is proposed, with examples, and that each proposal is accepted for itself. */
class ProposalsTest {
  private static final String SWAPPED =
      "名称,街道,户数,lon,lat\n红岩新村,列东街道,约120户,26.267,117.631\n工人新村,列西街道,85,26.268,117.632\n";

  @TempDir Path directory;
  private final ImportFixture world = new ImportFixture();

  @Test
  @Tag("B-20")
  @DisplayName("Swapped axes are shown before and after, with the place on the map")
  void swappedAxesAreShownBeforeAndAfter() throws IOException {
    LayerReport layer = layer(file(SWAPPED));

    Proposal swap = proposal(layer, ProposalKind.SWAPPED_AXES);
    assertThat(swap.rows()).isEqualTo(2);
    assertThat(swap.accepted()).isFalse();
    assertThat(swap.examples().get(0).row()).isEqualTo(2);
    assertThat(swap.examples().get(0).before()).isEqualTo("26.267, 117.631");
    assertThat(swap.examples().get(0).after()).isEqualTo("117.631000°E 26.267000°N");
    assertThat(swap.examples().get(0).position().longitude()).isEqualTo(117.631);
    assertThat(layer.reading().crsOrigin()).isEqualTo(CrsOrigin.PROPOSED);
    assertThat(layer.counts().rejected()).isEqualTo(2);
  }

  @Test
  void cellsOfOneKindAreOneProposal() throws IOException {
    LayerReport layer = layer(file("名称,户数,栋数\n红岩新村,约120户,约8栋\n工人新村,85左右,6\n列东新村,90,7\n"));

    Proposal about = proposal(layer, ProposalKind.NUMBER_APPROXIMATE);
    assertThat(about.rows()).isEqualTo(3);
    assertThat(about.columns()).containsExactly("栋数", "户数");
    assertThat(about.examples())
        .extracting(Proposal.Example::cell, Proposal.Example::before, Proposal.Example::after)
        .contains(
            org.assertj.core.groups.Tuple.tuple("B2", "约120户", "120"),
            org.assertj.core.groups.Tuple.tuple("C2", "约8栋", "8"));
  }

  @Test
  @DisplayName("Accepting one proposal leaves the other open, and both are said")
  void proposalsAreAcceptedOneByOne() throws IOException {
    Path file = file(SWAPPED);

    ImportReport report =
        world.commit(file, ImportOptions.DEFAULTS.accepting("coordinate.swapped-axes"));

    assertThat(report.committed()).isTrue();
    LayerReport layer = report.layers().get(0);
    assertThat(proposal(layer, ProposalKind.SWAPPED_AXES).accepted()).isTrue();
    assertThat(proposal(layer, ProposalKind.NUMBER_APPROXIMATE).accepted()).isFalse();
    assertThat(layer.issues())
        .filteredOn(issue -> issue.code().equals("coordinate.swapped-axes"))
        .extracting(RowIssue::severity)
        .containsExactly(Severity.ACCEPTED);
    Community community = world.store.findWhere(Community.TYPE, "name", "红岩新村").get(0);
    assertThat(community.households()).isNull();
    assertThat(community.provenance().original())
        .containsEntry("@choices", "accept=coordinate.swapped-axes");
  }

  @Test
  @Tag("US-C04")
  void sameChoicesAgainChangeNothing() throws IOException {
    Path file = file(SWAPPED);
    ImportOptions options =
        ImportOptions.DEFAULTS.withLayer(
            "台账", LayerOptions.NONE.accepting(List.of(LayerOptions.ALL)));
    world.commit(file, options);

    assertThat(world.commit(file, options).counts()).isEqualTo(new ImportCounts(0, 0, 2, 0, 0));
    assertThat(world.store.findWhere(Community.TYPE, "name", "工人新村").get(0).provenance().original())
        .containsEntry("@choices", "accept=coordinate.swapped-axes");
  }

  @Test
  void layersOfAFileAreDecidedEachForItself() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("批次"));
    ImportFixture.text(folder.resolve("甲台账.csv"), SWAPPED);
    ImportFixture.text(folder.resolve("乙台账.csv"), SWAPPED.replace("新村", "小区"));

    ImportReport report =
        world.dryRun(
            folder,
            ImportOptions.DEFAULTS.withLayer(
                "甲台账", LayerOptions.NONE.accepting(List.of("coordinate.swapped-axes"))));

    assertThat(report.layers())
        .extracting(LayerReport::name, layer -> layer.counts().rejected())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("甲台账", 0L),
            org.assertj.core.groups.Tuple.tuple("乙台账", 2L));
  }

  @Test
  @Tag("B-18")
  @DisplayName("A shapefile without .prj shows where it would lie")
  void missingPrjIsAProposalWithAPlace() throws IOException {
    Path shp =
        SampleFiles.shapefile(
            directory,
            "小区",
            java.nio.charset.Charset.forName("GBK"),
            List.of("NAME"),
            List.of(
                new SampleFiles.Shape(
                    1,
                    new GeometryFactory().createPoint(new Coordinate(563031.566, 2906569.122)),
                    "红岩新村")));

    LayerReport open = world.dryRun(shp, ImportOptions.DEFAULTS).layers().get(0);
    LayerReport accepted =
        world.dryRun(shp, ImportOptions.DEFAULTS.accepting("crs.missing")).layers().get(0);

    assertThat(proposal(open, ProposalKind.CRS_MISSING).examples().get(0).after())
        .isEqualTo("117.631000°E 26.267000°N");
    assertThat(open.reading().crs()).isEqualTo(new Crs(4548));
    assertThat(open.reading().crsOrigin()).isEqualTo(CrsOrigin.PROPOSED);
    assertThat(accepted.reading().crsOrigin()).isEqualTo(CrsOrigin.ASSUMED);
    assertThat(accepted.counts().inserted()).isEqualTo(1);
  }

  @Test
  @DisplayName("An issue of a row that lies somewhere says where")
  void issuesCarryThePositionOfTheirRow() throws IOException {
    LayerReport layer = layer(file("名称,户数,经度,纬度\n红岩新村,约120户,117.631,26.267\n工人新村,约85户,,\n"));

    assertThat(layer.issues())
        .extracting(issue -> issue.position() == null)
        .containsExactly(false, true);
    assertThat(layer.issues().get(0).position().longitude())
        .isCloseTo(117.631, org.assertj.core.data.Offset.offset(1e-8));
    assertThat(layer.extent().getMinY())
        .isCloseTo(26.267, org.assertj.core.data.Offset.offset(1e-8));
  }

  private Path file(String content) throws IOException {
    return ImportFixture.text(directory.resolve("台账.csv"), content);
  }

  private LayerReport layer(Path file) {
    return world.dryRun(file, ImportOptions.DEFAULTS).layers().get(0);
  }

  private static Proposal proposal(LayerReport layer, ProposalKind kind) {
    return layer.proposals().stream()
        .filter(proposal -> proposal.kind() == kind)
        .findFirst()
        .orElseThrow();
  }
}
