package org.lianpian.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Asks a server for what a browser needs until the first map stands: page, dataset, and every tile
 * of a view of the whole dataset, as many at once as a browser asks for.
 */
final class FirstMap {
  private static final int AT_ONCE = 6;
  private static final int TILE_PIXELS = 256;
  private static final int VIEW_WIDTH = 1366;
  private static final int VIEW_HEIGHT = 768;
  private static final int MIN_ZOOM = 8;
  private static final int MAX_ZOOM = 18;

  private final URI server;
  private final HttpClient client = HttpClient.newHttpClient();

  FirstMap(URI server) {
    this.server = server;
  }

  /**
   * Asks for everything, in a browser's order.
   *
   * @param started {@link System#nanoTime} when the server's process was started
   * @return milliseconds from there to the last byte of each part, and the number of tiles
   * @throws IOException when the server answers with an error
   */
  Map<String, Object> load(long started) throws IOException {
    Map<String, Object> figures = new LinkedHashMap<>();
    get("/");
    figures.put("pageMillis", since(started));
    JsonNode dataset = new ObjectMapper().readTree(get("/api/dataset").body());
    figures.put("datasetMillis", since(started));
    List<String> tiles = tiles(dataset.path("bounds"));
    ExecutorService browser = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<CompletableFuture<Void>> asked =
          tiles.stream()
              .map(tile -> CompletableFuture.runAsync(() -> getTile(tile), browser))
              .toList();
      asked.forEach(CompletableFuture::join);
    } finally {
      browser.shutdown();
    }
    figures.put("tilesMillis", since(started));
    figures.put("tiles", tiles.size());
    return figures;
  }

  /** Tells whether the server accepts connections yet; costs it nothing. */
  boolean answers() throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      return socket.isConnected();
    } catch (ConnectException e) {
      return false;
    }
  }

  private void getTile(String path) {
    try {
      get(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<byte[]> get(String path) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(server.resolve(path)).build();
    try {
      HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() >= 400) {
        throw new IOException(path + ": HTTP " + answer.statusCode());
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking for " + path, e);
    }
  }

  /** Returns the paths of the tiles that a view of all of the bounds shows (Web Mercator). */
  private static List<String> tiles(JsonNode bounds) {
    int zoom = MAX_ZOOM;
    while (zoom > MIN_ZOOM
        && (pixels(bounds.get(2).asDouble() - bounds.get(0).asDouble(), zoom) > VIEW_WIDTH
            || pixels(bounds.get(3).asDouble() - bounds.get(1).asDouble(), zoom) > VIEW_HEIGHT)) {
      zoom--;
    }
    List<String> paths = new ArrayList<>();
    for (int x = column(bounds.get(0), zoom); x <= column(bounds.get(2), zoom); x++) {
      for (int y = row(bounds.get(3), zoom); y <= row(bounds.get(1), zoom); y++) {
        paths.add("/tiles/" + zoom + "/" + x + "/" + y + ".mvt");
      }
    }
    return paths;
  }

  private static double pixels(double degrees, int zoom) {
    return degrees / 360 * TILE_PIXELS * (1L << zoom);
  }

  private static int column(JsonNode longitude, int zoom) {
    return (int) ((longitude.asDouble() + 180) / 360 * (1L << zoom));
  }

  private static int row(JsonNode latitude, int zoom) {
    double north = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude.asDouble()) / 2));
    return (int) ((1 - north / Math.PI) / 2 * (1L << zoom));
  }

  private static double since(long started) {
    return Math.round((System.nanoTime() - started) / 1e6);
  }
}
