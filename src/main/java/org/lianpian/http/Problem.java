package org.lianpian.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * An error as RFC 9457 says it, with the same words in both languages.
 *
 * @param type a stable code, for example {@code not-found}
 * @param detail the Chinese text, which says what is wrong and how to mend it
 * @param requestId finds the request in the log
 * @param difference what others changed meanwhile, for a conflict; absent when empty
 * @param at the choice that the problem is about, so that it can be shown there; absent when empty
 */
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String requestId,
    String zh,
    String en,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> at,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, ?> difference) {}
