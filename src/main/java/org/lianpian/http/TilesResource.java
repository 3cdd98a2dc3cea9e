package org.lianpian.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import org.lianpian.model.FeatureStore;
import org.lianpian.tiles.TileCache;
import org.lianpian.tiles.TileCoord;
import org.lianpian.tiles.TileRenderer;

/** Vector tiles of the whole map, zoom 8 to 18. */
final class TilesResource implements HttpApi.Resource {
  static final int MIN_ZOOM = 8;
  static final int MAX_ZOOM = 18;
  private static final long CACHE_BYTES = 64L << 20;

  private final FeatureStore store;
  private final MapSnapshots snapshots;
  private final MapLayers layers;
  private final TileRenderer renderer;
  private final TileCache cache = new TileCache(CACHE_BYTES);

  TilesResource(HttpServices services, HttpSettings settings, MapSnapshots snapshots) {
    this.store = services.store();
    this.snapshots = snapshots;
    this.layers = new MapLayers(store, settings.pipesVisible());
    this.renderer = new TileRenderer(store.dataset().crs());
  }

  @Override
  public void addRoutes(JavalinConfig config) {
    config.routes.get("/tiles/{z}/{x}/{y}.mvt", this::tile);
  }

  private void tile(Context ctx) {
    int z = Params.pathInteger(ctx, "z", MIN_ZOOM, MAX_ZOOM);
    int last = (1 << z) - 1;
    TileCoord tile =
        new TileCoord(
            z, Params.pathInteger(ctx, "x", 0, last), Params.pathInteger(ctx, "y", 0, last));
    MapSnapshot snapshot = snapshots.current();
    if (Etag.matches(ctx, "t" + snapshot.revision())) {
      return;
    }
    byte[] bytes = cache.get(snapshot.revision(), tile, () -> render(tile, snapshot));
    ctx.contentType("application/vnd.mapbox-vector-tile");
    if (bytes.length == 0) {
      ctx.status(HttpStatus.NO_CONTENT);
    } else {
      ctx.result(bytes);
    }
  }

  private byte[] render(TileCoord tile, MapSnapshot snapshot) {
    return renderer.render(
        tile, List.copyOf(layers.read(tile.z(), renderer.datasetBox(tile), snapshot)));
  }
}
