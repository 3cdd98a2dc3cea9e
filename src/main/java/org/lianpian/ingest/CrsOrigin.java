package org.lianpian.ingest;

import org.lianpian.model.Labelled;

/** How the CRS of a layer's coordinates is known. */
public enum CrsOrigin implements Labelled {
  STATED("人工指定", "Stated by a person"),
  DECLARED("文件声明", "Declared by the file"),
  ASSUMED("按数值判断", "Judged from the numbers"),
  PROPOSED("按数值判断，待确认", "Judged from the numbers, to be confirmed"),
  MISSING("不明，需指定", "Not known; to be stated"),
  NONE("没有坐标", "No coordinates");

  private final String zh;
  private final String en;

  CrsOrigin(String zh, String en) {
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
