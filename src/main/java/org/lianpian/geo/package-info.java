/**
 * Coordinate reference systems, datums and clean geometry.
 *
 * <p>Inside the program a geometry is planar: projected metres in the dataset's CRS, x = easting, y
 * = northing. Longitude and latitude live at the edges only (reading, writing, tiles, the API), and
 * always in that order. Distances are never measured in degrees or in EPSG:3857.
 *
 * <p>Start at {@link org.lianpian.geo.Crs} and {@link org.lianpian.geo.Reprojector}; on the way in,
 * {@link org.lianpian.geo.CoordinateInspector} and {@link org.lianpian.geo.GeometryRepair} find
 * what is wrong and propose, and {@link org.lianpian.geo.Datum} undoes the shifts of online maps.
 */
@NullMarked
package org.lianpian.geo;

import org.jspecify.annotations.NullMarked;
