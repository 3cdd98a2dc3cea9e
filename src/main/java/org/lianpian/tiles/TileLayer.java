package org.lianpian.tiles;

import java.util.List;

/** A named layer of one tile. */
public record TileLayer(String name, List<TileFeature> features) {}
