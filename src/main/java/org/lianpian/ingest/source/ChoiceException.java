package org.lianpian.ingest.source;

/**
 * Says that what a person chose for a file does not fit it, and which choice that is, so that the
 * message can stand beside its control.
 *
 * <p>A caller's mistake, not bad data: nothing is read with a choice that is silently left out.
 */
public final class ChoiceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** What is chosen. */
  public enum Control {
    LAYER,
    ROLE,
    COLUMN,
    CRS,
    DATUM,
    ENCODING,
    PROPOSAL,
    /** Which community of the dataset a row is. */
    ESTATE
  }

  private final Control control;
  private final String layer;
  private final String choice;
  private final String zh;
  private final String en;

  /**
   * @param layer the layer that the choice is about, or empty for the whole file
   * @param choice what was chosen; for {@link Control#COLUMN} the column's name
   */
  public ChoiceException(Control control, String layer, String choice, String zh, String en) {
    super(zh + " / " + en);
    this.control = control;
    this.layer = layer;
    this.choice = choice;
    this.zh = zh;
    this.en = en;
  }

  private ChoiceException(ChoiceException cause, String layer) {
    super(cause.getMessage(), cause);
    this.control = cause.control;
    this.layer = layer;
    this.choice = cause.choice;
    this.zh = cause.zh;
    this.en = cause.en;
  }

  /** Returns the same about a layer. */
  public ChoiceException in(String layerName) {
    return new ChoiceException(this, layerName);
  }

  public Control control() {
    return control;
  }

  public String layer() {
    return layer;
  }

  public String choice() {
    return choice;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
