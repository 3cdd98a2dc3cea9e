/**
 * Questions that people ask of one drainage network: what drains here, where does it go, does it
 * reach the plant, what lies between two places (US-E06).
 *
 * <p>Start at {@link org.lianpian.sewer.trace.NetworkQueries}; {@link
 * org.lianpian.sewer.trace.TraceReport} turns its answers into trees and shapes.
 */
@NullMarked
package org.lianpian.sewer.trace;

import org.jspecify.annotations.NullMarked;
