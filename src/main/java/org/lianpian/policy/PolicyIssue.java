package org.lianpian.policy;

/**
 * One thing wrong in the policy files, said so that it can be mended.
 *
 * @param code stable, for example {@code policy.unknown-key}
 * @param file relative to the policy directory, for example {@code 350100/fuzhou-2021.yml}
 * @param path of the value within the file, for example {@code /parameters/riverside.distance}; may
 *     be empty
 */
public record PolicyIssue(String code, String file, String path, String zh, String en) {

  @Override
  public String toString() {
    return file + (path.isEmpty() ? "" : " " + path) + ": " + zh + " / " + en;
  }
}
