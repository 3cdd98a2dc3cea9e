package org.lianpian.sewer.network;

/**
 * How a branch ends.
 *
 * @param marks what the water passed, as bits of {@link RouteMark}
 * @param capped whether the end is a capped stub
 */
public record Ending(TraceResult result, int marks, boolean capped) {

  public boolean has(RouteMark mark) {
    return (marks & mark.bit()) != 0;
  }
}
