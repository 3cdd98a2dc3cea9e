/**
 * The drainage network as arrays: fast to build, to trace and to judge, for a city of a million
 * pipes.
 *
 * <p>A {@link org.lianpian.sewer.network.PipeSurvey} takes nodes and pipes as they were surveyed;
 * {@link org.lianpian.sewer.network.PipeNetwork} joins and directs them and keeps them as
 * compressed sparse rows, outgoing and incoming. Nodes and pipes are numbers from 0 here; their ids
 * order what would otherwise be a tie. {@link org.lianpian.sewer.network.FlowSearch} traces, {@link
 * org.lianpian.sewer.network.RouteSearch} traces with what the water has passed, {@link
 * org.lianpian.sewer.network.Outcomes} knows for every node at once where sewage ends, and {@link
 * org.lianpian.sewer.network.RepairSearch} finds the fewest repairs to a plant.
 *
 * <p>No geometry type is used here. Metres and levels are doubles, unknown is NaN.
 */
@NullMarked
package org.lianpian.sewer.network;

import org.jspecify.annotations.NullMarked;
