/**
 * Keeps a dataset in one GeoPackage file, for a single planner without a server.
 *
 * <p>The file is an OGC GeoPackage 1.3 that QGIS and GDAL open as it is: one layer per feature type
 * with a Chinese title, an R-tree each, properties with their Chinese names. Start at {@link
 * org.lianpian.store.geopackage.GeoPackageFeatureStore}.
 *
 * <p>Source: OGC 12-128r17, GeoPackage Encoding Standard 1.3.
 */
@NullMarked
package org.lianpian.store.geopackage;

import org.jspecify.annotations.NullMarked;
