package org.lianpian.ingest;

import org.jspecify.annotations.Nullable;
import org.lianpian.ingest.source.SourceColumn;
import org.lianpian.model.Labelled;

/**
 * What a source's column is used for.
 *
 * @param property the property's name, or null when it brings none
 * @param zh the property's Chinese title, or the use
 * @param en the same in English
 */
public record ColumnMapping(
    SourceColumn column, Use use, @Nullable String property, String zh, String en) {

  /** What becomes of a column. */
  public enum Use implements Labelled {
    PROPERTY("", "属性", "Property"),
    ID(LayerOptions.ID, "编号", "Id"),
    LONGITUDE(LayerOptions.LONGITUDE, "经度或东坐标", "Longitude or easting"),
    LATITUDE(LayerOptions.LATITUDE, "纬度或北坐标", "Latitude or northing"),
    COORDINATES(LayerOptions.COORDINATES, "坐标（一列两数）", "Coordinates, two in one column"),
    ORIGINAL(LayerOptions.ORIGINAL, "仅保留原文", "Kept as original text"),
    DROPPED(LayerOptions.NOT_IMPORTED, "疑似个人信息，不导入", "Looks like personal data, dropped"),
    NOT_IMPORTED(LayerOptions.NOT_IMPORTED, "不导入", "Not imported");

    private final String choice;
    private final String zh;
    private final String en;

    Use(String choice, String zh, String en) {
      this.choice = choice;
      this.zh = zh;
      this.en = en;
    }

    /** Returns the choice that stands for this use; a property is chosen by its name instead. */
    public String choice() {
      return choice;
    }

    @Override
    public String zh() {
      return zh;
    }

    @Override
    public String en() {
      return en;
    }
  }

  /** Returns the choice in {@link LayerOptions#columns} that gives this mapping. */
  public String choice() {
    return property == null ? use.choice : property;
  }

  static ColumnMapping of(SourceColumn column, Use use) {
    return new ColumnMapping(column, use, null, use.zh(), use.en());
  }
}
