package org.lianpian.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.geo.MetricCrs;
import org.lianpian.ingest.source.RowIssue;
import org.locationtech.jts.geom.Envelope;

/**
 * What a look at a file shows.
 *
 * @param issues why the file cannot be read, or empty
 */
public record ImportPreview(String file, List<LayerReport> layers, List<RowIssue> issues) {

  public ImportPreview {
    layers = List.copyOf(layers);
    issues = List.copyOf(issues);
  }

  /** Returns the box around all layers, longitude and latitude, or null when nothing is located. */
  public @Nullable Envelope extent() {
    Envelope all = new Envelope();
    for (LayerReport layer : layers) {
      if (layer.extent() != null) {
        all.expandToInclude(layer.extent());
      }
    }
    return all.isNull() ? null : all;
  }

  /**
   * Returns the metric CRS for a new dataset of this file: the 3° zone around its middle; null when
   * nothing is located, or outside the zones of China.
   */
  public @Nullable Crs metricCrs() {
    Envelope extent = extent();
    if (extent == null || extent.centre().x < 73.5 || extent.centre().x >= 136.5) {
      return null;
    }
    return MetricCrs.forLongitude(extent.centre().x).crs();
  }
}
