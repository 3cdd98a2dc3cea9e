/**
 * Sewer connection (雨污分流 · 并网接驳): is the sewage of a community really separated and connected
 * through to the treatment plant, and if not, where is the break?
 *
 * <p>{@link org.lianpian.sewer.network} joins surveyed pipe ends to nodes, gives each pipe its
 * direction, with what each rests on, and follows all branches. A {@link
 * org.lianpian.sewer.ConnectionAssessor} judges each sewage outlet (接户井) by the set of all
 * terminals that it reaches, then the community by its worst outlet and its balcony risers (阳台立管,
 * NL-06). Three axes are kept apart: separation, connection, and evidence. The eight display codes
 * are {@link org.lianpian.sewer.DrainageStatus}. Unknown is never connected.
 *
 * <p>Start at {@link org.lianpian.sewer.NetworkConnectionAssessor}, whose oracle is the {@link
 * org.lianpian.sewer.PlainConnectionAssessor}; {@link org.lianpian.sewer.DrainageModel} answers
 * single questions, {@link org.lianpian.sewer.StatusPass} gives a whole city its statuses, {@link
 * org.lianpian.sewer.SewerVerdicts} words them.
 */
@NullMarked
package org.lianpian.sewer;

import org.jspecify.annotations.NullMarked;
