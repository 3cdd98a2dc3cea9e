package org.lianpian.ingest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lianpian.ingest.ColumnMapping.Use;
import org.lianpian.ingest.source.ChoiceException;
import org.lianpian.ingest.source.SourceColumn;
import org.lianpian.ingest.source.SourceLayer;
import org.lianpian.model.FeatureType;
import org.lianpian.model.ValueType;

/** Takes the uses that a person chose for columns, and refuses those that do not fit. */
final class ChosenColumns {

  /** Choices that several columns may share. */
  private static final Set<String> NOTHING =
      Set.of(LayerOptions.ORIGINAL, LayerOptions.NOT_IMPORTED);

  private ChosenColumns() {}

  /** Puts the chosen mappings by column, and the column by each use that only one may have. */
  static void take(
      FeatureType<?> type,
      SourceLayer layer,
      Map<String, String> choices,
      Map<Integer, ColumnMapping> decided,
      Map<String, Integer> taken) {
    List<SourceColumn> columns = layer.columns();
    Set<String> unknown = new TreeSet<>(choices.keySet());
    for (int i = 0; i < columns.size(); i++) {
      SourceColumn column = columns.get(i);
      String choice = choices.get(column.name());
      unknown.remove(column.name());
      if (choice == null) {
        continue;
      }
      ColumnMapping mapping = mapping(layer, column, choice, type);
      decided.put(i, mapping);
      Integer other = NOTHING.contains(choice) ? null : taken.put(choice, i);
      if (other != null) {
        String first = columns.get(other).name();
        throw unfit(
            layer,
            column.name(),
            "“" + first + "”列已经对应“" + mapping.zh() + "”，一个属性只能来自一列",
            "column '" + first + "' already brings '" + mapping.en() + "'");
      }
    }
    if (!unknown.isEmpty()) {
      String name = unknown.iterator().next();
      throw unfit(layer, name, "没有名为“" + name + "”的列", "there is no column '" + name + "'");
    }
  }

  private static ColumnMapping mapping(
      SourceLayer layer, SourceColumn column, String choice, FeatureType<?> type) {
    return switch (choice) {
      case LayerOptions.ID -> ColumnMapping.of(column, Use.ID);
      case LayerOptions.LONGITUDE -> ColumnMapping.of(column, Use.LONGITUDE);
      case LayerOptions.LATITUDE -> ColumnMapping.of(column, Use.LATITUDE);
      case LayerOptions.COORDINATES -> ColumnMapping.of(column, Use.COORDINATES);
      case LayerOptions.ORIGINAL -> ColumnMapping.of(column, Use.ORIGINAL);
      case LayerOptions.NOT_IMPORTED -> ColumnMapping.of(column, Use.NOT_IMPORTED);
      default ->
          type.properties().stream()
              .filter(property -> property.name().equals(choice))
              .filter(property -> property.type() != ValueType.JSON)
              .findFirst()
              .map(property -> ColumnMapper.mapped(column, property))
              .orElseThrow(
                  () ->
                      unfit(
                          layer,
                          column.name(),
                          type.zh() + "没有属性“" + choice + "”",
                          type.en() + " has no property '" + choice + "'"));
    };
  }

  private static ChoiceException unfit(SourceLayer layer, String column, String zh, String en) {
    return new ChoiceException(ChoiceException.Control.COLUMN, layer.name(), column, zh, en);
  }
}
