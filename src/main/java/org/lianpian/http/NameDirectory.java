package org.lianpian.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.lianpian.geocode.match.Estate;
import org.lianpian.geocode.match.EstateMatcher;
import org.lianpian.geocode.match.NameQuery;
import org.lianpian.geocode.match.NameSuggester;
import org.lianpian.geocode.match.NameSuggester.Fit;
import org.lianpian.geocode.match.NameSuggester.Item;
import org.lianpian.geocode.match.NameSuggester.Suggestion;
import org.lianpian.geocode.match.Ranking;
import org.lianpian.geocode.match.Weights;
import org.lianpian.http.SearchResource.Hit;

/**
 * Finds communities, places and roads of a {@link Directory} by name, sound or address; what is
 * typed wrongly by the communities' likeliest names. Immutable and thread-safe.
 */
final class NameDirectory {
  private static final double LIKELY_SCORE = -1;
  private static final int SHORTEST_MISTYPED = 3;

  /** A line of the answer with the kind of its fit. */
  record Found(Fit fit, boolean isCommunity, Hit hit) {
    static final Comparator<Found> BEST_FIRST =
        Comparator.comparing(Found::fit)
            .thenComparing(one -> !one.isCommunity())
            .thenComparingInt(one -> one.hit().title().length());
  }

  private final Directory directory;
  private final NameSuggester communities;
  private final NameSuggester places;
  private final EstateMatcher matcher;

  NameDirectory(Directory directory) {
    this.directory = directory;
    this.communities =
        new NameSuggester(directory.communities().stream().map(NameDirectory::item).toList());
    this.places =
        new NameSuggester(
            directory.places().stream().map(one -> new Item(List.of(one.name()), "")).toList());
    List<Estate> estates =
        IntStream.range(0, directory.communities().size()).mapToObj(this::estate).toList();
    this.matcher = EstateMatcher.of(estates, Weights.shipped());
  }

  /** Returns what fits, best first; nothing that only looks alike when something fits. */
  List<Found> find(String typed, int limit) {
    List<Found> found = new ArrayList<>();
    for (Directory.Summary summary : directory.communities()) {
      if (summary.id().equalsIgnoreCase(typed.strip())) {
        found.add(new Found(Fit.SAME, true, hit(summary, "")));
      }
    }
    for (Suggestion one : communities.suggest(typed, limit)) {
      Directory.Summary summary = directory.communities().get(one.item());
      String alias = one.name() > 0 ? summary.aliases().get(one.name() - 1) : "";
      found.add(new Found(one.fit(), true, hit(summary, alias)));
    }
    for (Suggestion one : places.suggest(typed, limit)) {
      found.add(new Found(one.fit(), false, hit(directory.places().get(one.item()))));
    }
    return found.isEmpty() ? mistyped(typed) : found;
  }

  private List<Found> mistyped(String typed) {
    List<Found> found = new ArrayList<>();
    if (typed.strip().length() >= SHORTEST_MISTYPED) {
      Ranking ranking = matcher.match(new NameQuery(typed, "", ""));
      ranking.candidates().stream()
          .filter(one -> one.score() > LIKELY_SCORE)
          .map(one -> directory.communities().get(Integer.parseInt(one.estate().id())))
          .forEach(summary -> found.add(new Found(Fit.ADDRESS, true, hit(summary, ""))));
    }
    return found;
  }

  private static Item item(Directory.Summary summary) {
    List<String> names = new ArrayList<>();
    names.add(summary.name());
    names.addAll(summary.aliases());
    return new Item(names, summary.street() + summary.address());
  }

  private Estate estate(int number) {
    Directory.Summary summary = directory.communities().get(number);
    return new Estate(
        Integer.toString(number),
        summary.name(),
        summary.aliases(),
        "",
        summary.street() + summary.address(),
        Double.NaN,
        Double.NaN);
  }

  private static Hit hit(Directory.Summary summary, String alias) {
    String where = alias.isEmpty() ? "" : "又名 " + alias + " · ";
    return new Hit(
        "community",
        summary.id(),
        summary.name().isEmpty() ? summary.id() : summary.name(),
        where + summary.street() + " " + summary.address(),
        summary.lon(),
        summary.lat(),
        summary.bbox());
  }

  private static Hit hit(Directory.Named named) {
    return new Hit(
        named.kind(), named.id(), named.name(), named.subtitle(), named.lon(), named.lat(), null);
  }
}
