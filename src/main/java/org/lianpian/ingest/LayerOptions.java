package org.lianpian.ingest;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Datum;

/**
 * What a person decided about a layer; what is null is recognised from the data.
 *
 * @param role the name of a feature type, {@link #SKIP}, or null
 * @param columns for a column's name the property it brings, or {@link #ID}, {@link #LONGITUDE},
 *     {@link #LATITUDE}, or {@link #NOT_IMPORTED}; other columns are recognised
 * @param crs the CRS of its coordinates, or null
 * @param datum the datum of longitudes and latitudes; null is WGS 84. Positions are shifted only
 *     when this says GCJ-02 or BD-09
 */
public record LayerOptions(
    @Nullable String role, Map<String, String> columns, @Nullable Crs crs, @Nullable Datum datum) {

  /** Role of a layer that is not to be imported. */
  public static final String SKIP = "skip";

  public static final String ID = "@id";
  public static final String LONGITUDE = "@lon";
  public static final String LATITUDE = "@lat";
  public static final String NOT_IMPORTED = "";

  public static final LayerOptions NONE = new LayerOptions(null, Map.of(), null, null);

  public LayerOptions {
    columns = Map.copyOf(columns);
  }

  public LayerOptions withRole(String newRole) {
    return new LayerOptions(newRole, columns, crs, datum);
  }

  public LayerOptions withColumns(Map<String, String> newColumns) {
    return new LayerOptions(role, newColumns, crs, datum);
  }

  public LayerOptions withCrs(Crs newCrs) {
    return new LayerOptions(role, columns, newCrs, datum);
  }

  public LayerOptions withDatum(Datum newDatum) {
    return new LayerOptions(role, columns, crs, newDatum);
  }
}
