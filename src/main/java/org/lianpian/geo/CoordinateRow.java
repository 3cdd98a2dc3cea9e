package org.lianpian.geo;

import org.jspecify.annotations.Nullable;

/**
 * A pair of numbers from two columns of a source, before anyone knows what they mean.
 *
 * @param row the row's number in the source, for messages
 * @param name the place's name as written, or empty
 * @param first the first column's number, or null when there is none
 * @param second the second column's number, or null when there is none
 */
public record CoordinateRow(
    int row, String name, @Nullable Double first, @Nullable Double second) {}
