package org.lianpian.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.ingest.EstatePair.Decision;
import org.lianpian.ingest.estate.EstateIndex;
import org.lianpian.ingest.estate.EstateMatch;
import org.lianpian.ingest.estate.EstateMerges;
import org.lianpian.ingest.source.ChoiceException;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.ingest.source.SourceFeature;
import org.lianpian.ingest.value.Finding;
import org.lianpian.ingest.value.ProposalKind;
import org.lianpian.ingest.value.Severity;
import org.lianpian.model.Community;
import org.lianpian.model.EstateMerge;
import org.lianpian.model.Feature;
import org.locationtech.jts.geom.Geometry;

/**
 * Joins the communities of a file with those that the dataset has of other sources, as a person
 * decided (B-38); one for each pass over a file, rows in their order.
 *
 * <p>A row whose id the dataset knows is no question: it is the same row again. One that was merged
 * before is merged again. One that may be an estate of another source waits until it is decided,
 * and is not written meanwhile.
 */
final class EstateLinks {
  /** So many pairs are shown in full; further ones are counted among the proposals. */
  static final int SHOWN_PAIRS = 500;

  private final EstateIndex index;
  private final Degrees degrees;
  private final int epsg;
  private final Set<String> claimed = new HashSet<>();
  private final Map<String, EstateMerge> records = new TreeMap<>();
  private final List<EstatePair> pairs = new ArrayList<>();

  EstateLinks(EstateIndex index, Crs crs) {
    this.index = index;
    this.degrees = new Degrees(crs);
    this.epsg = crs.epsg();
  }

  /** Returns what becomes of a row when the communities of the dataset are known. */
  @SuppressWarnings("unchecked") // a community's plan makes communities
  <T extends Feature> Outcome<T> apply(LayerPlan<T> plan, SourceFeature row, Outcome<T> outcome) {
    return plan.type() == Community.TYPE && outcome.feature() instanceof Community community
        ? (Outcome<T>) community(plan, row, (Outcome<Community>) outcome, community)
        : outcome;
  }

  private Outcome<Community> community(
      LayerPlan<?> plan, SourceFeature row, Outcome<Community> outcome, Community community) {
    String chosen = plan.decided().estates().get(row.row());
    Optional<EstateMerge> before = index.mergeOf(community.id());
    if (before.isPresent()) {
      EstateMerges.Merged again = EstateMerges.renew(before.get(), community, epsg);
      return merged(outcome, again, outcome.issues());
    }
    if (chosen == null && index.find(community.id()).isPresent()) {
      return outcome;
    }
    if (chosen != null && !chosen.isEmpty()) {
      EstateMatch match = new EstateMatch(chosen(plan, chosen), null, true, "人工指定", "stated");
      return decided(plan, row, outcome, community, match, Decision.MERGE);
    }
    List<EstateMatch> matches = index.match(community);
    if (matches.isEmpty()) {
      return outcome;
    }
    EstateMatch match = clear(plan, row, matches.get(0));
    Decision decision = chosen != null ? Decision.NEW : byCode(plan, match);
    return decided(plan, row, outcome, community, match, decision);
  }

  private Community chosen(LayerPlan<?> plan, String id) {
    return index
        .find(id)
        .orElseThrow(
            () ->
                new ChoiceException(
                    ChoiceException.Control.ESTATE,
                    plan.layer().name(),
                    id,
                    "数据集中没有编号为“" + id + "”的小区",
                    "the dataset has no community '" + id + "'"));
  }

  /** A second row for one community, or one of two rows of one name, is for a person to see. */
  private EstateMatch clear(LayerPlan<?> plan, SourceFeature row, EstateMatch match) {
    boolean first = claimed.add(match.stored().id());
    return first && !plan.ids().isSuspectedTwin(row)
        ? match
        : new EstateMatch(
            match.stored(),
            match.metres(),
            false,
            match.zh() + "，文件中另有一行指向同一小区",
            match.en() + "; another row of the file may be the same community");
  }

  private static @Nullable Decision byCode(LayerPlan<?> plan, EstateMatch match) {
    if (!plan.decided().accepts(kind(match).code())) {
      return null;
    }
    return match.sure() ? Decision.MERGE : Decision.NEW;
  }

  private static ProposalKind kind(EstateMatch match) {
    return match.sure() ? ProposalKind.ESTATE_SAME : ProposalKind.ESTATE_ALIKE;
  }

  private Outcome<Community> decided(
      LayerPlan<?> plan,
      SourceFeature row,
      Outcome<Community> outcome,
      Community community,
      EstateMatch match,
      @Nullable Decision decision) {
    ColumnMapping name = LayerPlan.byProperty(plan.mappings()).get("name");
    String cell = name == null ? "" : name.column().cell(row.row());
    keep(row, cell, community, match, decision);
    List<RowIssue> issues = new ArrayList<>(outcome.issues());
    RowIssue issue = issue(plan, row, name, cell, community, match);
    issues.add(decision == null ? issue : issue.withSeverity(Severity.ACCEPTED));
    if (decision == Decision.MERGE) {
      Community stored = match.stored();
      return merged(
          outcome, EstateMerges.join(stored, index.mergeOf(stored.id()), community, epsg), issues);
    }
    return new Outcome<>(decision == Decision.NEW ? community : null, outcome.geometry(), issues);
  }

  private Outcome<Community> merged(
      Outcome<Community> outcome, EstateMerges.Merged merged, List<RowIssue> issues) {
    records.put(merged.record().id(), merged.record());
    return new Outcome<>(merged.community(), outcome.geometry(), issues);
  }

  private static RowIssue issue(
      LayerPlan<?> plan,
      SourceFeature row,
      @Nullable ColumnMapping name,
      String cell,
      Community community,
      EstateMatch match) {
    Community stored = match.stored();
    String place = stored.provenance().source();
    Finding finding =
        Finding.proposal(
            kind(match),
            "与已有小区“" + stored.name() + "”（" + place + "）疑为同一小区：" + match.zh(),
            "may be the community '" + stored.name() + "' of " + place + ": " + match.en(),
            stored.name() + " (" + stored.id() + ")");
    return RowIssue.ofCell(
        finding,
        plan.layer().name(),
        row.row(),
        name == null ? "" : name.column().name(),
        cell.isEmpty() ? row.locator() : cell,
        community.name());
  }

  private void keep(
      SourceFeature row,
      String cell,
      Community community,
      EstateMatch match,
      @Nullable Decision decision) {
    if (pairs.size() < SHOWN_PAIRS) {
      Geometry position = community.geometry();
      Community stored = match.stored();
      pairs.add(
          new EstatePair(
              row.row(),
              cell,
              community.name(),
              stored.id(),
              stored.name(),
              (stored.provenance().source() + " " + stored.provenance().locator()).strip(),
              match.sure(),
              match.zh(),
              match.en(),
              decision,
              degrees.inside(position),
              degrees.inside(stored.geometry())));
    }
  }

  /** Returns the pairs found since the last call, in the order of rows. */
  List<EstatePair> takePairs() {
    List<EstatePair> taken = List.copyOf(pairs);
    pairs.clear();
    return taken;
  }

  /** Returns what is to be kept about the communities that were merged. */
  List<EstateMerge> records() {
    return List.copyOf(records.values());
  }
}
