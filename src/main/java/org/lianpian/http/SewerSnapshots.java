package org.lianpian.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.http.MapSnapshot.MapContent;
import org.lianpian.model.Progress;
import org.lianpian.sewer.BreakRanking;
import org.lianpian.sewer.BreakRanking.RankedBreak;
import org.lianpian.sewer.CommunityStatus;
import org.lianpian.sewer.NetworkChange;
import org.lianpian.sewer.NetworkConnectionAssessor;
import org.lianpian.sewer.SewerInput;
import org.lianpian.sewer.SewerParameters;
import org.lianpian.sewer.WhatIf;
import org.lianpian.sewer.trace.NetworkQueries;

/**
 * Keeps the network of the latest data, joined once; made anew when data or answers change, not
 * when only the plan does. Thread-safe; whoever asks first after a change waits for it.
 */
final class SewerSnapshots {
  private final HttpServices services;
  private final MapSnapshots snapshots;
  private @Nullable MapContent content;
  private @Nullable SewerSnapshot latest;

  SewerSnapshots(HttpServices services, MapSnapshots snapshots) {
    this.services = services;
    this.snapshots = snapshots;
  }

  synchronized SewerSnapshot current() {
    MapContent now = snapshots.current().content();
    SewerSnapshot known = latest;
    if (known == null || content != now) {
      SewerParameters parameters = SewerParameters.from(services.profile(), services.on());
      known = new SewerSnapshot(SewerInput.read(services.store(), parameters));
      latest = known;
      content = now;
    }
    return known;
  }

  /** The network of one state of the data with what is worked out of it on request. */
  static final class SewerSnapshot {
    private final NetworkQueries queries;
    private @Nullable List<RankedBreak> breaks;
    private @Nullable WhatIf whatIf;
    private @Nullable List<CommunityStatus> statuses;

    SewerSnapshot(SewerInput input) {
      queries = new NetworkQueries(input);
    }

    NetworkQueries queries() {
      return queries;
    }

    SewerInput input() {
      return queries.input();
    }

    /** Returns what cuts communities off, most households first. */
    synchronized List<RankedBreak> breaks() {
      List<RankedBreak> known = breaks;
      if (known == null) {
        known =
            BreakRanking.of(
                new NetworkConnectionAssessor().assess(input(), Progress.NONE),
                input().communities());
        breaks = known;
      }
      return known;
    }

    /** Returns the status of every community. */
    synchronized List<CommunityStatus> statuses() {
      List<CommunityStatus> known = statuses;
      if (known == null) {
        known = queries.statuses();
        statuses = known;
      }
      return known;
    }

    /** Says who would change; nothing is saved. */
    synchronized List<WhatIf.Difference> apply(List<NetworkChange> changes) {
      WhatIf known = whatIf;
      if (known == null) {
        known = new WhatIf(input());
        whatIf = known;
      }
      return known.apply(changes);
    }
  }
}
