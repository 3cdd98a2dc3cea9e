/**
 * The command line. {@link org.lianpian.cli.Cli} lists the commands; each is a class of its own.
 *
 * <p>Exit codes: 0 done, 1 our failure, 2 a mistake of the caller or bad data, with what, where and
 * how to mend it. Answers go to standard output, everything else to standard error.
 */
@NullMarked
package org.lianpian.cli;

import org.jspecify.annotations.NullMarked;
