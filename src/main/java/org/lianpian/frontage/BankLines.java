package org.lianpian.frontage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lianpian.geo.SpatialIndex;
import org.lianpian.model.BankBaseline;
import org.lianpian.model.Watercourse;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Makes bank lines of surface water (U-1, U-6, B-33).
 *
 * <ul>
 *   <li>Same-named pieces are one river, and pieces that touch are dissolved, so that tile cuts and
 *       bridge cuts are no banks. Unnamed water that touches unnamed water is one river, too.
 *       Pieces of one river with a real gap between them keep the ends at the gap as banks.
 *   <li>Where a river meets other open water or a culvert (暗渠) there is no bank.
 *   <li>A centre line with a width is a strip with flat ends, and the ends are no banks. A centre
 *       line without width gives no bank but is remembered, except where it runs in known water or
 *       bridges a short gap between two pieces of it.
 *   <li>A line that says it is a top of bank, blue line or management line is itself the bank.
 *   <li>Culverts, excluded kinds, water stated not to be urban and water that is too small in all
 *       give no bank.
 * </ul>
 *
 * <p>Immutable and thread-safe.
 */
final class BankLines {
  /** How far strip ends are cut back, 1 mm: well above rounding, well below any survey's error. */
  private static final double CAP_TOLERANCE_METRES = 1e-3;

  private static final Set<BankBaseline> LINES_THAT_ARE_BANKS =
      EnumSet.of(BankBaseline.TOP_OF_BANK, BankBaseline.BLUE_LINE, BankBaseline.MANAGEMENT_LINE);

  /** A centre line without width, outside all known water. */
  record CentreLine(Watercourse watercourse, Geometry line) {}

  private final List<BankLine> banks;
  private final SpatialIndex<BankLine> bankIndex;
  private final SpatialIndex<CentreLine> centreLineIndex;

  private BankLines(List<BankLine> banks, List<CentreLine> centreLines) {
    this.banks = List.copyOf(banks);
    this.bankIndex = SpatialIndex.of(banks, BankLine::line);
    this.centreLineIndex = SpatialIndex.of(centreLines, CentreLine::line);
  }

  /** Makes the banks; {@code O(n log n)} in vertices but for rivers that meet many others. */
  static BankLines of(Collection<Watercourse> watercourses, FrontageParameters parameters) {
    return new Builder(parameters).build(watercourses);
  }

  /** Returns all banks by river id. */
  List<BankLine> all() {
    return banks;
  }

  List<BankLine> near(Geometry unit, double metres) {
    return bankIndex.findWithin(unit.getEnvelopeInternal(), metres).stream()
        .filter(bank -> bank.isWithin(unit, metres))
        .toList();
  }

  List<CentreLine> centreLinesNear(Geometry unit, double metres) {
    return centreLineIndex.findWithin(unit.getEnvelopeInternal(), metres).stream()
        .filter(line -> line.line().isWithinDistance(unit, metres))
        .toList();
  }

  /** Returns the boundary of an area, or a line as it is. */
  static Geometry edge(Geometry geometry) {
    return geometry.getDimension() == 2 ? geometry.getBoundary() : geometry;
  }

  /** A river while it is being made. */
  private static final class River {
    final List<Watercourse> pieces = new ArrayList<>();
    final List<Geometry> areas = new ArrayList<>();
    final List<LineString> caps = new ArrayList<>();
    final List<LineString> lines = new ArrayList<>();
    Geometry water = new GeometryFactory().createPolygon();

    void dissolve(GeometryFactory factory) {
      water =
          areas.isEmpty()
              ? factory.createPolygon()
              : areas.size() == 1 ? areas.get(0) : OverlayNGRobust.union(areas);
    }
  }

  private static final class Builder {
    private final FrontageParameters parameters;
    private GeometryFactory factory = new GeometryFactory();

    Builder(FrontageParameters parameters) {
      this.parameters = parameters;
    }

