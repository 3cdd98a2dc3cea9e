package org.lianpian.frontage;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.lianpian.demo.RiverCity;
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.Progress;
import org.lianpian.model.Watercourse;
import org.lianpian.policy.PackedProfiles;
import org.lianpian.policy.PolicyProfile;
import org.lianpian.store.postgis.PostgisConfig;
import org.lianpian.support.PostgisServer;
import org.locationtech.jts.io.WKBWriter;

/**
 * Measures the exact engine and PostGIS, sampling every metre, on the same buildings in one run.
 *
 * <p>Starts a server of its own. Both look at every building as a unit among buildings, on one
 * thread; the server's time is that of its backend process (/proc, so Linux only), without loading
 * and indexing. Arguments: number of buildings, 20000 when left out.
 */
@NullUnmarked
public final class PostgisFrontageBenchmark {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final int ROUNDS = 4;

  /** Kernel ticks per second in /proc, fixed on Linux. */
  private static final double TICKS = 100;

  /**
   * The design's rule by samples: midpoints of steps of at most 1 m along the outer ring, moved out
   * by 1 mm so that rounding does not hide a unit behind itself.
   */
  private static final String SAMPLED =
      """
      WITH unit AS MATERIALIZED (
        SELECT b.id, b.geom FROM building b
        WHERE b.home AND EXISTS (SELECT 1 FROM bank k WHERE ST_DWithin(k.geom, b.geom, 50))
      ), edge AS (
        SELECT id, geom,
          ST_X(ST_StartPoint(s.geom_)) x0, ST_Y(ST_StartPoint(s.geom_)) y0,
          ST_X(ST_EndPoint(s.geom_)) x1, ST_Y(ST_EndPoint(s.geom_)) y1,
          ST_Length(s.geom_) len
        FROM unit, LATERAL (
          SELECT (ST_DumpSegments(ST_ExteriorRing(ST_ForcePolygonCCW(unit.geom)))).geom AS geom_) s
      ), sample AS (
        SELECT id, geom, len / n AS step, (y1 - y0) / len AS nx, (x0 - x1) / len AS ny,
          ST_MakePoint(x0 + (i + 0.5) / n * (x1 - x0) + 0.001 * (y1 - y0) / len,
                       y0 + (i + 0.5) / n * (y1 - y0) + 0.001 * (x0 - x1) / len) AS p
        FROM (SELECT *, ceil(len)::int AS n FROM edge) e, generate_series(0, n - 1) AS i
      ), aimed AS (
        SELECT s.*, k.q, ST_Distance(p, k.q) AS d
        FROM sample s CROSS JOIN LATERAL (
          SELECT ST_ClosestPoint(bank.geom, s.p) AS q FROM bank
          ORDER BY bank.geom <-> s.p LIMIT 1) k
      ), seen AS (
        SELECT id, geom, d, ST_MakeLine(p, q) AS line,
          step * (nx * (ST_X(q) - ST_X(p)) + ny * (ST_Y(q) - ST_Y(p))) / d AS w
        FROM aimed WHERE nx * (ST_X(q) - ST_X(p)) + ny * (ST_Y(q) - ST_Y(p)) > 0
      ), faced AS (
        SELECT * FROM seen WHERE NOT ST_Intersects(line, geom)
      )
      SELECT id, sum(w) AS w, coalesce(sum(w) FILTER (WHERE d <= 50 AND NOT EXISTS (
        SELECT 1 FROM building o
        WHERE o.blocks AND o.id <> faced.id AND ST_Intersects(o.geom, faced.line))), 0) AS e
      FROM faced GROUP BY id
      """;

  private final RiverCity city;
  private final PolicyProfile profile = PackedProfiles.get("OPEN-DATA");
  private final FrontageParameters rule = FrontageParameters.from(profile, DAY);

  private PostgisFrontageBenchmark(int buildings) {
    this.city = RiverCity.generate(buildings, 1);
  }

  public static void main(String[] arguments) throws SQLException, IOException {
    new PostgisFrontageBenchmark(arguments.length == 0 ? 20_000 : Integer.parseInt(arguments[0]))
        .run();
  }

  private void run() throws SQLException, IOException {
    FrontageInput input =
        new FrontageInput(List.of(), city.scatteredBuildings(), city.watercourses());
    ExactFrontageClassifier classifier = new ExactFrontageClassifier(1);
    double statuses = median(() -> classifier.statuses(input, rule, Progress.NONE));
    double verdicts =
        median(
            () ->
                classifier.classify(input, rule, Progress.NONE).stream()
                    .map(one -> FrontageVerdicts.of(one, profile, DAY))
                    .toList());
    PostgisConfig config = PostgisServer.newSchema();
    try (Connection connection =
        DriverManager.getConnection(config.url(), config.user(), config.password())) {
      load(connection);
      Map<String, double[]> sampled = new HashMap<>();
      double postgis = ask(connection, sampled);
      System.out.printf(
          "buildings %d; CPU s: PostGIS %.2f, exact %.2f, exact with evidence %.2f;"
              + " ratio %.1f, with evidence %.1f%n",
          city.buildings().size(),
          postgis,
          statuses,
          verdicts,
          postgis / statuses,
          postgis / verdicts);
      compare(classifier.classify(input, rule, Progress.NONE), sampled);
    }
  }

