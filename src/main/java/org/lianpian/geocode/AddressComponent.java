package org.lianpian.geocode;

/**
 * A piece of an address.
 *
 * @param kind what it is
 * @param text as written, the raw text from {@code start} to {@code end}
 * @param value normalised: {@code 新和路}, {@code 45}, {@code 2期}
 * @param start offset of its first character in the raw text
 * @param end offset after its last character
 */
public record AddressComponent(ComponentKind kind, String text, String value, int start, int end) {}
