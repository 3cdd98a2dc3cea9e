package org.lianpian.wallmap;

/**
 * A class of the legend.
 *
 * @param code its code; the empty one stands for communities without an answer
 * @param label its name in the language of the map
 */
public record MapClass(String code, String label) {}
