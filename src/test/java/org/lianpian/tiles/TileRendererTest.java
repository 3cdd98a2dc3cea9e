package org.lianpian.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.wdtinc.mapbox_vector_tile.adapt.jts.MvtReader;
import com.wdtinc.mapbox_vector_tile.adapt.jts.TagKeyValueMapConverter;
import com.wdtinc.mapbox_vector_tile.adapt.jts.model.JtsLayer;
import com.wdtinc.mapbox_vector_tile.adapt.jts.model.JtsMvt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Reprojector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Reads the tiles back with an independent decoder. */
class TileRendererTest {
  private static final Crs SANMING = new Crs(4548);
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final TileRenderer renderer = new TileRenderer(SANMING);

  @Test
  void polygonWithHoleComesBackWhereItWas() throws Exception {
    Geometry parcel =
        wkt(
            "POLYGON ((563000 2906500, 563200 2906500, 563200 2906600, 563000 2906600, 563000 2906500),"
                + " (563050 2906530, 563100 2906530, 563100 2906570, 563050 2906570, 563050 2906530))");
    TileCoord tile = tileAround(parcel, 15);

    JtsLayer layer = decode(render(tile, parcel, Map.of("name", "红岩新村", "households", 120)), "a");

    Geometry decoded = layer.getGeometries().iterator().next();
    Geometry expected = toTile(tile, parcel);
    assertThat(decoded.symDifference(expected).getArea())
        .as("difference in square tile units")
        .isLessThan(expected.getLength());
    assertThat(decoded.getUserData()).isEqualTo(Map.of("name", "红岩新村", "households", 120L));
  }

  @Test
  void linesAndPointsKeepTheirPlaceAndDirection() throws Exception {
    Geometry line = wkt("LINESTRING (563000 2906500, 563100 2906550, 563300 2906550)");
    TileCoord tile = tileAround(line, 16);

    Geometry decoded =
        decode(render(tile, line, Map.of("id", "L")), "a").getGeometries().iterator().next();

    Geometry expected = toTile(tile, line);
    assertThat(decoded.getCoordinates()[0].distance(expected.getCoordinates()[0])).isLessThan(1);
    assertThat(decoded.getLength()).isCloseTo(expected.getLength(), within(2.0));
  }

  @Test
  void estateSmallerThanAPixelStillShows() throws Exception {
    Geometry parcel =
        wkt("POLYGON ((563000 2906500, 563060 2906500, 563060 2906520, 563000 2906500))");
    TileCoord tile = tileAround(parcel, 8);

    assertThat(render(tile, parcel, Map.of("id", "C1"))).isNotEmpty();
    JtsLayer layer = decode(render(tile, parcel, Map.of("id", "C1")), "a");

    assertThat(layer.getGeometries()).hasSize(1);
    assertThat(layer.getGeometries().iterator().next().getArea()).isPositive();
  }

  @Test
  void whatLiesOutsideTheTileIsNotInIt() {
    Geometry far =
        wkt("POLYGON ((600000 2906500, 600060 2906500, 600060 2906520, 600000 2906500))");
    TileCoord tile = tileAround(wkt("POINT (563000 2906500)"), 15);

    assertThat(render(tile, far, Map.of("id", "far"))).isEmpty();
  }

  /** Neighbouring tiles together show all of a random polygon, each only its part. */
  @Test
  void clippedPartsOfRandomPolygonsMatchTheExactIntersection() throws Exception {
    long seed = 20240511;
    Random random = new Random(seed);
    for (int world = 0; world < 200; world++) {
      Coordinate[] ring = new Coordinate[13];
      for (int i = 0; i < 12; i++) {
        double angle = 2 * Math.PI * i / 12;
        double radius = 200 + 900 * random.nextDouble();
        ring[i] =
            new Coordinate(563000 + radius * Math.cos(angle), 2906500 + radius * Math.sin(angle));
      }
      ring[12] = ring[0];
      Geometry star = FACTORY.createPolygon(ring);
      TileCoord tile = tileAround(wkt("POINT (563300 2906400)"), 15);

      byte[] bytes = render(tile, star, Map.of("id", "star"));

      Envelope visible = new Envelope(0, MvtEncoder.EXTENT, 0, MvtEncoder.EXTENT);
      Geometry expected = toTile(tile, star).intersection(FACTORY.toGeometry(visible));
      Geometry decoded = FACTORY.createPolygon();
      if (bytes.length > 0) {
        decoded =
            decode(bytes, "a")
                .getGeometries()
                .iterator()
                .next()
                .buffer(0)
                .intersection(FACTORY.toGeometry(visible));
      }
      assertThat(decoded.symDifference(expected).getArea())
          .as("seed %s world %s", seed, world)
          .isLessThan(4 * Math.max(100, expected.getLength()));
    }
  }

  @Test
  void tileOutsideTheGridIsRefused() {
    assertThatThrownBy(() -> new TileCoord(3, 8, 0)).hasMessageContaining("[0, 8)");
  }

  @Test
  void cacheForgetsOldRevisionsAndStaysWithinItsBytes() {
    TileCache cache = new TileCache(10);
    TileCoord a = new TileCoord(1, 0, 0);
    TileCoord b = new TileCoord(1, 1, 0);
    byte[] first = cache.get(1, a, () -> new byte[6]);
    assertThat(cache.get(1, a, () -> new byte[7])).isSameAs(first);
    cache.get(1, b, () -> new byte[6]);
    assertThat(cache.get(1, a, () -> new byte[5])).hasSize(5);
    assertThat(cache.get(2, a, () -> new byte[3])).hasSize(3);
  }

  private byte[] render(TileCoord tile, Geometry geometry, Map<String, Object> properties) {
    return renderer.render(
        tile, List.of(new TileLayer("a", List.of(new TileFeature(geometry, properties)))));
  }

  private static TileCoord tileAround(Geometry geometry, int zoom) {
    Coordinate centre =
        Reprojector.between(SANMING, Crs.WEB_MERCATOR)
            .apply(geometry.getEnvelopeInternal().centre());
    return TileCoord.at(zoom, centre.x, centre.y);
  }

  private static Geometry toTile(TileCoord tile, Geometry geometry) {
    Geometry mercator = Reprojector.between(SANMING, Crs.WEB_MERCATOR).apply(geometry);
    Envelope box = tile.mercatorBox();
    double scale = MvtEncoder.EXTENT / box.getWidth();
    return AffineTransformation.translationInstance(-box.getMinX(), -box.getMaxY())
        .scale(scale, -scale)
        .transform(mercator);
  }

  private static JtsLayer decode(byte[] bytes, String layer) throws IOException {
    JtsMvt tile =
        // its classifier for version 2.1 takes JTS's signed area, whose sign is the specification's
        // reversed, for the surveyor's formula; the one for version 1 follows the order of rings
        MvtReader.loadMvt(
            new ByteArrayInputStream(bytes),
            FACTORY,
            new TagKeyValueMapConverter(),
            MvtReader.RING_CLASSIFIER_V1);
    return tile.getLayer(layer);
  }

  private static Geometry wkt(String text) {
    try {
      return new WKTReader().read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
