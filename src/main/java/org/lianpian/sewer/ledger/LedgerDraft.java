package org.lianpian.sewer.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.ConnectionEvidence;
import org.lianpian.model.LedgerStep;

/** What somebody wants to enter; see {@link org.lianpian.model.LedgerEntry}. */
public record LedgerDraft(
    LedgerStep step,
    LocalDate enteredOn,
    String unit,
    String role,
    String person,
    @Nullable ConnectionEvidence evidence,
    @Nullable Boolean passed,
    @Nullable LocalDate dueOn,
    String text) {}
