package org.lianpian.ingest;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Datum;
import org.lianpian.ingest.source.Notice;

/**
 * How a layer is read, by recognition and by choice.
 *
 * @param mapping what becomes of each column, in their order
 * @param samples the first different texts of each column that has any
 * @param crs the CRS in which coordinates are read
 * @param datum the datum of longitudes and latitudes
 * @param encoding the character set of its texts, or null when the format fixes it
 */
public record LayerReading(
    String name,
    String format,
    LayerRole role,
    List<ColumnMapping> mapping,
    Map<String, List<String>> samples,
    Crs crs,
    CrsOrigin crsOrigin,
    Datum datum,
    @Nullable Charset encoding,
    List<Notice> notices) {

  public LayerReading {
    mapping = List.copyOf(mapping);
    samples = Map.copyOf(samples);
    notices = List.copyOf(notices);
  }
}
