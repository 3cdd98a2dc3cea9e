package org.lianpian.region;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The package nearest to a unit (US-P13).
 *
 * @param member the package's member that is nearest
 * @param barrier what lies between, or null
 */
public record NearestPackage(
    String packageId,
    String member,
    double gapMetres,
    @Nullable Barrier barrier,
    Geometry connector) {}
