package org.lianpian.geocode.bench;

import org.lianpian.geocode.match.NameQuery;

/**
 * A row of another source with the position on which two other sources agree.
 *
 * @param line the number of the line in the file, from 1
 * @param exact whether an estate of exactly this name is in the gazetteer of its city
 */
public record RealRow(int line, NameQuery query, double x, double y, boolean exact) {}
