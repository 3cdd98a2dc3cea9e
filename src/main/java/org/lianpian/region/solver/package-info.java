/**
 * Solves the packaging problem on plain arrays (max-p regionalization with minimum and maximum).
 *
 * <p>A {@link org.lianpian.region.solver.PackageProblem} has areas with neighbours, sizes with
 * bounds, dissimilarities, positions and locks; {@link org.lianpian.region.solver.PackageSolver}
 * groups the areas into contiguous packages and leaves as few over as it can, with a {@link
 * org.lianpian.region.solver.Certificate} of how good that is. Nothing here knows geometry, stores
 * or files.
 *
 * <p>Terms: a <i>node</i> is an area, or areas that must stay together; a <i>component</i> is a
 * connected part of the graph of nodes; a <i>part</i> is a package while it is being made. Nodes
 * are kept in the order of their ids, random numbers depend on the job's seed and the smallest id
 * of the component, and effort is counted in steps: so an answer depends on neither the order of
 * the input nor the number of threads nor the machine.
 */
@NullMarked
package org.lianpian.region.solver;

import org.jspecify.annotations.NullMarked;
