package org.lianpian.sewer.network;

/**
 * The end of a branch together with what the water passed.
 *
 * @param marks bits of {@link RouteMark}
 * @param route the pipes from the start, one shortest of several by number of pipes
 */
public record RouteEnd(int node, TraceResult result, int marks, int[] route) {}
