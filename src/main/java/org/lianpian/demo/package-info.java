/**
 * Generates a believable river town as demonstration data (示意数据) with its truths.
 *
 * <p>The setting is Sanyuan (三元区, 350404; EPSG:4548). Names of sub-districts and neighbourhoods are
 * those of the district's own plan (SY-A); every estate, road, pipe and number is invented, and the
 * dataset says so ({@link org.lianpian.model.Dataset#synthetic}). A <em>town</em> holds about 200
 * communities on the two banks of a river; larger datasets repeat towns eastwards along the valley
 * and then in further valleys, with numbered names. Towns are made one after the other, each from
 * its own seed, so memory does not grow with their number.
 *
 * <p>Faults are <em>planted</em>: the generator knows from construction which estate stands in the
 * first row, which sewer is broken where, and which ledger row means which community. {@link
 * org.lianpian.demo.DemoTruth} carries that knowledge; analyses are scored against it and never
 * consulted for it.
 *
 * <p>Inside a town, places are named by {@code u}, metres along the valley, and {@code offset},
 * metres from the bank; {@link org.lianpian.demo.Valley} maps them to eastings and northings.
 *
 * <p>Entry points: {@link org.lianpian.demo.DemoTown}, {@link org.lianpian.demo.DemoParameters}.
 */
@NullMarked
package org.lianpian.demo;

import org.jspecify.annotations.NullMarked;
