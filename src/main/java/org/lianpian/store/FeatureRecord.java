package org.lianpian.store;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * A feature as its table's columns, the same for both stores: geometry as two-dimensional
 * little-endian WKB, provenance, lists and trees as JSON text, all else as in {@link
 * org.lianpian.model.ValueType}.
 *
 * <p>Immutable by agreement: nobody writes to the arrays.
 */
public final class FeatureRecord {
  private final String id;
  private final byte @Nullable [] wkb;
  private final Envelope envelope;
  private final String provenance;
  private final List<@Nullable Object> values;

  FeatureRecord(
      String id,
      byte @Nullable [] wkb,
      Envelope envelope,
      String provenance,
      @Nullable Object[] values) {
    this.id = id;
    this.wkb = wkb;
    this.envelope = envelope;
    this.provenance = provenance;
    this.values = Collections.unmodifiableList(Arrays.asList(values));
  }

  public String id() {
    return id;
  }

  public byte @Nullable [] wkb() {
    return wkb;
  }

  /** Returns the box of the geometry; a null envelope when there is none, it is empty, or read. */
  public Envelope envelope() {
    return envelope;
  }

  public String provenance() {
    return provenance;
  }

  /** Returns the property values in the order of the feature type. */
  public List<@Nullable Object> values() {
    return values;
  }

  /** Returns roughly how many bytes it takes, to bound the memory of a batch. */
  int weight() {
    return 200 + provenance.length() + (wkb == null ? 0 : wkb.length);
  }
}
