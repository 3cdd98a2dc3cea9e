/**
 * Vector tiles: cuts features to tiles of the web Mercator grid and encodes them.
 *
 * <p>{@link org.lianpian.tiles.TileCoord} names a tile (OGC WebMercatorQuad), {@link
 * org.lianpian.tiles.TileRenderer} turns features of a dataset into the bytes of one tile, {@link
 * org.lianpian.tiles.TileCache} keeps recent ones in bounded memory.
 *
 * <p>Source: Mapbox Vector Tile specification 2.1.
 */
@NullMarked
package org.lianpian.tiles;

import org.jspecify.annotations.NullMarked;
