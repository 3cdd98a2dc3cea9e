/**
 * Brings files into a dataset: looks, checks, and only then writes, all or nothing.
 *
 * <p>{@link org.lianpian.ingest.Importer} is the entry point. It opens a file as layers ({@link
 * org.lianpian.ingest.source}), recognises what each layer holds ({@link
 * org.lianpian.ingest.LayerRole}), maps its columns ({@link org.lianpian.ingest.ColumnMapping}),
 * and turns rows into features, reading cells with {@link org.lianpian.ingest.value}. What is
 * doubtful becomes a {@link org.lianpian.ingest.source.RowIssue} with its cell, in Chinese and
 * English; the source's own texts are kept with every feature.
 *
 * <p>What a person decides is an {@link org.lianpian.ingest.ImportOptions}: for each layer its
 * role, columns, CRS, datum and the {@link org.lianpian.ingest.Proposal}s that are accepted. Its
 * words are kept in the history and with the features ({@link org.lianpian.ingest.Choices}); what
 * does not fit the file is a {@link org.lianpian.ingest.source.ChoiceException}.
 *
 * <p>Ids, so that the same file imported again changes nothing: the source's own id column where it
 * has one (编号, id, osm_id; OSM objects are {@code osm-w123}); else an id derived from what
 * identifies the row, see {@link org.lianpian.ingest.FeatureIds}.
 */
@NullMarked
package org.lianpian.ingest;

import org.jspecify.annotations.NullMarked;
