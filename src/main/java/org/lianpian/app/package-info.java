/**
 * Puts the program together: start-up configuration and the one composition root.
 *
 * <p>{@link org.lianpian.app.Config} is what the operator decides, {@link
 * org.lianpian.app.Components} calls the constructors.
 */
@NullMarked
package org.lianpian.app;

import org.jspecify.annotations.NullMarked;
