package org.lianpian.wallmap;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lianpian.model.Building;
import org.lianpian.model.Feature;
import org.lianpian.model.Railway;
import org.lianpian.model.Road;
import org.lianpian.model.RoadClass;
import org.lianpian.model.Watercourse;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/** Draws what is within the frame: ground, communities, areas, names, ticks of the grid. */
final class MapFace {
  private static final Color LAND = new Color(0xf7f6f2);
  private static final Color WATER = new Color(0xb9d9ec);
  private static final Color WATER_TEXT = new Color(0x2b6a94);
  private static final Color BUILDING = new Color(0xdedad2);
  private static final Color CASING = new Color(0xb8b2a6);
  private static final Color ROAD = Color.WHITE;
  private static final Color MAIN_ROAD = new Color(0xfbe6b5);
  private static final Color RAIL = new Color(0x6f6f6f);
  private static final Color OUTLINE = new Color(0x3c4650);
  private static final Color AREA = new Color(0x5b2a86);
  private static final Color TEXT = new Color(0x1c2733);

  private static final double LABEL = 2.1;
  private static final double AREA_LABEL = 3.0;
  private static final double PATTERN_STEP = 1.6;

  private final SheetCanvas canvas;
  private final SheetLayout layout;
  private final WallMapRequest request;
  private final MapLayers layers;
  private final ClassStyles styles;
  private final LabelPlacer labels;
  private final double k;
  private final SheetCanvas.Projection projection;
  private int unlabelled;

  MapFace(
      SheetCanvas canvas,
      SheetLayout layout,
      WallMapRequest request,
      MapLayers layers,
      ClassStyles styles) {
    this.canvas = canvas;
    this.layout = layout;
    this.request = request;
    this.layers = layers;
    this.styles = styles;
    this.labels = new LabelPlacer(layout.map());
    this.k = request.paper().magnification();
    this.projection =
        new SheetCanvas.Projection() {
          @Override
          public double x(Coordinate coordinate) {
            return layout.x(coordinate.x);
          }

          @Override
          public double y(Coordinate coordinate) {
            return layout.y(coordinate.y);
          }
        };
  }

  void draw() throws IOException {
    canvas.clip(layout.map());
    canvas.fill(layout.map(), LAND);
    water();
    for (Building building : layers.buildings()) {
      fill(building, BUILDING);
    }
    roads();
    for (Railway railway : layers.railways()) {
      stroke(railway, RAIL, 0.6);
      stroke(railway, Color.WHITE, 0.3, 1.6f, 1.6f);
    }
    communities();
    for (MappedArea area : layers.areas()) {
      canvas.stroke(
          area.outline(), projection, AREA, 0.7 * k, new float[] {(float) (2.4 * k), (float) k});
    }
    names();
    canvas.unclip();
    new MapGrid(canvas, layout, k).draw();
  }

  /** Returns how many communities have no name on the map, for want of room. */
  int unlabelled() {
    return unlabelled;
  }

  private void water() throws IOException {
    for (Watercourse water : layers.watercourses()) {
      Geometry geometry = water.geometry();
      if (geometry instanceof Polygonal) {
        canvas.fill(geometry, projection, WATER);
      } else {
        Double width = water.widthMetres();
        stroke(water, WATER, Math.max(0.5, width == null ? 0 : layout.millimetres(width) / k));
      }
    }
  }

  private void roads() throws IOException {
    for (RoadClass drawn : RoadClass.values()) {
      for (Road road : layers.roads()) {
        if (road.roadClass() == drawn) {
          stroke(road, CASING, width(drawn) + 0.3);
        }
      }
    }
    List<Road> mainLast = new ArrayList<>(layers.roads());
    mainLast.sort(Comparator.comparing(Road::roadClass).reversed());
    for (Road road : mainLast) {
      boolean main =
          road.roadClass() == RoadClass.EXPRESSWAY || road.roadClass() == RoadClass.ARTERIAL;
      stroke(road, main ? MAIN_ROAD : ROAD, width(road.roadClass()));
    }
  }

  private static double width(RoadClass roadClass) {
    return switch (roadClass) {
      case EXPRESSWAY -> 1.6;
      case ARTERIAL -> 1.3;
      case COLLECTOR -> 0.9;
      case LOCAL, UNKNOWN -> 0.5;
      case ALLEY -> 0.25;
    };
  }

  private void communities() throws IOException {
    for (MapLayers.MappedCommunity one : layers.communities()) {
      ClassStyle style = styles.of(request.theme(), one.code());
      canvas.fill(one.shape(), projection, style.fill());
      canvas.pattern(one.shape(), projection, style.pattern(), PATTERN_STEP * k);
      canvas.stroke(one.shape(), projection, OUTLINE, 0.2 * k);
    }
  }

  private void names() throws IOException {
    for (MapLayers.MappedCommunity one : layers.communities()) {
      if (one.disc()) {
        labels.keepFree(onSheet(one.shape().getEnvelopeInternal()));
      }
    }
    for (MappedArea area : layers.areas()) {
      Coordinate at = area.outline().getInteriorPoint().getCoordinate();
      label(area.name(), at, AREA_LABEL * k, AREA);
    }
    for (MapLayers.MappedCommunity one : layers.communities()) {
      if (!one.name().isEmpty()
          && !label(one.name(), one.point().getCoordinate(), LABEL * k, TEXT)) {
        unlabelled++;
      }
    }
    Set<String> rivers = new HashSet<>();
    for (Watercourse water : layers.watercourses()) {
      Geometry geometry = water.geometry();
      if (geometry != null && !water.name().isEmpty() && rivers.add(water.name())) {
        Geometry seen = geometry.intersection(frame(geometry));
        if (!seen.isEmpty()) {
          label(water.name(), seen.getInteriorPoint().getCoordinate(), AREA_LABEL * k, WATER_TEXT);
        }
      }
    }
  }

  private Envelope onSheet(Envelope box) {
    return new Envelope(
        layout.x(box.getMinX()),
        layout.x(box.getMaxX()),
        layout.y(box.getMinY()),
        layout.y(box.getMaxY()));
  }

  private Geometry frame(Geometry like) {
    return like.getFactory().toGeometry(layout.world());
  }

  /** Writes a name on a pale ground, where there is room. */
  private boolean label(String text, Coordinate at, double size, Color colour) throws IOException {
    double width = canvas.width(text, size) + 0.6 * k;
    Envelope room = labels.place(layout.x(at.x), layout.y(at.y), width, size * 1.15);
    if (room.isNull()) {
      return false;
    }
    canvas.fill(room, new Color(0xfdfcf9));
    canvas.text(text, room.getMinX() + 0.3 * k, room.getMinY() + size * 0.26, size, colour);
    return true;
  }

  private void fill(Feature feature, Color colour) throws IOException {
    Geometry geometry = feature.geometry();
    if (geometry instanceof Polygonal) {
      canvas.fill(geometry, projection, colour);
    }
  }

  private void stroke(Feature feature, Color colour, double width, float... dashes)
      throws IOException {
    Geometry geometry = feature.geometry();
    if (geometry != null) {
      canvas.stroke(geometry, projection, colour, width * k, dashes);
    }
  }
}
