package org.lianpian.geocode;

/** Finds the position of a community. Implementations are thread-safe and deterministic. */
public interface Geocoder {
  GeocodeResult geocode(GeocodeQuery query);
}
