package org.lianpian.frontage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lianpian.frontage.sight.IntList;
import org.lianpian.frontage.sight.Outline;
import org.lianpian.frontage.sight.SegmentIndex;
import org.lianpian.frontage.sight.SegmentIndex.ClosestPair;
import org.lianpian.model.BankBaseline;
import org.lianpian.model.InputHash;
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

  /**
   * A centre line without width, outside all known water, or what is known of a river some of whose
   * coordinates are no numbers.
   */
  record CentreLine(Watercourse watercourse, Geometry line, boolean valid) {
    String inputHash() {
      return new InputHash().add(Watercourse.TYPE, watercourse).add(line).finish();
    }
  }

  private final List<BankLine> banks;
  private final BoxIndex<Integer> bankBoxes; // positions in the list of banks
  private final SegmentIndex bankSegments; // owned by the position of their bank
  private final BoxIndex<CentreLine> centreLineIndex;

  private BankLines(List<BankLine> banks, List<CentreLine> centreLines) {
    this.banks = List.copyOf(banks);
    this.bankBoxes =
        new BoxIndex<>(
            IntStream.range(0, banks.size()).boxed().toList(),
            i -> banks.get(i).line().getEnvelopeInternal());
    this.bankSegments = segments(banks);
    this.centreLineIndex = new BoxIndex<>(centreLines, one -> one.line().getEnvelopeInternal());
  }

  /** Makes the banks; {@code O(n log n)} in vertices but for rivers that meet many others. */
  static BankLines of(Collection<Watercourse> watercourses, FrontageParameters parameters) {
    return new Builder(parameters).build(watercourses);
  }

  /** Returns all banks by river id. */
  List<BankLine> all() {
    return banks;
  }

  /** Tells false only where no bank and no centre line is within a distance. */
  boolean mayBeNear(Geometry unit, double metres) {
    Envelope box = unit.getEnvelopeInternal();
    return bankSegments.meets(
            box.getMinX() - metres,
            box.getMinY() - metres,
            box.getMaxX() + metres,
            box.getMaxY() + metres)
        || !bankBoxes.find(box, 0).isEmpty()
        || !centreLineIndex.find(box, metres).isEmpty();
  }

  /** Returns the banks within a distance of a unit, inclusive, by river id. */
  List<NearBank> near(Geometry unit, double metres) {
    Envelope box = unit.getEnvelopeInternal();
    IntList found = new IntList();
    bankSegments.find(
        box.getMinX() - metres,
        box.getMinY() - metres,
        box.getMaxX() + metres,
        box.getMaxY() + metres,
        found);
    BitSet candidates = new BitSet();
    // a unit amid wide water is far from its bank
    bankBoxes.find(box, 0).forEach(candidates::set);
    for (int i = 0; i < found.size(); i++) {
      candidates.set(bankSegments.owner(found.get(i)));
    }
    if (candidates.isEmpty()) {
      return List.of();
    }
    Outline outline = Outlines.of(unit);
    // the next greater bound, since nearest looks for what is nearer than its bound
    double bound = Math.nextUp(metres);
    List<NearBank> near = new ArrayList<>();
    candidates.stream()
        .mapToObj(banks::get)
        .forEach(
            bank -> {
              ClosestPair way = bank.shore().nearest(outline, bound);
              if (way.segment() >= 0) {
                near.add(new NearBank(bank, unit, outline, way));
              }
            });
    return near;
  }

  private static SegmentIndex segments(List<BankLine> banks) {
    SegmentIndex.Builder builder = SegmentIndex.builder();
    for (int i = 0; i < banks.size(); i++) {
      for (double[] path : Outlines.paths(banks.get(i).line())) {
        builder.addPath(path, i);
      }
    }
    return builder.build();
  }

  List<CentreLine> centreLinesNear(Geometry unit, double metres) {
    return centreLineIndex.find(unit.getEnvelopeInternal(), metres).stream()
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
      List<CentreLine> broken = new ArrayList<>();
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
                boolean valid = Outlines.isFinite(geometry);
                if (piece.culverted() && valid) {
                  culverts.add(geometry);
                } else if (!parameters.excludedKinds().contains(piece.kind())
                    && !Boolean.FALSE.equals(piece.urban())) {
                  if (valid) {
                    open.add(piece);
                  } else {
                    broken.add(new CentreLine(piece, usablePoints(geometry), false));
                  }
                }
              });
      List<Watercourse> bare = new ArrayList<>();
      List<River> rivers = rivers(open, bare);
      List<Geometry> covers = new ArrayList<>();
      rivers.forEach(river -> covers.add(river.water));
      culverts.stream().filter(culvert -> culvert.getDimension() == 2).forEach(covers::add);
      WaterCover cover = new WaterCover(covers);
      Map<Geometry, Set<Geometry>> meeting = new IdentityHashMap<>();
      cover.findMeetings(
          (water, other, polygon) ->
              meeting.computeIfAbsent(water, key -> new LinkedHashSet<>()).add(polygon));
      List<BankLine> banks = new ArrayList<>();
      for (River river : rivers) {
        if (!river.areas.isEmpty() && river.water.getArea() < parameters.minWaterSquareMetres()) {
          continue;
        }
        Geometry line = bank(river, meeting.getOrDefault(river.water, Set.of()));
        if (!line.isEmpty()) {
          banks.add(new BankLine(river.pieces, river.water, line));
        }
      }
      banks.sort(Comparator.comparing(BankLine::riverId));
      broken.addAll(centreLines(bare, cover));
      return new BankLines(banks, broken);
    }

    /** Returns the line through the points that have coordinates, or a point, or nothing. */
    private static Geometry usablePoints(Geometry geometry) {
      Coordinate[] usable =
          Arrays.stream(geometry.getCoordinates())
              .filter(Coordinate::isValid)
              .toArray(Coordinate[]::new);
      return usable.length == 1
          ? geometry.getFactory().createPoint(usable[0])
          : geometry.getFactory().createLineString(usable);
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
      int[] group = IntStream.range(0, rivers.size()).toArray();
      List<Geometry> waters = new ArrayList<>();
      Map<Geometry, Integer> numbers = new IdentityHashMap<>();
      for (River river : rivers) {
        Geometry water = factory.buildGeometry(river.areas);
        numbers.put(water, waters.size());
        waters.add(water);
      }
      new WaterCover(waters)
          .findMeetings(
              (water, other, polygon) -> {
                int from = find(group, Objects.requireNonNull(numbers.get(water)));
                int to = find(group, Objects.requireNonNull(numbers.get(other)));
                group[Math.max(from, to)] = Math.min(from, to);
              });
      Map<Integer, River> joined = new TreeMap<>();
      for (int i = 0; i < group.length; i++) {
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

    private Geometry bank(River river, Set<Geometry> otherWater) {
      Geometry line = river.water.getBoundary();
      if (!otherWater.isEmpty()) {
        Geometry others = OverlayNGRobust.union(otherWater);
        line = OverlayNGRobust.overlay(line, others, OverlayNG.DIFFERENCE);
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

    private List<CentreLine> centreLines(List<Watercourse> bare, WaterCover cover) {
      List<CentreLine> outside = new ArrayList<>();
      for (Watercourse piece : bare) {
        Geometry line = Objects.requireNonNull(piece.geometry());
        List<Geometry> waters = cover.near(line);
        for (Geometry water : waters) {
          line = OverlayNGRobust.overlay(line, water, OverlayNG.DIFFERENCE);
        }
        for (Object part : LinearComponentExtracter.getLines(line)) {
          LineString rest = (LineString) part;
          if (!rest.isEmpty() && !isShortGap(rest, waters)) {
            outside.add(new CentreLine(piece, rest, true));
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
