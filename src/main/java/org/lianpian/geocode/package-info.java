/**
 * Finds where an old residential community lies from its name and address, offline (空间定位).
 *
 * <p>A text is normalised ({@link org.lianpian.geocode.text.AddressNormaliser}), taken apart into
 * components that keep their offsets in the raw text ({@link org.lianpian.geocode.AddressParser}),
 * and compared with the places and administrative units of a {@link
 * org.lianpian.geocode.Gazetteer}. Every candidate carries its reasons with weights. The answer is
 * a {@link org.lianpian.geocode.GeocodeResult}: one place, several that only a person can tell
 * apart, or none; a look-alike is never taken for the place itself, and "nearby" is never a
 * position.
 *
 * <p>Start at {@link org.lianpian.geocode.StructuredGeocoder}; {@link
 * org.lianpian.geocode.LocationVerdicts} turns its answers into verdicts.
 */
@NullMarked
package org.lianpian.geocode;

import org.jspecify.annotations.NullMarked;
