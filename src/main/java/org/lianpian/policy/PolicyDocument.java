package org.lianpian.policy;

import java.time.LocalDate;

/**
 * A document that a profile cites (政策文件).
 *
 * @param id the short name that references in profiles use, for example {@code FZ60}
 * @param number for example {@code 榕政办〔2021〕60号}
 * @param date the day of issue
 */
public record PolicyDocument(
    String id, String number, String title, String issuer, LocalDate date) {}
