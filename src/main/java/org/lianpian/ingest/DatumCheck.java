package org.lianpian.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.CoordinateRow;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Datum;
import org.lianpian.geo.DatumDetector;
import org.lianpian.geo.GeodesicMeasure;
import org.lianpian.geo.LonLat;
import org.lianpian.geo.Reprojector;
import org.lianpian.ingest.ColumnMapping.Use;
import org.lianpian.ingest.source.SourceFeature;
import org.lianpian.ingest.value.ProposalKind;
import org.lianpian.ingest.value.Texts;
import org.lianpian.model.Community;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.lianpian.model.Place;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Proposes the datum of positions that state none: when places that a dataset knows fit one far
 * better (B-25), else when a heading names one. Moves nothing. Not thread-safe.
 */
final class DatumCheck {
  private static final int FEWEST_PAIRS = 5;
  private static final int MOST_PAIRS = 2_000;

  /** Beyond this the same names stand for other places, and say nothing about the datum. */
  private static final double LARGEST_RESIDUAL_METRES = 300;

  private final FeatureStore store;
  private final PairLocator locator = new PairLocator();
  private @Nullable Map<String, LonLat> known;

  DatumCheck(FeatureStore store) {
    this.store = store;
  }

  /** Returns the proposal, or null when there is none or a person stated the datum. */
  @Nullable Proposal propose(LayerPlan<?> plan) {
    if (plan.decided().datum() != null || !plan.coordinates().hasDegrees()) {
      return null;
    }
    Proposal byPlaces = byPlaces(plan);
    return byPlaces != null ? byPlaces : byHeading(plan);
  }

  private @Nullable Proposal byPlaces(LayerPlan<?> plan) {
    FeatureType<?> type = plan.type();
    if (type != Community.TYPE && type != Place.TYPE) {
      return null;
    }
    List<DatumDetector.Pair> pairs = pairs(plan);
    if (pairs.size() < FEWEST_PAIRS) {
      return null;
    }
    DatumDetector.Finding finding = DatumDetector.detect(pairs);
    Datum best = finding.best();
    double residual = finding.residualMetres().getOrDefault(best, Double.MAX_VALUE);
    if (best == Datum.CGCS2000 || !finding.clear() || residual > LARGEST_RESIDUAL_METRES) {
      return null;
    }
    return proposal(
        plan,
        best,
        "与 " + pairs.size() + " 个已知位置比较，坐标疑为" + best.zh() + "，指定基准后才会换算",
        "compared with "
            + pairs.size()
            + " known places, the positions seem to be "
            + best.en()
            + "; they are converted only when that is stated");
  }

  private @Nullable Proposal byHeading(LayerPlan<?> plan) {
    for (ColumnMapping mapping : plan.mappings()) {
      String name = mapping.column().name();
      Datum datum = named(name.toLowerCase(Locale.ROOT));
      if (datum != null && (mapping.use() == Use.LONGITUDE || mapping.use() == Use.COORDINATES)) {
        return proposal(
            plan,
            datum,
            "列名“" + name + "”说明坐标经过偏移，需指定基准后才会换算",
            "the heading '"
                + name
                + "' says that positions are shifted; state the datum to convert"
                + " them");
      }
    }
    return null;
  }

  private static @Nullable Datum named(String heading) {
    if (heading.matches(".*(bd-?09|bd_09|百度).*")) {
      return Datum.BD09;
    }
    return heading.matches(".*(gcj|火星|高德|国测局).*") ? Datum.GCJ02 : null;
  }

  private Proposal proposal(LayerPlan<?> plan, Datum datum, String zh, String en) {
    List<Proposal.Example> examples = new ArrayList<>();
    try (Stream<SourceFeature> rows = plan.layer().features()) {
      rows.filter(plan::keeps)
          .takeWhile(row -> examples.size() < Proposal.EXAMPLES)
          .forEach(row -> addExample(plan, row, datum, examples));
    }
    return new Proposal(
        ProposalKind.DATUM_SUSPECTED, zh, en, datum, plan.rows(), List.of(), examples, false);
  }

  private void addExample(
      LayerPlan<?> plan, SourceFeature row, Datum datum, List<Proposal.Example> examples) {
    LonLat written = written(plan, row);
    if (written != null) {
      LonLat meant = datum.toCgcs2000(written);
      long metres = Math.round(GeodesicMeasure.distanceMetres(written, meant));
      examples.add(
          new Proposal.Example(
              row.row(),
              "",
              PairLocator.text(written),
              PairLocator.text(meant) + " (" + metres + " m)",
              meant));
    }
  }

  private List<DatumDetector.Pair> pairs(LayerPlan<?> plan) {
    ColumnMapping name = LayerPlan.byProperty(plan.mappings()).get("name");
    List<DatumDetector.Pair> pairs = new ArrayList<>();
    if (name == null) {
      return pairs;
    }
    Map<String, LonLat> places = known();
    try (Stream<SourceFeature> rows = plan.layer().features()) {
      rows.filter(plan::keeps)
          .takeWhile(row -> pairs.size() < MOST_PAIRS)
          .forEach(
              row -> {
                LonLat place = places.get(Texts.nameKey(row.text(name.column().name())));
                LonLat written = place == null ? null : written(plan, row);
                if (place != null && written != null) {
                  pairs.add(new DatumDetector.Pair(written, place));
                }
              });
    }
    return pairs;
  }

  /** Returns the degrees of a row as they stand there, or null when it has none. */
  private @Nullable LonLat written(LayerPlan<?> plan, SourceFeature row) {
    CoordinatePlan.Reading reading = plan.coordinates().reading(row.row());
    if (reading == null || !reading.crs().isGeographic()) {
      return null;
    }
    Geometry geometry = row.geometry();
    if (geometry != null && !geometry.isEmpty()) {
      Coordinate inside = geometry.getCentroid().getCoordinate();
      return locator.position(new CoordinateRow((int) row.row(), "", inside.x, inside.y), reading);
    }
    CoordinateColumns.Pair pair = CoordinateColumns.of(plan.mappings()).read(row);
    return locator.position(
        new CoordinateRow((int) row.row(), "", pair.first(), pair.second()), reading);
  }

  /** Returns the places whose name occurs once. */
  private Map<String, LonLat> known() {
    if (known == null) {
      Map<String, LonLat> places = new HashMap<>();
      Set<String> twice = new HashSet<>();
      Reprojector toDegrees = Reprojector.between(store.dataset().crs(), Crs.CGCS2000);
      addPlaces(Community.TYPE, Community::name, toDegrees, places, twice);
      addPlaces(Place.TYPE, Place::name, toDegrees, places, twice);
      twice.forEach(places::remove);
      known = places;
    }
    return known;
  }

  private <T extends Feature> void addPlaces(
      FeatureType<T> type,
      Function<T, String> name,
      Reprojector toDegrees,
      Map<String, LonLat> places,
      Set<String> twice) {
    try (Stream<T> features = store.stream(type)) {
      features.forEach(
          feature -> {
            Geometry geometry = feature.geometry();
            String key = Texts.nameKey(name.apply(feature));
            if (geometry != null && !key.isEmpty()) {
              LonLat position =
                  LonLat.of(toDegrees.apply(geometry.getInteriorPoint().getCoordinate()));
              if (places.put(key, position) != null) {
                twice.add(key);
              }
            }
          });
    }
  }
}
