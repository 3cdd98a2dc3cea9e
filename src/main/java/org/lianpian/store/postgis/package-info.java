/**
 * Keeps a dataset in a schema of a PostGIS database, for several people at once.
 *
 * <p>Start at {@link org.lianpian.store.postgis.PostgisFeatureStore}.
 */
@NullMarked
package org.lianpian.store.postgis;

import org.jspecify.annotations.NullMarked;
