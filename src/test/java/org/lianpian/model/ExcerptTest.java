package org.lianpian.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.lianpian.geo.Crs;
import org.lianpian.support.MemoryFeatureStore;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A store that reads whole features gives the same excerpts as one that reads less. */
@NullUnmarked
class ExcerptTest {
  private static final Excerpt<Manhole> KINDS = Excerpt.of(Manhole.TYPE, "kind");

  @Test
  void isCutOutOfTheWholeFeature() throws ParseException {
    Manhole outfall =
        new Manhole(
            "w",
            new WKTReader().read("POINT (1 2)"),
            Provenance.of("管线.shp"),
            ManholeKind.OUTFALL,
            Medium.SEWAGE,
            12.5,
            10.0,
            false);
    try (FeatureStore store =
        new MemoryFeatureStore(new Dataset("test", new Crs(4548), "GENERIC", true))) {
      store.write(
          new ChangeContext("t", "t", Instant.EPOCH),
          writer -> writer.putOne(Manhole.TYPE, outfall));

      try (Stream<Manhole> stream = store.stream(KINDS)) {
        assertThat(stream)
            .containsExactly(
                new Manhole(
                    "w",
                    null,
                    Excerpt.PROVENANCE,
                    ManholeKind.OUTFALL,
                    Medium.UNKNOWN,
                    null,
                    null,
                    false));
      }
      List<Manhole> found = store.findWithin(KINDS, new Envelope(0, 5, 0, 5), 1);
      assertThat(found).extracting(Manhole::geometry).containsExactly(outfall.geometry());
    }
  }
}
