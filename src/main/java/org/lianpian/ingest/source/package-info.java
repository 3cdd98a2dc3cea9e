/**
 * Opens files of many formats as layers of rows, without judging what the rows mean.
 *
 * <p>A {@link org.lianpian.ingest.source.SourceReader} recognises a file by its content and opens
 * it as {@link org.lianpian.ingest.source.SourceLayer}s: a sheet, a table, a shapefile, the
 * buildings of an OSM extract. A layer streams {@link org.lianpian.ingest.source.SourceFeature}s:
 * the texts of a row under their own column names, and a geometry in the layer's own CRS. All
 * readers are listed in {@link org.lianpian.ingest.source.SourceReaders}; a new format is added
 * there. Files are hostile until read: sizes, entities and archive paths are bounded by {@link
 * org.lianpian.ingest.source.ImportLimits}.
 */
@NullMarked
package org.lianpian.ingest.source;

import org.jspecify.annotations.NullMarked;
