/**
 * Texts of addresses and names brought to one form: {@link
 * org.lianpian.geocode.text.AddressNormaliser} keeps where each character came from, {@link
 * org.lianpian.geocode.text.Han} knows how a character sounds and how it is written in simplified
 * form.
 */
@NullMarked
package org.lianpian.geocode.text;

import org.jspecify.annotations.NullMarked;
