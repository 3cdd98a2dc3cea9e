package org.lianpian.ingest;

import java.util.List;
import java.util.stream.Stream;
import org.lianpian.ingest.source.ChoiceException;
import org.lianpian.ingest.source.SourceColumn;
import org.lianpian.ingest.source.SourceFeature;
import org.lianpian.ingest.source.SourceLayer;

/** Some rows of a layer as they stand there, so that a person can look at them. */
public record LayerRows(List<SourceColumn> columns, List<SourceFeature> rows) {

  public LayerRows {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  static LayerRows read(List<SourceLayer> layers, String name, long from, int count) {
    for (SourceLayer layer : layers) {
      if (layer.name().equals(name)) {
        try (Stream<SourceFeature> rows = layer.features()) {
          return new LayerRows(
              layer.columns(), rows.filter(row -> row.row() >= from).limit(count).toList());
        }
      }
    }
    throw new ChoiceException(
        ChoiceException.Control.LAYER,
        name,
        name,
        "文件中没有图层“" + name + "”",
        "the file has no layer '" + name + "'");
  }
}
