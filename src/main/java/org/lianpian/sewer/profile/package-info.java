/**
 * The longitudinal section (纵断面) of a way through the network: ground, invert, diameter, slope,
 * adverse stretches, the break; as data and as a drawing to scale.
 *
 * <p>Start at {@link org.lianpian.sewer.profile.LongitudinalProfile}; {@link
 * org.lianpian.sewer.profile.ProfileDrawing} draws it. Levels that nobody measured stay unknown and
 * are drawn as gaps.
 */
@NullMarked
package org.lianpian.sewer.profile;

import org.jspecify.annotations.NullMarked;
