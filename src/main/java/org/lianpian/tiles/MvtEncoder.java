package org.lianpian.tiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Encodes layers of tile-space geometry as a Mapbox vector tile, version 2.
 *
 * <p>Works on flat arrays of integer tile coordinates (x right, y down, extent 4096). Not
 * thread-safe.
 *
 * <p>Source: Mapbox Vector Tile specification 2.1, sections 4.3 (geometry) and 4.4 (attributes).
 */
final class MvtEncoder {

  /** Tile units along one side. */
  static final int EXTENT = 4096;

  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int CLOSE_PATH = 7;

  private final ProtoWriter tile = new ProtoWriter();
  private ProtoWriter layer = new ProtoWriter();
  private final Map<String, Integer> keys = new LinkedHashMap<>();
  private final Map<Object, Integer> values = new LinkedHashMap<>();
  private int[] commands = new int[256];
  private int commandCount;
  private int cursorX;
  private int cursorY;
  private int features;

  void beginLayer(String name) {
    layer = new ProtoWriter();
    layer.varint(15, 2);
    layer.string(1, name);
    keys.clear();
    values.clear();
    features = 0;
  }

  /** Writes the layer into the tile, unless it holds nothing. */
  void endLayer() {
    if (features == 0) {
      return;
    }
    for (String key : keys.keySet()) {
      layer.string(3, key);
    }
    for (Object value : values.keySet()) {
      layer.message(4, encodeValue(value));
    }
    layer.varint(5, EXTENT);
    tile.message(3, layer);
  }

  void points(List<int[]> points, Map<String, Object> properties) {
    beginGeometry();
    command(MOVE_TO, points.size());
    for (int[] point : points) {
      moveCursor(point[0], point[1]);
    }
    feature(1, properties);
  }

  /** Adds a feature of one or more lines, each a flat array x0, y0, x1, y1 … */
  void lines(List<int[]> lines, Map<String, Object> properties) {
    beginGeometry();
    for (int[] line : lines) {
      command(MOVE_TO, 1);
      moveCursor(line[0], line[1]);
      command(LINE_TO, line.length / 2 - 1);
      for (int i = 2; i < line.length; i += 2) {
        moveCursor(line[i], line[i + 1]);
      }
    }
    feature(2, properties);
  }

  /**
   * Adds a feature of polygon rings, not closed; each shell (positive area with y down) is followed
   * by its holes (negative area).
   */
  void polygons(List<int[]> rings, Map<String, Object> properties) {
    beginGeometry();
    for (int[] ring : rings) {
      command(MOVE_TO, 1);
      moveCursor(ring[0], ring[1]);
      command(LINE_TO, ring.length / 2 - 1);
      for (int i = 2; i < ring.length; i += 2) {
        moveCursor(ring[i], ring[i + 1]);
      }
      command(CLOSE_PATH, 1);
    }
    feature(3, properties);
  }

  byte[] toByteArray() {
    return tile.toByteArray();
  }

  private void beginGeometry() {
    commandCount = 0;
    cursorX = 0;
    cursorY = 0;
  }

  private void feature(int type, Map<String, Object> properties) {
    List<Integer> tags = new ArrayList<>(properties.size() * 2);
    properties.forEach(
        (key, value) -> {
          tags.add(keys.computeIfAbsent(key, k -> keys.size()));
          tags.add(values.computeIfAbsent(value, v -> values.size()));
        });
    ProtoWriter feature = new ProtoWriter();
    feature.packed(2, tags.stream().mapToInt(Integer::intValue).toArray(), tags.size());
    feature.varint(3, type);
    feature.packed(4, commands, commandCount);
    layer.message(2, feature);
    features++;
  }

  private void command(int id, int count) {
    push((count << 3) | id);
  }

  private void moveCursor(int x, int y) {
    push(zigzag(x - cursorX));
    push(zigzag(y - cursorY));
    cursorX = x;
    cursorY = y;
  }

  private void push(int value) {
    if (commandCount == commands.length) {
      commands = Arrays.copyOf(commands, commands.length * 2);
    }
    commands[commandCount++] = value;
  }

  private static int zigzag(int value) {
    return (value << 1) ^ (value >> 31);
  }

  private static ProtoWriter encodeValue(Object value) {
    ProtoWriter writer = new ProtoWriter();
    if (value instanceof String text) {
      writer.string(1, text);
    } else if (value instanceof Double number) {
      writer.fixed64(3, number);
    } else if (value instanceof Integer number) {
      writer.varint(4, number);
    } else if (value instanceof Boolean flag) {
      writer.bool(7, flag);
    } else {
      throw new IllegalArgumentException(
          "A tile property is String, Integer, Double or Boolean, was " + value.getClass());
    }
    return writer;
  }
}
