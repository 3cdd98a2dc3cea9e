package org.lianpian.ingest.source;

/**
 * A remark about a file or layer that asks for no decision: what was detected, skipped, dropped.
 */
public record Notice(String code, String zh, String en) {}
