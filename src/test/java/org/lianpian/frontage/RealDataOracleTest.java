package org.lianpian.frontage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.geo.Crs;
import org.lianpian.ingest.ImportOptions;
import org.lianpian.ingest.Importer;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureType;
import org.lianpian.model.Progress;
import org.lianpian.model.Watercourse;
import org.lianpian.support.SharedData;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The exact engine against dense samples on real rivers. */
@Tag("FZ-03")
class RealDataOracleTest {
  private final Importer importer = new Importer();

  @Test
  @DisplayName("Beijing: campus and compounds along 小月河")
  void beijing() {
    assertAgree(oneFile("data/osm/beijing-cau/map.osm", new Crs(4548)), 20);
  }

  @Test
  void andorra() {
    assertAgree(oneFile("data/osm/andorra.osm.pbf", new Crs(25831)), 40);
  }

  @Test
  @DisplayName("Hangzhou: the compounds of 6 km by 6 km in the middle of the city")
  void hangzhou() {
    Crs zone120 = new Crs(4549);
    Envelope centre = new Envelope(514_000, 520_000, 3_346_000, 3_352_000);
    FrontageInput input =
        new FrontageInput(
            within(centre, read("data/osm/hangzhou/landuse.geojson", Community.TYPE, zone120)),
            List.of(),
            within(centre, read("data/osm/hangzhou/water.geojson", Watercourse.TYPE, zone120)));
    assertAgree(input, 20);
  }

  private static void assertAgree(FrontageInput input, int atLeastMeasured) {
    List<FrontageResult> exact =
        new ExactFrontageClassifier().classify(input, World.RULE, Progress.NONE);
    List<FrontageResult> sampled =
        new SampledFrontageClassifier().classify(input, World.RULE, Progress.NONE);
    assertThat(exact).hasSameSizeAs(sampled);
    for (int i = 0; i < exact.size(); i++) {
      OracleAgreement.check(
          exact.get(i).subject().toString(),
          exact.get(i),
          sampled.get(i),
          SampledFrontageClassifier.DEFAULT_STEP_METRES);
    }
    assertThat(exact.stream().filter(result -> result.deciding().isPresent()).count())
        .isGreaterThanOrEqualTo(atLeastMeasured);
  }

  private FrontageInput oneFile(String file, Crs crs) {
    return new FrontageInput(
        read(file, Community.TYPE, crs),
        read(file, Building.TYPE, crs),
        read(file, Watercourse.TYPE, crs));
  }

  private <T extends Feature> List<T> read(String file, FeatureType<T> type, Crs crs) {
    Path path = SharedData.require(file);
    return importer.read(path, type, ImportOptions.DEFAULTS, crs).features();
  }

  private static <T extends Feature> List<T> within(Envelope box, List<T> features) {
    return features.stream().filter(feature -> isWithin(box, feature.geometry())).toList();
  }

  private static boolean isWithin(Envelope box, Geometry geometry) {
    return geometry != null && box.intersects(geometry.getEnvelopeInternal());
  }
}
