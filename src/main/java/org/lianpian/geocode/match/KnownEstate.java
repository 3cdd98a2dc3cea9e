package org.lianpian.geocode.match;

import java.util.List;

/**
 * An estate of the gazetteer, ready to be compared.
 *
 * @param estate as the gazetteer has it
 * @param core its normalised name
 * @param district the number of its district, or -1
 * @param address its normalised address
 * @param roads the roads that its address, or else its name, says
 * @param pairs hashes of the address's pairs of characters, sorted
 */
record KnownEstate(
    Estate estate, String core, int district, String address, List<RoadHint> roads, int[] pairs) {}
