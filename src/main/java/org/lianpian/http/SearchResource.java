package org.lianpian.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.geocode.match.NameSuggester.Fit;
import org.lianpian.http.NameDirectory.Found;

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
    String query = Params.text(ctx, "q", MAX_QUERY);
    int limit = Params.integer(ctx, "limit", 10, 1, MAX_RESULTS);
    MapSnapshot snapshot = snapshots.current();
    List<Found> found = new ArrayList<>(directories.namesOf(snapshot).find(query, limit));
    addAreas(normalise(query), snapshot, found);
    List<Hit> best =
        found.stream().sorted(Found.BEST_FIRST).map(Found::hit).distinct().limit(limit).toList();
    ctx.json(Map.of("results", best));
  }

  private static void addAreas(String query, MapSnapshot snapshot, List<Found> found) {
    for (MapSnapshot.Area area : snapshot.areas()) {
      String name = normalise(area.name());
      if (!query.isEmpty() && name.contains(query)) {
        Fit fit = name.equals(query) ? Fit.SAME : Fit.PART;
        Hit hit = new Hit("area", area.id(), area.name(), "片区", null, null, area.bbox());
        found.add(new Found(fit, false, hit));
      }
    }
  }

  private static String normalise(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\s+", "")
        .toLowerCase(Locale.ROOT);
  }
}