  /** Returns the middle CPU time of the rounds after the first. */
  private static double median(Supplier<Object> work) {
    double[] seconds = new double[ROUNDS - 1];
    for (int round = 0; round < ROUNDS; round++) {
      long before = cpuNanos();
      work.get();
      if (round > 0) {
        seconds[round - 1] = (cpuNanos() - before) / 1e9;
      }
    }
    java.util.Arrays.sort(seconds);
    return seconds[seconds.length / 2];
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private void load(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET max_parallel_workers_per_gather = 0");
      statement.execute("SET jit = off");
      statement.execute("SET work_mem = '512MB'");
      statement.execute(
          "CREATE TEMP TABLE building (id text, home boolean, blocks boolean, geom geometry)");
      statement.execute("CREATE TEMP TABLE water (name text, geom geometry)");
    }
    WKBWriter writer = new WKBWriter();
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO building VALUES (?, ?, ?, ST_GeomFromWKB(?))")) {
      for (Building one : city.buildings()) {
        boolean home = one.use() == BuildingUse.RESIDENTIAL;
        insert.setString(1, one.id());
        insert.setBoolean(2, home);
        insert.setBoolean(
            3,
            one.use() != BuildingUse.SHED
                && one.geometry().getArea() >= rule.minBlockerSquareMetres());
        insert.setBytes(4, writer.write(one.geometry()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO water VALUES (?, ST_GeomFromWKB(?))")) {
      for (Watercourse one : city.watercourses()) {
        insert.setString(1, one.name());
        insert.setBytes(2, writer.write(one.geometry()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMP TABLE bank AS SELECT ST_Subdivide(ST_Boundary(ST_Union(geom)), 32) AS geom"
              + " FROM water GROUP BY name");
      statement.execute("CREATE INDEX ON building USING gist (geom)");
      statement.execute("CREATE INDEX ON bank USING gist (geom)");
      statement.execute("ANALYZE building");
      statement.execute("ANALYZE bank");
    }
    connection.commit();
  }

  /** Returns the backend's CPU seconds for one run of the query. */
  private static double ask(Connection connection, Map<String, double[]> sampled)
      throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      long pid;
      try (ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
        row.next();
        pid = row.getLong(1);
      }
      double before = backendSeconds(pid);
      try (ResultSet rows = statement.executeQuery(SAMPLED)) {
        while (rows.next()) {
          sampled.put(rows.getString(1), new double[] {rows.getDouble(2), rows.getDouble(3)});
        }
      }
      return backendSeconds(pid) - before;
    }
  }

  private static double backendSeconds(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
  }

  /** Prints how the answers differ, in all and outside the review band. */
  private void compare(List<FrontageResult> exact, Map<String, double[]> sampled) {
    int compared = 0;
    int outsideBand = 0;
    int missing = 0;
    double worstShare = 0;
    Map<String, Integer> differing = new TreeMap<>();
    for (FrontageResult result : exact) {
      FrontageMeasurement one = result.deciding().orElse(null);
      double[] other = sampled.get(result.subject().id());
      if (one == null
          || result.status() == FrontageStatus.NOT_APPLICABLE
          || result.status() == FrontageStatus.OUTSIDE) {
        continue;
      }
      if (other == null) {
        missing++;
        continue;
      }
      compared++;
      double share = other[1] / other[0];
      worstShare = Math.max(worstShare, Math.abs(share - one.share()));
      FrontageStatus status = status(other[0], other[1]);
      if (status != result.status()) {
        boolean inBand = isInBand(share) || isInBand(one.share());
        outsideBand += inBand ? 0 : 1;
        differing.merge(
            result.status() + "/" + status + (inBand ? " in band" : " OUTSIDE BAND"),
            1,
            Integer::sum);
      }
    }
    System.out.printf(
        "compared %d, without samples %d, greatest difference of the share %.3f, verdicts that"
            + " differ outside the band %d; exact/sampled: %s%n",
        compared, missing, worstShare, outsideBand, differing);
  }

  private FrontageStatus status(double frontage, double exposed) {
    double share = exposed / frontage;
    if (frontage < rule.minFrontageMetres()
        || Math.abs(share - rule.firstRowShare()) <= rule.reviewBand()
        || (share >= rule.firstRowShare() && exposed < rule.minExposedMetres())) {
      return FrontageStatus.NEEDS_SURVEY;
    }
    return share >= rule.firstRowShare()
        ? FrontageStatus.FIRST_ROW
        : share >= rule.partialShare() ? FrontageStatus.PARTIAL : FrontageStatus.BEHIND;
  }

  /** Tells whether a share is within a sampling step of a threshold or of the band around it. */
  private boolean isInBand(double share) {
    double slack = 0.05;
    return Math.abs(share - rule.firstRowShare()) <= rule.reviewBand() + slack
        || Math.abs(share - rule.partialShare()) <= slack;
  }
}
