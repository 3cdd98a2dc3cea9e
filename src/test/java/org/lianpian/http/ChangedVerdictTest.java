package org.lianpian.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.app.Components;
import org.lianpian.app.Config;
import org.lianpian.assessment.AssessmentRun;
import org.lianpian.frontage.InputPart;
import org.lianpian.model.Analysis;
import org.lianpian.model.Community;
import org.lianpian.model.Progress;
import org.lianpian.model.Subject;
import org.lianpian.model.Verdict;
import org.lianpian.model.WriteCounts;
import org.lianpian.support.ServedTown;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.AffineTransformation;

@NullUnmarked // a missing value fails the test
@Tag("US-E04")
@Tag("US-L05")
class ChangedVerdictTest {
  private final Components components =
      new Components(
          Config.read(
              Path.of("none.properties"), Map.of(), Map.of("assessment.date", "2024-06-03")),
          Clock.systemDefaultZone());

  @Test
  void aMovedCommunityIsAnsweredAnewAndShowsItsOldAnswerAndWhy() throws IOException {
    try (ServedTown town = ServedTown.start(Map.of())) {
      AssessmentRun run = components.assessmentRun(town.store());
      run.run(components.change("analysis"), Progress.NONE);
      Community moved = firstRow(town);
      Geometry away =
          AffineTransformation.translationInstance(0, 30_000).transform(moved.geometry());
      town.store()
          .write(
              components.change("survey"),
              writer ->
                  writer.putOne(
                      Community.TYPE,
                      moved.withPosition(away, moved.positionLevel(), moved.sigmaMetres())));

      AssessmentRun.Outcome changed = run.runChanged(components.change("analysis"), Progress.NONE);
      WriteCounts again = run.run(components.change("analysis"), Progress.NONE).verdicts();

      assertThat(changed.changes())
          .anySatisfy(
              change -> {
                assertThat(change.subject()).isEqualTo(Subject.community(moved.id()));
                assertThat(change.analysis()).isEqualTo(Analysis.FRONTAGE);
                assertThat(change.before()).isEqualTo("FIRST_ROW");
                assertThat(change.causes()).contains(InputPart.UNIT, InputPart.RIVERS);
              });
      // a full run finds nothing more
      assertThat(again.inserted() + again.updated() + again.deleted()).isZero();
      JsonNode previous = previous(town, moved.id());
      assertThat(previous.get("code").asText()).isEqualTo("FIRST_ROW");
      assertThat(previous.get("inputHash").asText()).isNotEmpty();
      assertThat(previous.get("causes").findValuesAsText("code")).contains("UNIT", "RIVERS");
    }
  }

  private static Community firstRow(ServedTown town) {
    return town.store().findWhere(Verdict.TYPE, "analysis", Analysis.FRONTAGE.name()).stream()
        .filter(verdict -> verdict.code().equals("FIRST_ROW"))
        .filter(verdict -> verdict.subject().kind() == Subject.Kind.COMMUNITY)
        .map(verdict -> town.store().find(Community.TYPE, verdict.subjectId()).orElseThrow())
        .filter(community -> community.geometry() instanceof Polygonal)
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode previous(ServedTown town, String id) throws IOException {
    JsonNode detail =
        new ObjectMapper().readTree(URI.create(town.url("/api/communities/" + id)).toURL());
    for (JsonNode verdict : detail.get("verdicts")) {
      if (verdict.get("analysis").asText().equals("FRONTAGE")) {
        return verdict.get("previous");
      }
    }
    throw new AssertionError("no first-row verdict");
  }
}
