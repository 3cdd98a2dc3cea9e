/**
 * The HTTP API of the map: one resource class per resource, over the ports and use cases below.
 *
 * <p>A handler parses its request, calls one method and formats the answer. Errors are {@link
 * org.lianpian.http.Problem problem documents} (RFC 9457) in Chinese and English. Entry point:
 * {@link org.lianpian.http.HttpApi}.
 */
@NullMarked
package org.lianpian.http;

import org.jspecify.annotations.NullMarked;
