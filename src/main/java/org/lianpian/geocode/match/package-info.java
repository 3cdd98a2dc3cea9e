/**
 * Finds the estate that is meant by a name which is written otherwise than in the gazetteer: with a
 * typing error, a homophone, a developer's name before it, in traditional characters.
 *
 * <p>{@link org.lianpian.geocode.match.EstateMatcher} looks candidates up in an inverted index of
 * sounds ({@link org.lianpian.geocode.match.SoundIndex}), aligns the names unit by unit ({@link
 * org.lianpian.geocode.match.Alignment}) and weighs the evidence linearly, so that every candidate
 * prints what each piece of it contributed. The confidence of the best is fitted on cities that are
 * not measured. Not finding is an answer: nothing is taken for a look-alike.
 */
@NullMarked
package org.lianpian.geocode.match;

import org.jspecify.annotations.NullMarked;
