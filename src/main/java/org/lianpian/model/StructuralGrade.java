package org.lianpian.model;

/** Safety grade of a building's structure (房屋安全等级), A safe to D dangerous. */
public enum StructuralGrade implements Labelled {
  A("A级", "Grade A"),
  B("B级", "Grade B"),
  C("C级", "Grade C"),
  D("D级", "Grade D"),
  UNKNOWN("未鉴定", "Not appraised");

  private final String zh;
  private final String en;

  StructuralGrade(String zh, String en) {
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
