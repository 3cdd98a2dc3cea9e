package org.lianpian.wallmap;

/**
 * What came out.
 *
 * @param scale the denominator of the scale
 * @param communities how many communities are on the map
 * @param unlabelled how many of them have no name on it, for want of room
 */
public record WallMapSummary(int scale, int communities, int unlabelled) {}
