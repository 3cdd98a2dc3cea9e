/**
 * Packages of small, scattered communities that are renewed together (成片连片改造).
 *
 * <p>The documents ask to join adjacent, near, small communities (FZ-04, FZ-31) into areas or road
 * blocks that are easy to manage (PY-30). A {@link org.lianpian.region.PackagingUnit} is a
 * community or a scattered building; a {@link org.lianpian.region.Barrier} is a river, railway or
 * large road; the {@link org.lianpian.region.ContiguityGraph} has an edge where two units are near
 * and nothing separates them; a {@link org.lianpian.region.Regionalizer} cuts the graph into {@link
 * org.lianpian.region.WorkPackage}s within bounds and says of every unit that is left over why. A
 * {@link org.lianpian.region.PlanDraft} is what the planner makes of the proposal by hand; {@link
 * org.lianpian.region.PlanService} keeps its revisions, {@link org.lianpian.region.PlanScenarios}
 * its variants.
 *
 * <p>Geometries are planar, metres, in the dataset's CRS. Nothing here depends on the order of the
 * input, on a clock or on chance. An unknown number of households is never zero: sums say how many
 * are missing.
 */
@NullMarked
package org.lianpian.region;

import org.jspecify.annotations.NullMarked;
