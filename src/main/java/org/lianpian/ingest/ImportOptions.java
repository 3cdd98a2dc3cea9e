package org.lianpian.ingest;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
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
 * @param accepted codes of proposals that a person accepted, for example {@code
 *     number.approximate}; {@link #ALL} accepts every one
 * @param keepPersonalData whether columns that look like personal data are kept (B-39)
 * @param limits bounds
 * @param region where the data should lie, longitude and latitude; null takes the zone of the CRS
 */
public record ImportOptions(
    Map<String, LayerOptions> layers,
    LayerOptions otherLayers,
    @Nullable Charset encoding,
    boolean onlyPassing,
    Set<String> accepted,
    boolean keepPersonalData,
    ImportLimits limits,
    @Nullable Envelope region) {

  /** Stands for the codes of all proposals. */
  public static final String ALL = "*";

  public static final ImportOptions DEFAULTS =
      new ImportOptions(
          Map.of(), LayerOptions.NONE, null, false, Set.of(), false, ImportLimits.DEFAULTS, null);

  public ImportOptions {
    layers = Map.copyOf(layers);
    accepted = Set.copyOf(accepted);
  }

  LayerOptions of(String layer) {
    return layers.getOrDefault(layer, otherLayers);
  }

  boolean accepts(String code) {
    return accepted.contains(ALL) || accepted.contains(code);
  }

  /** Returns options that use the decisions for one layer. */
  public ImportOptions withLayer(String layer, LayerOptions options) {
    Map<String, LayerOptions> all = new HashMap<>(layers);
    all.put(layer, options);
    return new ImportOptions(
        all, otherLayers, encoding, onlyPassing, accepted, keepPersonalData, limits, region);
  }

  /** Returns options that use the decisions for every layer without its own. */
  public ImportOptions withOtherLayers(LayerOptions options) {
    return new ImportOptions(
        layers, options, encoding, onlyPassing, accepted, keepPersonalData, limits, region);
  }

  public ImportOptions withEncoding(Charset charset) {
    return new ImportOptions(
        layers, otherLayers, charset, onlyPassing, accepted, keepPersonalData, limits, region);
  }

  public ImportOptions withOnlyPassing(boolean passing) {
    return new ImportOptions(
        layers, otherLayers, encoding, passing, accepted, keepPersonalData, limits, region);
  }

  /** Returns options that accept proposals with these codes. */
  public ImportOptions accepting(String... codes) {
    return new ImportOptions(
        layers,
        otherLayers,
        encoding,
        onlyPassing,
        Set.of(codes),
        keepPersonalData,
        limits,
        region);
  }

  public ImportOptions withLimits(ImportLimits newLimits) {
    return new ImportOptions(
        layers, otherLayers, encoding, onlyPassing, accepted, keepPersonalData, newLimits, region);
  }

  public ImportOptions withRegion(Envelope lonLat) {
    return new ImportOptions(
        layers, otherLayers, encoding, onlyPassing, accepted, keepPersonalData, limits, lonLat);
  }
}
