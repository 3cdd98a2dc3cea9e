package org.lianpian.geocode;

/**
 * One side of an area described by what bounds it (四至): {@code 钟法路以东} lies east of 钟法路.
 *
 * @param reference the road, river or place that bounds it
 * @param side on which side of the reference the area lies: 东, 南, 西 or 北
 */
public record AreaBound(String reference, String side) {}
