package org.lianpian.model;

/**
 * What a verdict is about: one community, or one building that belongs to none.
 *
 * @param id of the feature among those of its kind
 */
public record Subject(Kind kind, String id) {

  /** The kinds of features that are judged. */
  public enum Kind implements Labelled {
    COMMUNITY("小区", "Community"),
    BUILDING("零散楼", "Scattered building");

    private final String zh;
    private final String en;

    Kind(String zh, String en) {
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

  public static Subject community(String id) {
    return new Subject(Kind.COMMUNITY, id);
  }

  public static Subject building(String id) {
    return new Subject(Kind.BUILDING, id);
  }
}
