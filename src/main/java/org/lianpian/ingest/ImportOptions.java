package org.lianpian.ingest;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.ingest.source.ImportLimits;
import org.locationtech.jts.geom.Envelope;

/**
 * How to import a file. Immutable.
 *
 * @param layers decisions by layer name
 * @param otherLayers decisions for layers without their own
 * @param encoding the character set of its texts, or null to detect it
 * @param onlyPassing whether to import the rows without errors when others have some (仅导入通过的行)
 * @param keepPersonalData whether columns that look like personal data are kept (B-39)
 * @param limits bounds
 * @param region where the data should lie, longitude and latitude; null takes the zone of the CRS
 */
public record ImportOptions(
    Map<String, LayerOptions> layers,
    LayerOptions otherLayers,
    @Nullable Charset encoding,
    boolean onlyPassing,
    boolean keepPersonalData,
    ImportLimits limits,
    @Nullable Envelope region) {

  public static final ImportOptions DEFAULTS =
      new ImportOptions(
          Map.of(), LayerOptions.NONE, null, false, false, ImportLimits.DEFAULTS, null);

  public ImportOptions {
    layers = Map.copyOf(layers);
  }

  LayerOptions of(String layer) {
    return layers.getOrDefault(layer, otherLayers);
  }

  /** Returns options that use the decisions for one layer. */
  public ImportOptions withLayer(String layer, LayerOptions options) {
    Map<String, LayerOptions> all = new HashMap<>(layers);
    all.put(layer, options);
    return new ImportOptions(
        all, otherLayers, encoding, onlyPassing, keepPersonalData, limits, region);
  }

  /** Returns options that use the decisions for every layer without its own. */
  public ImportOptions withOtherLayers(LayerOptions options) {
    return new ImportOptions(
        layers, options, encoding, onlyPassing, keepPersonalData, limits, region);
  }

  public ImportOptions withEncoding(Charset charset) {
    return new ImportOptions(
        layers, otherLayers, charset, onlyPassing, keepPersonalData, limits, region);
  }

  public ImportOptions withOnlyPassing(boolean passing) {
    return new ImportOptions(
        layers, otherLayers, encoding, passing, keepPersonalData, limits, region);
  }

  /** Returns options that accept proposals with these codes in layers without own decisions. */
  public ImportOptions accepting(String... codes) {
    return withOtherLayers(otherLayers.accepting(List.of(codes)));
  }

  public ImportOptions withLimits(ImportLimits newLimits) {
    return new ImportOptions(
        layers, otherLayers, encoding, onlyPassing, keepPersonalData, newLimits, region);
  }

  public ImportOptions withRegion(Envelope lonLat) {
    return new ImportOptions(
        layers, otherLayers, encoding, onlyPassing, keepPersonalData, limits, lonLat);
  }
}
