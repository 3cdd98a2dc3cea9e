package org.lianpian.geocode;

/**
 * A piece of the query that a candidate was matched by.
 *
 * @param field the query's field: {@code name}, {@code address}, {@code district} or {@code street}
 * @param component the piece with its offsets in that field
 */
public record MatchedToken(String field, AddressComponent component) {}
