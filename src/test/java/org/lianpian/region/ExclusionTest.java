package org.lianpian.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianpian.region.UnitBuilder.read;
import static org.lianpian.region.UnitBuilder.unit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.model.Analysis;
import org.lianpian.model.BalconyRiser;
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.Community;
import org.lianpian.model.ExclusionKind;
import org.lianpian.model.ExclusionZone;
import org.lianpian.model.OriginType;
import org.lianpian.model.Provenance;
import org.lianpian.model.Verdict;

@Tag("US-P11")
class ExclusionTest {
  private static final Community COMMUNITY = unit("a").box(0, 0, 20, 20).community();

  private static ExclusionZone zone(String id, ExclusionKind kind, String wkt) {
    return new ExclusionZone(id, read(wkt), Provenance.of("test"), "东门", kind, "");
  }

  private static Verdict eligibility(String code) {
    return new Verdict(
        "a",
        Analysis.ELIGIBILITY,
        code,
        "晚于2000年",
        "after 2000",
        List.of(),
        "",
        "",
        "",
        Map.of(),
        List.of());
  }

  private static List<String> codes(
      Community community, @Nullable Verdict eligibility, ExclusionZone... zones) {
    return Exclusion.find(community, eligibility, List.of(zones)).stream()
        .map(Exclusion::code)
        .toList();
  }

  @Test
  @Tag("NL-01")
  void selfBuiltHousesAreExcludedByTheirOrigin() {
    Community selfBuilt =
        unit("a").box(0, 0, 9, 9).type(OriginType.SELF_BUILT, 1990, 3, "").community();
    assertThat(Exclusion.find(selfBuilt, null, List.of()).orElseThrow().isSelfBuilt()).isTrue();
  }

  @Test
  void aZoneOverTheMiddleExcludesAndOneAtTheEdgeDoesNot() {
    String over = "POLYGON ((5 5, 15 5, 15 15, 5 15, 5 5))";
    String edge = "POLYGON ((19 0, 40 0, 40 20, 19 20, 19 0))";
    assertThat(codes(COMMUNITY, null, zone("z", ExclusionKind.DEMOLITION_5Y, over)))
        .containsExactly("DEMOLITION_5Y");
    assertThat(codes(COMMUNITY, null, zone("z", ExclusionKind.DEMOLITION_5Y, edge))).isEmpty();
    assertThat(codes(COMMUNITY, null, zone("z", ExclusionKind.HERITAGE, over))).isEmpty();
  }

  @Test
  void onlyACertainNoOfTheEligibilityExcludes() {
    assertThat(codes(COMMUNITY, eligibility("NOT_ELIGIBLE"))).containsExactly("NOT_ELIGIBLE");
    assertThat(codes(COMMUNITY, eligibility("NEEDS_REVIEW"))).isEmpty();
    assertThat(codes(COMMUNITY, null)).isEmpty();
  }

  @Test
  @Tag("PY-30")
  void aBuildingWithoutACommunityIsAScatteredUnit() {
    Building lone = building(null);
    PackagingUnit unit = PackagingUnit.of(lone, "350404", "三元区", "A", null);
    assertThat(unit.isScattered(UnitBuilder.parameters())).isTrue();
    assertThat(unit.buildings()).isEqualTo(1);
    assertThat(unit.role(UnitBuilder.parameters())).isEqualTo(UnitRole.CANDIDATE);
    assertThatThrownBy(() -> PackagingUnit.of(building("c"), "", "", "", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Building b belongs to community c");
  }

  private static Building building(@Nullable String community) {
    return new Building(
        "b",
        read("POLYGON ((0 0, 9 0, 9 9, 0 0))"),
        Provenance.of("test"),
        community,
        "12号楼",
        BuildingUse.RESIDENTIAL,
        OriginType.UNKNOWN,
        6,
        36,
        1989,
        BalconyRiser.UNKNOWN);
  }
}
