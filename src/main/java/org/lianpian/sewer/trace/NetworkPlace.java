package org.lianpian.sewer.trace;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Labelled;
import org.lianpian.model.Medium;
import org.lianpian.sewer.NetworkEdge;

/**
 * A place at which water is followed: a node, a pipe, or the outlets of a community.
 *
 * @param name of a community, else empty
 * @param above nodes from which to go upstream
 * @param below nodes from which water goes on downstream
 * @param pipe the pipe, when the place is one
 * @param missing outlets of a community that nobody surveyed, or whose node the network has not:
 *     what water does from there is not known
 * @param medium what the water is: storm water is not looked for at the plant
 */
public record NetworkPlace(
    Kind kind,
    String id,
    String name,
    List<String> above,
    List<String> below,
    @Nullable NetworkEdge pipe,
    List<String> missing,
    Medium medium) {

  /** What kind of thing a place is; the first letters of an id may say it, as {@code pipe:12}. */
  public enum Kind implements Labelled {
    NODE("节点", "Node"),
    PIPE("管段", "Pipe"),
    COMMUNITY("小区", "Community");

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

    /** Returns the word and colon by which an id may begin. */
    String prefix() {
      return name().toLowerCase(Locale.ROOT) + ":";
    }
  }

  public NetworkPlace {
    above = List.copyOf(above);
    below = List.copyOf(below);
    missing = List.copyOf(missing);
  }
}
