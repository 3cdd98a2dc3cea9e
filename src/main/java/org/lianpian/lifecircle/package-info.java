/**
 * Life circles (生活圈, FZ-06): what residents reach on foot within 5, 10 and 15 minutes, and which
 * services are missing there (FZ-05, PY-22).
 *
 * <p>Entry points: {@link org.lianpian.lifecircle.WalkingNetwork} makes the network of the roads
 * one may walk on; {@link org.lianpian.lifecircle.LifeCircles} answers for one place at a time.
 * Rivers and railways are passed only where a road passes them. Without a road nearby the answer is
 * a buffer by straight distance and says so.
 */
@NullMarked
package org.lianpian.lifecircle;

import org.jspecify.annotations.NullMarked;
