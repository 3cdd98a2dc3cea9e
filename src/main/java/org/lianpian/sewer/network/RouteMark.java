package org.lianpian.sewer.network;

/** What water has passed on a route. */
public enum RouteMark {
  /** A storm drain, other than the overflow of an interceptor. */
  STORM,
  /** A weir that spills only in rain. */
  OVERFLOW,
  /** An interceptor (截流井) or an intercepting sewer. */
  INTERCEPTED,
  /** A combined sewer. */
  COMBINED,
  /** A gravity pipe that rises in its digitised direction: suspected of being reversed. */
  RISING,
  /** A joint at which id and position disagree. */
  DISPUTED;

  /** Returns the mark's place in a set kept as an int. */
  public int bit() {
    return 1 << ordinal();
  }
}
