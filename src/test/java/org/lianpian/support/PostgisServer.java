package org.lianpian.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.store.postgis.PostgisConfig;

/**
 * A private PostgreSQL cluster with PostGIS for the tests of this JVM: on a free port of the
 * loopback interface, in a temporary folder, stopped and deleted when the JVM ends.
 *
 * <p>Durability is off, for speed. PostgreSQL refuses to run as root; then it runs as the user
 * {@code postgres} that Debian's package creates.
 */
public final class PostgisServer {
  private static final String INSTALL =
      "PostgreSQL with PostGIS is needed: apt-get install postgresql-15 postgresql-15-postgis-3";
  private static final String USER = "lianpian";
  private static final String DATABASE = "lianpian";
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private static @Nullable PostgisServer shared;

  private final Path binaries;
  private final Path folder;
  private final int port;
  private final List<String> runAs;

  private PostgisServer(Path binaries, Path folder, int port, List<String> runAs) {
    this.binaries = binaries;
    this.folder = folder;
    this.port = port;
    this.runAs = runAs;
  }

  /**
   * Returns access to a schema of its own, which does not exist yet.
   *
   * @throws IllegalStateException when PostgreSQL or PostGIS is not installed
   */
  public static synchronized PostgisConfig newSchema() {
    if (shared == null) {
      shared = start();
    }
    return new PostgisConfig(shared.url(), USER, "not-needed", "test_" + SCHEMAS.incrementAndGet());
  }

  private String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
  }

  private static PostgisServer start() {
    Path binaries = findBinaries();
    boolean root = "root".equals(System.getProperty("user.name"));
    List<String> runAs = root ? List.of("runuser", "-u", "postgres", "--") : List.of();
    try {
      Path folder = Path.of(run(runAs, "mktemp", "-d", "/tmp/lianpian-postgis-XXXXXX").strip());
      PostgisServer server = new PostgisServer(binaries, folder, freePort(), runAs);
      Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-postgis"));
      server.initialise();
      return server;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("Starting PostgreSQL from " + binaries + " failed", e);
    }
  }

  private static Path findBinaries() {
    List<Path> found = new ArrayList<>();
    Path versions = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(versions)) {
      try (Stream<Path> folders = Files.list(versions)) {
        folders
            .map(version -> version.resolve("bin"))
            .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
            .forEach(found::add);
      } catch (IOException e) {
        throw new IllegalStateException("Cannot look into " + versions, e);
      }
    }
    return found.stream()
        .max(Comparator.comparing(bin -> bin.getParent().getFileName().toString()))
        .orElseThrow(() -> new IllegalStateException(INSTALL));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void initialise() throws IOException, SQLException {
    Path data = folder.resolve("data");
    run(
        runAs,
        binaries.resolve("initdb").toString(),
        "--pgdata=" + data,
        "--username=" + USER,
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync");
    run(
        runAs,
        binaries.resolve("pg_ctl").toString(),
        "--pgdata=" + data,
        "--log=" + folder.resolve("log"),
        "--wait",
        "--options=-p "
            + port
            + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
            + folder
            + " -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
            + " -c max_connections=200 -c shared_buffers=64MB",
        "start");
    String maintenance = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    try (Connection connection = DriverManager.getConnection(maintenance, USER, "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + DATABASE);
    }
    try (Connection connection = DriverManager.getConnection(url(), USER, "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION postgis");
    } catch (SQLException e) {
      throw new IllegalStateException(INSTALL, e);
    }
  }

  private void stop() {
    try {
      if (Files.exists(folder.resolve("data/postmaster.pid"))
          || !runAs.isEmpty()) { // the folder is not ours to look into
        run(
            runAs,
            binaries.resolve("pg_ctl").toString(),
            "--pgdata=" + folder.resolve("data"),
            "--mode=immediate",
            "stop");
      }
      run(runAs, "rm", "-rf", folder.toString());
    } catch (IOException | IllegalStateException e) {
      System.err.println("The test database in " + folder + " was not removed: " + e.getMessage());
    }
  }

  private static String run(List<String> runAs, String... command) throws IOException {
    List<String> words = new ArrayList<>(runAs);
    words.addAll(List.of(command));
    Path output = Files.createTempFile("lianpian-command", ".txt");
    try {
      // to a file: the server keeps a pipe open for as long as it runs
      Process process =
          new ProcessBuilder(words)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean done = process.waitFor(120, TimeUnit.SECONDS);
      String text = Files.readString(output);
      if (!done || process.exitValue() != 0) {
        process.destroy();
        throw new IllegalStateException(String.join(" ", words) + " failed: " + text);
      }
      return text;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while running " + words, e);
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
