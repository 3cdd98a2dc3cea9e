package org.lianpian.ingest.source;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to read a file.
 *
 * @param encoding the character set of its texts, or null to detect it
 * @param limits bounds
 * @param workDirectory an empty directory for unpacked archives; its owner deletes it
 */
public record ReadOptions(@Nullable Charset encoding, ImportLimits limits, Path workDirectory) {}
