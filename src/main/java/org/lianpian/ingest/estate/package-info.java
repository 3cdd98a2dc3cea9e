/**
 * Communities that several sources bring (B-38): found by name, distance, households and
 * sub-district, merged by a person's decision with the values of each source kept, and taken apart
 * again exactly. Entry points: {@link org.lianpian.ingest.estate.EstateIndex}, {@link
 * org.lianpian.ingest.estate.EstateMerges}.
 */
@NullMarked
package org.lianpian.ingest.estate;

import org.jspecify.annotations.NullMarked;
