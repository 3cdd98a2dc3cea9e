package org.lianpian.model;

import org.locationtech.jts.geom.Geometry;

/**
 * One thing to draw on the map as evidence of a verdict.
 *
 * @param role what it shows, a stable code that the map styles: {@code sight}, {@code bank}, {@code
 *     blocker}, {@code exposed}, {@code trace}, {@code break}, {@code hookup}, {@code barrier},
 *     {@code connector}, {@code overlap}, {@code candidate}
 * @param zh the Chinese label
 * @param en the English label
 * @param geometry in the dataset's CRS
 */
public record EvidenceShape(String role, String zh, String en, Geometry geometry) {}
