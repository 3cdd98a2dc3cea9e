package org.lianpian.sewer.network;

/**
 * A repair on the way to a plant.
 *
 * @param node where water meets the fault
 * @param pipe the pipe at fault, or -1
 * @param otherNode the other side of a gap, or -1
 * @param metres the length of the pipe, the width of the gap, or 0
 */
public record Repair(BreakType type, int node, int pipe, int otherNode, double metres) {}
