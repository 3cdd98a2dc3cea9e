package org.lianpian.wallmap;

import org.locationtech.jts.geom.Geometry;

/** An area of the plan with its outline in the dataset's CRS. */
public record MappedArea(String name, Geometry outline) {}
