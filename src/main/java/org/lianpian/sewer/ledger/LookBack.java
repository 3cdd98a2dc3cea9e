package org.lianpian.sewer.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Community;
import org.lianpian.sewer.CommunityStatus;
import org.lianpian.sewer.DrainageStatus;

/** Lists finished projects that are not separated and connected (回头看名单, SM-30, US-E08). */
public final class LookBack {

  /**
   * A project to look at again.
   *
   * @param days since its acceptance; null when nobody recorded the date
   */
  public record Candidate(Community community, CommunityStatus status, @Nullable Long days) {}

  private LookBack() {}

  /**
   * Returns the candidates, the longest accepted first, those without a date last; ties by id.
   *
   * @param since the first day of acceptance that counts, or null for all
   * @param on the day from which days are counted
   */
  public static List<Candidate> candidates(
      Collection<Community> communities,
      Collection<CommunityStatus> statuses,
      @Nullable LocalDate since,
      LocalDate on) {
    Map<String, CommunityStatus> byId = new HashMap<>();
    statuses.forEach(status -> byId.put(status.communityId(), status));
    List<Candidate> candidates = new ArrayList<>();
    for (Community community : communities) {
      CommunityStatus status = byId.get(community.id());
      if (status != null && isOpen(status.status()) && isFinished(community, since)) {
        LocalDate accepted = community.acceptedOn();
        candidates.add(
            new Candidate(
                community,
                status,
                accepted == null ? null : ChronoUnit.DAYS.between(accepted, on)));
      }
    }
    candidates.sort(
        Comparator.comparing(
                (Candidate one) -> one.days(), Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(one -> one.community().id()));
    return candidates;
  }

  private static boolean isOpen(DrainageStatus status) {
    return status != DrainageStatus.SEPARATED_CONNECTED && status != DrainageStatus.NOT_APPLICABLE;
  }

  /** A year alone says that it was renovated; it counts when some day of it may count. */
  private static boolean isFinished(Community community, @Nullable LocalDate since) {
    LocalDate accepted = community.acceptedOn();
    if (accepted != null) {
      return since == null || !accepted.isBefore(since);
    }
    Integer year = community.renovatedYear();
    return year != null && (since == null || year >= since.getYear());
  }
}
