/**
 * Applies one policy profile to one community: the only package that joins the analyses.
 *
 * <p>{@link org.lianpian.assessment.EligibilityAssessor} tells whether a community may enter the
 * programme (范围认定): 符合, 不符合 or 待核, with every reason and its clause.
 */
@NullMarked
package org.lianpian.assessment;

import org.jspecify.annotations.NullMarked;
