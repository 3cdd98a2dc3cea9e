package org.lianpian.region;

/**
 * The nearest unit beside a package that is not in it, and why (the best rejected alternative).
 *
 * @param member the package's member it is nearest to
 */
public record RejectedNeighbour(String id, String member, double gapMetres, String zh, String en) {}
