package org.lianpian.geocode.match;

/**
 * One name of an estate, ready to be compared.
 *
 * @param estate the number of its estate
 * @param alias whether it is not its first name
 * @param units the name
 * @param weights the weight of each unit
 * @param total the sum of the weights
 */
record KnownName(int estate, boolean alias, NameUnits units, float[] weights, float total) {}
