package org.lianpian.region;

/** What an edit of a plan comes to: done, or refused with a reason. */
public sealed interface PlanEditResult permits PlanEdit, PlanEditRefused {}
