package org.lianpian.sewer;

import org.lianpian.sewer.network.JoinMethod;

/**
 * The joint of a pipe end and a node.
 *
 * @param metres how far the line's end lies from the node; 0 when either has no position
 */
public record Joint(String nodeId, JoinMethod method, double metres) {}
