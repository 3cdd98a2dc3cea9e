package org.lianpian.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be listed and searched by name. Immutable. */
record Directory(List<Summary> communities, List<Named> places) {

  /** One community in a list or a search. */
  record Summary(
      String id,
      String name,
      List<String> aliases,
      String address,
      String street,
      @Nullable Integer households,
      @Nullable Double lon,
      @Nullable Double lat,
      double @Nullable [] bbox) {}

  /** A place or road that can be searched. */
  record Named(String kind, String id, String name, String subtitle, double lon, double lat) {}

  Directory {
    communities = List.copyOf(communities);
    places = List.copyOf(places);
  }
}
