package org.lianpian.sewer;

/**
 * Sewage that gets into storm water (混接).
 *
 * @param nodeId where the sewage enters the network
 * @param entry where it first meets a storm drain, or the river
 * @param end the branch by which it goes on
 */
public record Misconnection(
    String nodeId, OutletConnection connection, SewerBreak entry, TraceTerminal end) {}
