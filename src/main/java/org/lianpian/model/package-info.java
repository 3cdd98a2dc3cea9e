/**
 * The features of a dataset and the port that stores them.
 *
 * <p>Each entity is a record that implements {@link org.lianpian.model.Feature}. Its {@link
 * org.lianpian.model.FeatureType} lists its properties once, with Chinese and English titles; the
 * stores, the importer, the exporter and the tiles all read that list, so that a new property is
 * added in one place. {@link org.lianpian.model.FeatureStore} keeps features with their history.
 */
@NullMarked
package org.lianpian.model;

import org.jspecify.annotations.NullMarked;
