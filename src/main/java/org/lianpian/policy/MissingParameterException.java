package org.lianpian.policy;

import java.time.LocalDate;

/** A profile has no value for a parameter on a day; a rule must not go on without it. */
public final class MissingParameterException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MissingParameterException(String profile, String key, LocalDate on) {
    super("Profile " + profile + " has no value for " + key + " on " + on);
  }
}
