package org.lianpian.store;

import java.util.List;
import org.lianpian.model.WriteCounts;

/** What a copy did, and whether both sides now hold the same, type by type. */
public record CopyReport(List<TypeCopy> types) {

  public CopyReport {
    types = List.copyOf(types);
  }

  /**
   * One feature type.
   *
   * @param type the name of the feature type
   * @param counts what was written to the target
   * @param sourceCount features in the source
   * @param targetCount features in the target afterwards
   * @param sourceChecksum SHA-256 in hex over all features of the source, sorted by id
   * @param targetChecksum the same of the target afterwards
   */
  public record TypeCopy(
      String type,
      WriteCounts counts,
      long sourceCount,
      long targetCount,
      String sourceChecksum,
      String targetChecksum) {

    /** Tells whether both sides hold the same features. */
    public boolean matches() {
      return sourceCount == targetCount && sourceChecksum.equals(targetChecksum);
    }
  }

  /** Tells whether both sides hold the same features of every type. */
  public boolean matches() {
    return types.stream().allMatch(TypeCopy::matches);
  }

  /** Returns the sum of what was written. */
  public WriteCounts counts() {
    return types.stream().map(TypeCopy::counts).reduce(WriteCounts.NONE, WriteCounts::plus);
  }
}
