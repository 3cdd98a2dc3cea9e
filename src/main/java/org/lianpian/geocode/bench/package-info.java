/**
 * Measures the matcher of estates on real and on corrupted names, split by city: what is fitted on
 * some cities is measured on the others. Start at {@link org.lianpian.geocode.bench.Trial}.
 */
@NullMarked
package org.lianpian.geocode.bench;

import org.jspecify.annotations.NullMarked;
