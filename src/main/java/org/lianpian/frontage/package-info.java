/**
 * Riverside first row (临河第一排, 榕政办〔2021〕60号: 城区河道两岸50米内第一排住宅小区).
 *
 * <p>No published algorithm says what "first row" is; this is our definition. L is the bank line of
 * a river. A point p on the outer boundary of a unit looks at its nearest bank point π(p); it is
 * <em>exposed</em> when |pπ(p)| is at most the policy's distance and nothing stands in between. The
 * <em>frontage</em> W is the length of the boundary that turns to the bank, weighted by the cosine
 * between its normal and the sight line; the <em>exposed frontage</em> E is its exposed part; the
 * share F = E / W decides. Side walls count about zero, a boundary on or in the water counts in
 * full.
 *
 * <p>A unit is measured twice: as a parcel among parcels (小区 stands behind 小区) and by its buildings
 * among all buildings. Both are reported, and which one decides is stated.
 *
 * <p>Start at {@link org.lianpian.frontage.FrontageClassifier} and {@link
 * org.lianpian.frontage.FrontageVerdicts}. {@link org.lianpian.frontage.BankLines} makes bank lines
 * of rivers, {@link org.lianpian.frontage.FrontageRun} asks about every unit, and two engines
 * measure a unit against a river: {@link org.lianpian.frontage.ExactFrontageClassifier} in closed
 * form ({@link org.lianpian.frontage.sight}), and {@link
 * org.lianpian.frontage.SampledFrontageClassifier} by dense samples, as its oracle.
 */
@NullMarked
package org.lianpian.frontage;

import org.jspecify.annotations.NullMarked;
