package org.lianpian.geocode;

import org.lianpian.model.Place;

/**
 * A place whose name answers to a queried one; its phase may still differ.
 *
 * @param phase the phase in the place's name or alias, or empty
 */
public record NameHit(Place place, String phase, NameQuality quality) {}
