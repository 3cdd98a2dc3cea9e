package org.lianpian.sewer;

/**
 * A road or a watercourse that a new pipe would have to cross.
 *
 * @param type {@code road} or {@code watercourse}
 * @param name may be empty
 */
public record Crossing(String type, String id, String name) {}
