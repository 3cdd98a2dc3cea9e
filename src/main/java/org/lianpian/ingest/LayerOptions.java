package org.lianpian.ingest;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Datum;

/**
 * What a person decided about a layer; what is null is recognised from the data.
 *
 * @param role the name of a feature type, {@link #SKIP}, or null
 * @param columns for a column's name the property it brings, or {@link #ID}, {@link #LONGITUDE},
 *     {@link #LATITUDE}, {@link #COORDINATES}, {@link #ORIGINAL} or {@link #NOT_IMPORTED}; other
 *     columns are recognised
 * @param crs the CRS of its coordinates, or null
 * @param datum the datum of longitudes and latitudes; null is WGS 84. Positions are shifted only
 *     when this says GCJ-02 or BD-09
 * @param accepted codes of proposals that are accepted, for example {@code number.approximate};
 *     {@link #ALL} accepts every one
 * @param estates for a row's number the id of the community in the dataset that it is the same as,
 *     or {@link #NEW_ESTATE}
 */
public record LayerOptions(
    @Nullable String role,
    Map<String, String> columns,
    @Nullable Crs crs,
    @Nullable Datum datum,
    Set<String> accepted,
    Map<Long, String> estates) {

  /** Role of a layer that is not to be imported. */
  public static final String SKIP = "skip";

  public static final String ID = "@id";
  public static final String LONGITUDE = "@lon";
  public static final String LATITUDE = "@lat";

  /** A column with both coordinates, such as {@code 117.6,26.2}. */
  public static final String COORDINATES = "@coordinates";

  /** A column whose text is kept with the row's origin, and brings no property. */
  public static final String ORIGINAL = "@original";

  public static final String NOT_IMPORTED = "";

  /** Stands for the codes of all proposals. */
  public static final String ALL = "*";

  /** Says that a row is a community that the dataset does not have. */
  public static final String NEW_ESTATE = "";

  public static final LayerOptions NONE =
      new LayerOptions(null, Map.of(), null, null, Set.of(), Map.of());

  public LayerOptions {
    columns = Map.copyOf(columns);
    accepted = Set.copyOf(accepted);
    estates = Map.copyOf(estates);
  }

  /** Tells whether a proposal is accepted. */
  boolean accepts(String code) {
    return accepted.contains(ALL) || accepted.contains(code);
  }

  public LayerOptions withRole(String newRole) {
    return new LayerOptions(newRole, columns, crs, datum, accepted, estates);
  }

  public LayerOptions withColumns(Map<String, String> newColumns) {
    return new LayerOptions(role, newColumns, crs, datum, accepted, estates);
  }

  public LayerOptions withCrs(Crs newCrs) {
    return new LayerOptions(role, columns, newCrs, datum, accepted, estates);
  }

  public LayerOptions withDatum(Datum newDatum) {
    return new LayerOptions(role, columns, crs, newDatum, accepted, estates);
  }

  /** Returns options that accept the proposals with these codes, and no others. */
  public LayerOptions accepting(Collection<String> codes) {
    return new LayerOptions(role, columns, crs, datum, Set.copyOf(codes), estates);
  }

  /** Returns options that say which communities of the dataset rows are. */
  public LayerOptions withEstates(Map<Long, String> newEstates) {
    return new LayerOptions(role, columns, crs, datum, accepted, newEstates);
  }
}