    BankLines build(Collection<Watercourse> watercourses) {
      List<Watercourse> open = new ArrayList<>();
      List<Geometry> culverts = new ArrayList<>();
      watercourses.stream()
          .sorted(Comparator.comparing(Watercourse::id))
          .forEach(
              piece -> {
                Geometry geometry = piece.geometry();
                if (geometry == null || geometry.isEmpty()) {
                  return;
                }
                factory = geometry.getFactory();
                if (piece.culverted()) {
                  culverts.add(geometry);
                } else if (!parameters.excludedKinds().contains(piece.kind())
                    && !Boolean.FALSE.equals(piece.urban())) {
                  open.add(piece);
                }
              });
      List<Watercourse> bare = new ArrayList<>();
      List<River> rivers = rivers(open, bare);
      List<Geometry> covers = new ArrayList<>();
      rivers.forEach(river -> covers.add(river.water));
      culverts.stream().filter(culvert -> culvert.getDimension() == 2).forEach(covers::add);
      SpatialIndex<Geometry> cover = SpatialIndex.of(covers, geometry -> geometry);
      List<BankLine> banks = new ArrayList<>();
      for (River river : rivers) {
        if (!river.areas.isEmpty() && river.water.getArea() < parameters.minWaterSquareMetres()) {
          continue;
        }
        Geometry line = bank(river, cover);
        if (!line.isEmpty()) {
          banks.add(new BankLine(river.pieces, river.water, line));
        }
      }
      banks.sort(Comparator.comparing(BankLine::riverId));
      return new BankLines(banks, centreLines(bare, cover));
    }

    private List<River> rivers(List<Watercourse> open, List<Watercourse> bare) {
      Map<String, River> named = new TreeMap<>();
      List<River> unnamed = new ArrayList<>();
      for (Watercourse piece : open) {
        River river =
            piece.name().isBlank()
                ? new River()
                : named.computeIfAbsent(piece.name().strip(), name -> new River());
        if (!add(piece, river)) {
          bare.add(piece);
        } else if (piece.name().isBlank()) {
          unnamed.add(river);
        }
      }
      List<River> rivers = new ArrayList<>();
      named.values().stream().filter(river -> !river.pieces.isEmpty()).forEach(rivers::add);
      rivers.addAll(joinTouching(unnamed));
      rivers.forEach(river -> river.dissolve(factory));
      return rivers;
    }

    /** Adds a piece to a river; false when it is a centre line without width. */
    private boolean add(Watercourse piece, River river) {
      Geometry geometry = Objects.requireNonNull(piece.geometry());
      Double width = piece.widthMetres();
      if (geometry.getDimension() == 2) {
        for (Object polygon : PolygonExtracter.getPolygons(geometry)) {
          river.areas.add((Polygon) polygon);
        }
      } else if (geometry.getDimension() == 1 && LINES_THAT_ARE_BANKS.contains(piece.baseline())) {
        for (Object line : LinearComponentExtracter.getLines(geometry)) {
          river.lines.add((LineString) line);
        }
      } else if (geometry.getDimension() == 1 && width != null && width > 0) {
        addStrip(geometry, width, river);
      } else {
        return false;
      }
      river.pieces.add(piece);
      return true;
    }

    private void addStrip(Geometry centreLine, double width, River river) {
      LineMerger merger = new LineMerger();
      merger.add(centreLine);
      for (Object merged : merger.getMergedLineStrings()) {
        LineString line = (LineString) merged;
        BufferParameters flat = new BufferParameters();
        flat.setEndCapStyle(BufferParameters.CAP_FLAT);
        river.areas.add(BufferOp.bufferOp(line, width / 2, flat));
        if (!line.isClosed()) {
          Coordinate[] points = line.getCoordinates();
          river.caps.add(cap(points[0], points[1], width));
          river.caps.add(cap(points[points.length - 1], points[points.length - 2], width));
        }
      }
    }

    private LineString cap(Coordinate end, Coordinate inner, double width) {
      double length = end.distance(inner);
      double x = -(end.y - inner.y) / length * width / 2;
      double y = (end.x - inner.x) / length * width / 2;
      return factory.createLineString(
          new Coordinate[] {
            new Coordinate(end.x - x, end.y - y), new Coordinate(end.x + x, end.y + y)
          });
    }

