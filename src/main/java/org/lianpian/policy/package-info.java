/**
 * What each jurisdiction's documents say, as dated data: profiles in {@code data/policy}.
 *
 * <p>A number fixed by a document lives in a profile with its validity dates, document number and
 * clause, never in Java. Code asks {@link org.lianpian.policy.PolicyProfile} for a value on a date;
 * a missing value is an error that names the jurisdiction, the parameter and the date.
 */
@NullMarked
package org.lianpian.policy;

import org.jspecify.annotations.NullMarked;
