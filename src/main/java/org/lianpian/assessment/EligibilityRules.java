package org.lianpian.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lianpian.policy.Citation;
import org.lianpian.policy.ParameterValue;
import org.lianpian.policy.PolicyProfile;

/** The scope rules of one profile on one day. */
record EligibilityRules(PolicyProfile profile, LocalDate on) {

  boolean has(String key) {
    return profile.find(key, on).isPresent();
  }

  /** Tells whether the profile says yes; silence is no. */
  boolean says(String key) {
    return profile
        .find(key, on)
        .map(ParameterValue::value)
        .filter(Boolean.TRUE::equals)
        .isPresent();
  }

  List<String> texts(String key) {
    return profile.texts(key, on);
  }

  double number(String key) {
    return profile.number(key, on);
  }

  /** Returns the citations of those keys that have a value. */
  List<Citation> citations(String... keys) {
    List<Citation> citations = new ArrayList<>();
    for (String key : keys) {
      profile.find(key, on).map(ParameterValue::citation).ifPresent(citations::add);
    }
    return citations;
  }
}
