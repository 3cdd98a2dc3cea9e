package org.lianpian.http;

import org.jspecify.annotations.Nullable;

/**
 * What the operator decides about the server.
 *
 * @param host the address to listen on; loopback unless told otherwise
 * @param port the port; 0 lets the system choose
 * @param mapReviewNumber the 审图号 shown on the map, or null for internal use
 * @param baseMap a base map, or null for none
 * @param pipesVisible whether pipes leave the server at all
 * @param maxUploadBytes the largest upload
 * @param actor the name kept with changes made on the map, until there are accounts
 */
public record HttpSettings(
    String host,
    int port,
    @Nullable String mapReviewNumber,
    @Nullable BaseMap baseMap,
    boolean pipesVisible,
    long maxUploadBytes,
    String actor) {

  /**
   * A tiled base map.
   *
   * @param datum {@code WGS84} (also CGCS2000) or {@code GCJ02}
   */
  public record BaseMap(String urlTemplate, String attribution, String datum) {}

  public HttpSettings {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port must be in [0, 65535], was " + port);
    }
    if (maxUploadBytes < 1) {
      throw new IllegalArgumentException("maxUploadBytes must be positive: " + maxUploadBytes);
    }
  }
}
