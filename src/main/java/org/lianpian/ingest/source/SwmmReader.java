package org.lianpian.ingest.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Reads models of EPA SWMM 5 (.inp): nodes, pipes and where dry-weather flow enters. Their
 * coordinates have no CRS, which somebody has to name.
 */
final class SwmmReader implements SourceReader {
  private static final Set<String> METRIC = Set.of("CMS", "LPS", "MLD");

  @Override
  public String format() {
    return "SWMM";
  }

  @Override
  public boolean accepts(Path file, byte[] head) {
    return SourceFiles.extension(file).equals("inp");
  }

  @Override
  public List<SourceLayer> open(Path file, ReadOptions options) throws IOException {
    String name = SourceFiles.baseName(file);
    byte[] bytes = Files.readAllBytes(file);
    Charset charset =
        options.encoding() != null
            ? options.encoding()
            : CharsetDetector.detect(List.of(bytes), null).charset();
    SwmmModel model = SwmmModel.parse(CharsetDetector.decode(bytes, charset).text());
    if (!model.has("CONDUITS") || !model.has("COORDINATES")) {
      throw SourceException.refuse(
          "swmm.sections",
          name,
          "没有 [CONDUITS] 或 [COORDINATES]，不是 SWMM 排水模型",
          "has no [CONDUITS] or no [COORDINATES]: not a SWMM drainage model",
          "");
    }
    // SWMM itself takes CFS when the option is missing
    String units = model.option("FLOW_UNITS", "CFS");
    if (!METRIC.contains(units)) {
      throw SourceException.refuse(
          "swmm.units",
          name,
          "为英制单位（FLOW_UNITS " + units + "），只能导入公制模型",
          "is in US units (FLOW_UNITS " + units + "); only metric models can be imported",
          "在 SWMM 中改为 CMS、LPS 或 MLD / set CMS, LPS or MLD in SWMM");
    }
    return new SwmmLayers(name, model, options.limits()).layers();
  }
}
