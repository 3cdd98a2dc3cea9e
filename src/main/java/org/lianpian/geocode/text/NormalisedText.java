package org.lianpian.geocode.text;

/** A normalised text that knows where each of its characters came from. Immutable. */
public final class NormalisedText {
  private final String raw;
  private final String text;
  private final int[] starts;
  private final int[] ends;

  NormalisedText(String raw, String text, int[] starts, int[] ends) {
    this.raw = raw;
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /** Returns the text as written. */
  public String raw() {
    return raw;
  }

  public String text() {
    return text;
  }

  /** Returns the offset in the raw text of the normalised character at an index. */
  public int rawStart(int index) {
    return index < starts.length ? starts[index] : raw.length();
  }

  /** Returns the raw offset after the normalised character before an index. */
  public int rawEnd(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }
}
