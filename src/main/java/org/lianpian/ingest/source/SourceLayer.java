package org.lianpian.ingest.source;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;

/** A set of rows with the same columns. */
public interface SourceLayer {

  /** How a layer's rows are to be understood. */
  enum Style {
    /** A table that people filled in: cells are parsed strictly. */
    TABLE,
    /** A layer of a GIS. */
    FEATURES,
    /** Open data with OSM's tags, which nobody here can correct: odd values become unknown. */
    OSM
  }

  /** Returns the sheet, table or file name, unique in the file. */
  String name();

  /** Returns the format for people: {@code XLSX}, {@code Shapefile}. */
  String format();

  Style style();

  /** Returns the columns in their order. */
  List<SourceColumn> columns();

  /** Returns the CRS that the source declares, or null when it says nothing. */
  @Nullable Crs crs();

  /** Returns the character set in which its texts are read, or null when the format fixes it. */
  default @Nullable Charset encoding() {
    return null;
  }

  /** Returns the name of the feature type that the reader knows this to be, or null. */
  default @Nullable String knownRole() {
    return null;
  }

  /** Returns what the reader noticed about the layer. */
  List<Notice> notices();

  /** Returns what is doubtful or wrong about the layer as a whole. */
  List<RowIssue> issues();

  /**
   * Streams the rows from the start, in the order of the source; may be called repeatedly. Close
   * the stream.
   *
   * @throws SourceException while streaming, when the rest of the layer cannot be read
   */
  Stream<SourceFeature> features();
}
