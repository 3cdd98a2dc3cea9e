/**
 * What the two stores have in common: how a feature becomes columns, how changes are found, how one
 * store is copied into another.
 *
 * <p>Tables follow from {@link org.lianpian.model.FeatureType}: one table per type, one column per
 * property, by {@link org.lianpian.store.FeatureTable}. A row also carries its version and the
 * revision (who, when, why) that wrote it, so that an insertion needs no second row; when a row is
 * changed or deleted its last state moves to the table {@code lianpian_history}. {@link
 * org.lianpian.store.SqlFeatureStore} reads, {@link org.lianpian.store.SqlWriter} writes, and the
 * two stores add what differs between SQLite and PostgreSQL.
 *
 * <p>{@link org.lianpian.store.StoreCopier} moves a dataset from one store to the other and proves
 * by checksums that nothing was lost.
 */
@NullMarked
package org.lianpian.store;

import org.jspecify.annotations.NullMarked;
