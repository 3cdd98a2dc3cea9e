package org.lianpian.region;

import org.lianpian.model.Progress;

/**
 * Joins units into packages.
 *
 * <p>Every package has at least two members, all of them candidates, hangs together along usable
 * edges and keeps the limits. The plan depends on the input's content only, not on its order, nor
 * on the machine. Thread-safe.
 */
public interface Regionalizer {

  /**
   * @throws IllegalArgumentException when two units have the same id
   */
  PackagePlan plan(PackagingInput input, PackagingParameters parameters, Progress progress);
}
