package org.lianpian.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Datum;
import org.lianpian.geo.GeometryIssue;
import org.lianpian.geo.GeometryRepair;
import org.lianpian.geo.LonLat;
import org.lianpian.geo.Reprojector;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.ingest.source.SourceFeature;
import org.lianpian.ingest.source.SourceLayer;
import org.lianpian.ingest.value.Severity;
import org.lianpian.model.GeometryKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Makes the geometry of a row: from its own geometry or its coordinate columns, in the order and
 * CRS that the plan says, off a shifted datum where a person said so, into the dataset's CRS, and
 * valid.
 */
final class GeometryAssembler {
  private static final Set<Double> NO_VALUE = Set.of(-1.0, -999.0, -9999.0, -99999.0);

  /** Defects without consequence, found in most files: repaired without a word. */
  private static final Set<String> HARMLESS =
      Set.of(GeometryIssue.RING_DIRECTION, GeometryIssue.DUPLICATE_VERTICES);

  /** Originals beyond this are not copied into the feature's provenance. */
  private static final int LONGEST_ORIGINAL = 2_000;

  private final LayerPlan<?> plan;
  private final Crs target;
  private final CoordinateColumns columns;
  private final GeometryFactory factory = new GeometryFactory();
  private final Map<Crs, Reprojector> reprojectors = new HashMap<>();

  /**
   * What became of a geometry.
   *
   * @param waits whether the row waits for a decision about its coordinates
   * @param originalWkt the geometry as it came, when it was repaired, else empty
   */
  record Result(@Nullable Geometry geometry, boolean waits, String originalWkt) {
    static final Result NONE = new Result(null, false, "");
  }

  GeometryAssembler(LayerPlan<?> plan, Crs target) {
    this.plan = plan;
    this.target = target;
    this.columns = CoordinateColumns.of(plan.mappings());
  }

  Result assemble(SourceFeature source, List<RowIssue> issues) {
    Geometry found = found(source, issues);
    if (found == null || found.isEmpty()) {
      return Result.NONE;
    }
    CoordinatePlan.Reading reading = plan.coordinates().reading(source.row());
    if (reading == null) {
      return new Result(null, true, "");
    }
    if (!fits(plan.type().geometryKind(), found)) {
      issue("geometry.kind", Severity.ERROR, source, issues, "图形类型不符", "wrong kind of geometry");
      return Result.NONE;
    }
    Geometry planar;
    try {
      planar = reproject(single(found), reading);
    } catch (IllegalArgumentException e) {
      boolean fromCells = source.geometry() == null;
      issue(
          "geometry.outside",
          fromCells ? Severity.WARNING : Severity.ERROR,
          source,
          issues,
          "坐标远在数据集坐标系范围之外" + (fromCells ? "，位置按未知处理" : ""),
          "the coordinates are far outside the dataset's CRS"
              + (fromCells ? "; the position is taken as unknown" : ""));
      return Result.NONE;
    }
    return repaired(source, found, planar, issues);
  }

  private @Nullable Geometry found(SourceFeature source, List<RowIssue> issues) {
    Geometry geometry = source.geometry();
    if (geometry != null || !columns.isPresent()) {
      return geometry;
    }
    CoordinateColumns.Pair pair = columns.read(source);
    if (pair.unreadable()) {
      issue(
          "coordinate.unreadable",
          Severity.ERROR,
          source,
          issues,
          "坐标无法识别",
          "the coordinates cannot be read");
      return null;
    }
    Double x = pair.first();
    Double y = pair.second();
    if (x == null
        || y == null
        || (x == 0 && y == 0)
        || NO_VALUE.contains(x)
        || NO_VALUE.contains(y)) {
      return null;
    }
    return factory.createPoint(new Coordinate(x, y));
  }

  private static boolean fits(GeometryKind kind, Geometry geometry) {
    return switch (kind) {
      case NONE -> false;
      case POINT -> geometry.getDimension() == 0;
      case LINE -> geometry.getDimension() == 1;
      case POLYGON -> geometry.getDimension() == 2;
      case ANY -> true;
    };
  }

  /** Unwraps a collection of one. */
  private static Geometry single(Geometry geometry) {
    return geometry instanceof GeometryCollection && geometry.getNumGeometries() == 1
        ? geometry.getGeometryN(0)
        : geometry;
  }

  private Geometry reproject(Geometry geometry, CoordinatePlan.Reading reading) {
    Geometry copy = geometry.copy();
    if (reading.swap()) {
      copy.apply(new Mapping(pair -> new Coordinate(pair.y, pair.x)));
    }
    if (reading.crs().isGeographic()) {
      copy.apply(new Mapping(pair -> plan.datum().toCgcs2000(LonLat.of(pair)).toCoordinate()));
    } else if (plan.datum() != Datum.CGCS2000) {
      throw new IllegalArgumentException(
          "datum " + plan.datum() + " needs longitudes and latitudes, not " + reading.crs());
    }
    copy.geometryChanged();
    return reprojectors
        .computeIfAbsent(reading.crs(), crs -> Reprojector.between(crs, target))
        .apply(copy);
  }

  private Result repaired(
      SourceFeature source, Geometry found, Geometry planar, List<RowIssue> issues) {
    GeometryRepair repair = GeometryRepair.of(planar);
    List<GeometryIssue> defects =
        repair.issues().stream().filter(defect -> !HARMLESS.contains(defect.code())).toList();
    String change =
        String.format(Locale.ROOT, "%.1f → %.1f ㎡", repair.areaBefore(), repair.areaAfter());
    boolean usable = repair.isApplicable() && fits(plan.type().geometryKind(), repair.repaired());
    for (GeometryIssue defect : defects) {
      boolean osm = plan.layer().style() == SourceLayer.Style.OSM;
      issue(
          defect.code(),
          usable || osm ? Severity.WARNING : Severity.ERROR,
          source,
          issues,
          defect.zh() + (usable ? "，已修复，面积 " : "，修复会改变面积，未采用：") + change,
          defect.en()
              + (usable ? "; repaired, area " : "; a repair would change the area: ")
              + change);
    }
    if (!usable) {
      return new Result(null, plan.layer().style() == SourceLayer.Style.OSM, "");
    }
    boolean keep = !defects.isEmpty() && found.getNumPoints() <= LONGEST_ORIGINAL;
    Geometry geometry = repair.repaired();
    geometry.setSRID(target.epsg());
    return new Result(geometry, false, keep ? found.toText() : "");
  }

  private void issue(
      String code,
      Severity severity,
      SourceFeature source,
      List<RowIssue> issues,
      String zh,
      String en) {
    issues.add(
        RowIssue.ofRow(
            code,
            severity,
            source,
            plan.layer().name(),
            source.locator() + "：" + zh,
            source.locator() + ": " + en));
  }

  /** Replaces every coordinate pair. */
  private record Mapping(java.util.function.UnaryOperator<Coordinate> function)
      implements CoordinateSequenceFilter {

    @Override
    public void filter(CoordinateSequence sequence, int index) {
      Coordinate mapped =
          function.apply(new Coordinate(sequence.getX(index), sequence.getY(index)));
      sequence.setOrdinate(index, 0, mapped.x);
      sequence.setOrdinate(index, 1, mapped.y);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
