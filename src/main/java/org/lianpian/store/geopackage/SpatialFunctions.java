package org.lianpian.store.geopackage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Envelope;
import org.sqlite.Function;

/**
 * The functions that a GeoPackage's R-tree triggers call; every connection that writes needs them.
 *
 * <p>Source: OGC 12-128r17, annex F.3.
 */
final class SpatialFunctions {

  private SpatialFunctions() {}

  static void register(Connection connection) throws SQLException {
    Function.create(connection, "ST_IsEmpty", new IsEmpty(), 1, Function.FLAG_DETERMINISTIC);
    bound(connection, "ST_MinX", Envelope::getMinX);
    bound(connection, "ST_MaxX", Envelope::getMaxX);
    bound(connection, "ST_MinY", Envelope::getMinY);
    bound(connection, "ST_MaxY", Envelope::getMaxY);
  }

  private static void bound(Connection connection, String name, ToDoubleFunction<Envelope> bound)
      throws SQLException {
    Function.create(connection, name, new Bound(bound), 1, Function.FLAG_DETERMINISTIC);
  }

  private static final class IsEmpty extends Function {
    @Override
    protected void xFunc() throws SQLException {
      byte[] blob = value_blob(0);
      if (blob == null) {
        result();
      } else {
        result(GeometryBlob.isEmpty(blob) ? 1 : 0);
      }
    }
  }

  private static final class Bound extends Function {
    private final ToDoubleFunction<Envelope> bound;

    Bound(ToDoubleFunction<Envelope> bound) {
      this.bound = bound;
    }

    @Override
    protected void xFunc() throws SQLException {
      byte[] blob = value_blob(0);
      if (blob == null || GeometryBlob.isEmpty(blob)) {
        result();
      } else {
        result(bound.applyAsDouble(GeometryBlob.envelope(blob)));
      }
    }
  }
}
