/**
 * Reads what people write into cells: numbers with units, years of construction, dates, codes.
 *
 * <p>Every parser takes the text of one cell and returns a {@link
 * org.lianpian.ingest.value.Parsed}: a value, and when there is any doubt a {@link
 * org.lianpian.ingest.value.Finding} in Chinese and English. Nothing is guessed silently. {@link
 * org.lianpian.ingest.value.ValueParsers} picks the parser for a property.
 */
@NullMarked
package org.lianpian.ingest.value;

import org.jspecify.annotations.NullMarked;
