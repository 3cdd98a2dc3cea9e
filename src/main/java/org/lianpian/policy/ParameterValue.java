package org.lianpian.policy;

import org.jspecify.annotations.Nullable;

/**
 * What a parameter is from one day on.
 *
 * @param value a Boolean, Integer, Double, String, List or Map as read from the profile; null when
 *     the documents leave it open
 * @param citation where the value comes from
 */
public record ParameterValue(@Nullable Object value, Citation citation) {}
