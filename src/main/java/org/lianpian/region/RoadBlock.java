package org.lianpian.region;

import org.locationtech.jts.geom.Polygon;

/**
 * A face of the road network (道路区块, U-10).
 *
 * @param id made from the position of its inner point, so that it stays the same while the block
 *     does
 */
public record RoadBlock(String id, Polygon polygon) {}
