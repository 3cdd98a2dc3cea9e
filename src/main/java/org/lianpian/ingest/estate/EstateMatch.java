package org.lianpian.ingest.estate;

import org.jspecify.annotations.Nullable;
import org.lianpian.model.Community;

/**
 * A community of the dataset that may be the estate of a row.
 *
 * @param metres the distance of the two, from edge to edge, or null when one has no position
 * @param sure whether nothing speaks against it: the same name, near or in the same sub-district,
 *     no contradicting number of households, and no other candidate
 * @param zh why, in Chinese
 * @param en the same in English
 */
public record EstateMatch(
    Community stored, @Nullable Double metres, boolean sure, String zh, String en) {}