    /** Joins unnamed rivers whose areas touch along a line; pieces of one are sorted by id. */
    private List<River> joinTouching(List<River> rivers) {
      int[] group = new int[rivers.size()];
      for (int i = 0; i < group.length; i++) {
        group[i] = i;
      }
      List<Integer> numbers = IntStream.range(0, group.length).boxed().toList();
      SpatialIndex<Integer> index =
          SpatialIndex.ofEnvelopes(numbers, i -> envelope(rivers.get(i).areas));
      for (int i : numbers) {
        for (int j : index.find(envelope(rivers.get(i).areas))) {
          if (j < i && touch(rivers.get(i), rivers.get(j))) {
            int from = find(group, i);
            int to = find(group, j);
            group[Math.max(from, to)] = Math.min(from, to);
          }
        }
      }
      Map<Integer, River> joined = new TreeMap<>();
      for (int i : numbers) {
        River whole = joined.computeIfAbsent(find(group, i), root -> new River());
        whole.pieces.addAll(rivers.get(i).pieces);
        whole.areas.addAll(rivers.get(i).areas);
        whole.caps.addAll(rivers.get(i).caps);
        whole.lines.addAll(rivers.get(i).lines);
      }
      return List.copyOf(joined.values());
    }

    private static int find(int[] group, int member) {
      int root = member;
      while (group[root] != root) {
        root = group[root];
      }
      return root;
    }

    private static Envelope envelope(List<Geometry> areas) {
      Envelope box = new Envelope();
      areas.forEach(area -> box.expandToInclude(area.getEnvelopeInternal()));
      return box;
    }

    private static boolean touch(River one, River other) {
      return one.areas.stream().anyMatch(area -> other.areas.stream().anyMatch(area::intersects));
    }

    private Geometry bank(River river, SpatialIndex<Geometry> cover) {
      Geometry line = river.water.getBoundary();
      for (Geometry other : cover.find(river.water.getEnvelopeInternal())) {
        if (other != river.water && other.intersects(river.water)) {
          line = OverlayNGRobust.overlay(line, other, OverlayNG.DIFFERENCE);
        }
      }
      for (LineString cap : river.caps) {
        line =
            OverlayNGRobust.overlay(line, cap.buffer(CAP_TOLERANCE_METRES), OverlayNG.DIFFERENCE);
      }
      if (river.lines.isEmpty()) {
        return line;
      }
      List<LineString> parts = new ArrayList<>(river.lines);
      for (Object part : LinearComponentExtracter.getLines(line)) {
        parts.add((LineString) part);
      }
      return factory.createMultiLineString(parts.toArray(new LineString[0]));
    }

    private List<CentreLine> centreLines(List<Watercourse> bare, SpatialIndex<Geometry> cover) {
      List<CentreLine> outside = new ArrayList<>();
      for (Watercourse piece : bare) {
        Geometry line = Objects.requireNonNull(piece.geometry());
        List<Geometry> waters = cover.find(line.getEnvelopeInternal());
        for (Geometry water : waters) {
          line = OverlayNGRobust.overlay(line, water, OverlayNG.DIFFERENCE);
        }
        for (Object part : LinearComponentExtracter.getLines(line)) {
          LineString rest = (LineString) part;
          if (!isShortGap(rest, waters)) {
            outside.add(new CentreLine(piece, rest));
          }
        }
      }
      return outside;
    }

    /**
     * Tells whether a centre line only leads from known water to known water, as under a bridge.
     */
    private boolean isShortGap(LineString line, List<Geometry> waters) {
      return line.getLength() <= parameters.distanceMetres()
          && touchesAny(line.getStartPoint(), waters)
          && touchesAny(line.getEndPoint(), waters);
    }

    private static boolean touchesAny(Geometry point, List<Geometry> waters) {
      return waters.stream().anyMatch(water -> water.isWithinDistance(point, CAP_TOLERANCE_METRES));
    }
  }
}
