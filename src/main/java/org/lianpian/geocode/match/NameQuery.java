package org.lianpian.geocode.match;

/**
 * What is known of the estate that is looked for; any text but one of name and address may be
 * empty.
 *
 * @param name its name as written
 * @param district the district column
 * @param address its address as written
 */
public record NameQuery(String name, String district, String address) {}
