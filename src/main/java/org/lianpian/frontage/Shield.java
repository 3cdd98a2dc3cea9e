package org.lianpian.frontage;

import org.locationtech.jts.geom.Geometry;

/**
 * Something that stands between a unit and the bank.
 *
 * @param id of the community (parcel mode) or building (building mode)
 * @param label its name, or its id when it has none
 * @param hiddenMetres the frontage it hides, alone or together with others, cosine-weighted
 */
public record Shield(String id, String label, double hiddenMetres, Geometry geometry) {}
