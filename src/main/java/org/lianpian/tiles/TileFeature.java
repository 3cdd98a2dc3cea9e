package org.lianpian.tiles;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature as it goes into a tile.
 *
 * @param geometry in the dataset's CRS
 * @param properties String, Integer, Double or Boolean values; unknown ones are left out
 */
public record TileFeature(Geometry geometry, Map<String, Object> properties) {}
