package org.lianpian.sewer;

/** A change to a network that somebody thinks about. */
public sealed interface NetworkChange {

  /** Lets a pipe flow the other way than it is taken to. */
  record Flip(String reachId) implements NetworkChange {}

  /** Lays a sewage pipe in a straight line from one node to another. */
  record Connect(String fromNodeId, String toNodeId) implements NetworkChange {}

  /** Takes a pipe away. */
  record Delete(String reachId) implements NetworkChange {}
}
