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
    PROPERTY("属性", "Property"),
    ID("编号", "Id"),
    LONGITUDE("经度或东坐标", "Longitude or easting"),
    LATITUDE("纬度或北坐标", "Latitude or northing"),
    COORDINATES("坐标", "Coordinates"),
    ORIGINAL("仅保留原文", "Kept as original text"),
    DROPPED("疑似个人信息，不导入", "Looks like personal data, dropped"),
    NOT_IMPORTED("不导入", "Not imported");

    private final String zh;
    private final String en;

    Use(String zh, String en) {
      this.zh = zh;
      this.en = en;
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

  static ColumnMapping of(SourceColumn column, Use use) {
    return new ColumnMapping(column, use, null, use.zh(), use.en());
  }
}
