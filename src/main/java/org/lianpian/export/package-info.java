/**
 * Writes features for other programs: GeoJSON in longitude and latitude, CSV for office software.
 *
 * <p>Entry points: {@link org.lianpian.export.GeoJson} and {@link org.lianpian.export.CsvExport}.
 */
@NullMarked
package org.lianpian.export;

import org.jspecify.annotations.NullMarked;
