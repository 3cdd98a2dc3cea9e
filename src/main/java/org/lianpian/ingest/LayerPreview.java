package org.lianpian.ingest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * What a look at a layer shows before anything is decided.
 *
 * @param report role, mapping, issues of the layer as a whole; its counts are zero
 * @param extent box of its positions, longitude and latitude, or null when it has none
 * @param sample the first rows as they stand there
 */
public record LayerPreview(
    LayerReport report, @Nullable Envelope extent, List<Map<String, String>> sample) {

  public LayerPreview {
    sample = List.copyOf(sample);
  }
}
