package org.lianpian.model;

import java.time.Instant;

/**
 * Who changes something, when and why; kept with every change.
 *
 * @param actor the person or job
 * @param reason what was done, in words for people
 * @param at the instant, from the caller's clock
 */
public record ChangeContext(String actor, String reason, Instant at) {}
