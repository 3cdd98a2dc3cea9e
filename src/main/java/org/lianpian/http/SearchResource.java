package org.lianpian.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds communities, areas, places and roads by what they are called or where they stand. */
final class SearchResource implements HttpApi.Resource {
  private static final int MAX_QUERY = 100;
  private static final int MAX_RESULTS = 50;

  /** One line of the answer. */
  record Hit(
      String kind,
      String id,
      String title,
      String subtitle,
      @Nullable Double lon,
      @Nullable Double lat,
      double @Nullable [] bbox) {}

  private record Ranked(int rank, Hit hit) {}

  private final MapSnapshots snapshots;
  private final Directories directories;

  SearchResource(MapSnapshots snapshots, Directories directories) {
    this.snapshots = snapshots;
    this.directories = directories;
  }

  @Override
  public void addRoutes(JavalinConfig config) {
    config.routes.get("/api/search", this::search);
  }

  private void search(Context ctx) {
    String query = normalise(Params.text(ctx, "q", MAX_QUERY));
    int limit = Params.integer(ctx, "limit", 10, 1, MAX_RESULTS);
    List<Ranked> hits = new ArrayList<>();
    if (!query.isEmpty()) {
      MapSnapshot snapshot = snapshots.current();
      Directory directory = directories.of(snapshot);
      for (Directory.Summary summary : directory.communities()) {
        addIfFound(query, summary, hits);
      }
      for (MapSnapshot.Area area : snapshot.areas()) {
        if (normalise(area.name()).contains(query)) {
          hits.add(
              new Ranked(
                  normalise(area.name()).equals(query) ? 0 : 4,
                  new Hit("area", area.id(), area.name(), "片区", null, null, area.bbox())));
        }
      }
      for (Directory.Named named : directory.places()) {
        String name = normalise(named.name());
        if (name.contains(query)) {
          hits.add(
              new Ranked(
                  name.equals(query) ? 2 : 5,
                  new Hit(
                      named.kind(),
                      named.id(),
                      named.name(),
                      named.subtitle(),
                      named.lon(),
                      named.lat(),
                      null)));
        }
      }
    }
    List<Hit> best =
        hits.stream()
            .sorted(
                Comparator.comparingInt(Ranked::rank)
                    .thenComparing(ranked -> ranked.hit().title().length())
                    .thenComparing(ranked -> ranked.hit().title())
                    .thenComparing(ranked -> ranked.hit().id()))
            .limit(limit)
            .map(Ranked::hit)
            .toList();
    ctx.json(Map.of("results", best));
  }

  /** Exact names first, then names that begin with the words, then any name, then addresses. */
  private static void addIfFound(String query, Directory.Summary summary, List<Ranked> hits) {
    int rank = rank(query, summary.name());
    String found = "";
    for (String alias : summary.aliases()) {
      int aliasRank = rank(query, alias);
      if (aliasRank < rank) {
        rank = aliasRank;
        found = alias;
      }
    }
    if (rank == Integer.MAX_VALUE && normalise(summary.address()).contains(query)) {
      rank = 6;
    }
    if (rank == Integer.MAX_VALUE && summary.id().equalsIgnoreCase(query)) {
      rank = 0;
    }
    if (rank < Integer.MAX_VALUE) {
      String where = found.isEmpty() ? "" : "又名 " + found + " · ";
      hits.add(
          new Ranked(
              rank,
              new Hit(
                  "community",
                  summary.id(),
                  summary.name().isEmpty() ? summary.id() : summary.name(),
                  where + summary.street() + " " + summary.address(),
                  summary.lon(),
                  summary.lat(),
                  summary.bbox())));
    }
  }

  private static int rank(String query, String name) {
    String normal = normalise(name);
    if (normal.equals(query)) {
      return 0;
    }
    if (normal.startsWith(query)) {
      return 1;
    }
    return normal.contains(query) ? 3 : Integer.MAX_VALUE;
  }

  private static String normalise(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\s+", "")
        .toLowerCase(Locale.ROOT);
  }
}
