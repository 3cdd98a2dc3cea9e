/**
 * Exact lines of sight from the outline of a unit to its nearest bank, on plain numbers.
 *
 * <p>Each edge of an outline (a <em>facade</em>) is looked at in its own frame: t along the edge
 * from 0 to its length, h outwards. The squared distance from the facade to a bank segment or to a
 * bank vertex is quadratic in t, so the nearest bank is the lower envelope of parabolas ({@link
 * org.lianpian.frontage.sight.NearestEnvelope}), with its breaks at roots in closed form. Over one
 * piece of the envelope the sight lines are either parallel (to a segment) or meet in a point (a
 * vertex). Such a {@link org.lianpian.frontage.sight.SightField} maps an edge that stands in the
 * way to an interval of t; what is left after all intervals are taken away is in sight, and the
 * cosine-weighted length of it is again a closed form.
 *
 * <p>Start at {@link org.lianpian.frontage.sight.SightMeter}. All coordinates are planar metres, x
 * to the east and y to the north; the one tolerance is {@link
 * org.lianpian.frontage.sight.SightMeter#TOLERANCE_METRES}.
 */
@NullMarked
package org.lianpian.frontage.sight;

import org.jspecify.annotations.NullMarked;
