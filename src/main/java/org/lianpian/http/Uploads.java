package org.lianpian.http;

import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uploaded files that wait in private temporary directories until they are imported or given up.
 *
 * <p>Bounded: at most {@value #MAX_WAITING} uploads, all together at most the given size; what was
 * not used for {@link #LIFETIME} is removed, and the longest unused makes room for the next. An
 * upload that is being read is never removed before it was read. Thread-safe.
 */
final class Uploads implements AutoCloseable {
  static final Duration LIFETIME = Duration.ofHours(2);
  static final int MAX_WAITING = 10;

  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

  /** Separators, wildcards, control characters, and marks that turn or hide text. */
  private static final Pattern UNSAFE = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}\\p{Cf}\\p{Cs}]");

  /** File systems allow 255 bytes; a temporary name may be longer than its file's. */
  private static final int LONGEST_NAME_BYTES = 180;

  private final Clock clock;
  private final long maxTotalBytes;
  private final Map<String, Upload> waiting = new LinkedHashMap<>();
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "uploads");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * A file as it is sent.
   *
   * @param name whatever the sender calls it
   */
  record Sent(String name, Supplier<InputStream> content) {}

  /** The files of one upload. */
  private static final class Upload {
    private final String id = UUID.randomUUID().toString();
    private final Path directory;
    private long bytes;
    private Instant lastUsed;
    private int readers;
    private boolean removed;

    Upload(Path directory, Instant now) {
      this.directory = directory;
      this.lastUsed = now;
    }
  }

  /** An upload while it is read; close it. */
  final class Use implements AutoCloseable {
    private final Upload upload;

    private Use(Upload upload) {
      this.upload = upload;
    }

    String id() {
      return upload.id;
    }

    Path directory() {
      return upload.directory;
    }

    /** Forgets the upload when it is closed. */
    void forget() {
      Uploads.this.forget(upload.id);
    }

    @Override
    public void close() {
      release(upload);
    }
  }

  /**
   * @param maxTotalBytes the size of all waiting uploads together
   */
  Uploads(Clock clock, long maxTotalBytes) {
    this.clock = clock;
    this.maxTotalBytes = maxTotalBytes;
    sweeper.scheduleWithFixedDelay(
        this::removeExpired, LIFETIME.toMinutes(), LIFETIME.toMinutes() / 4, TimeUnit.MINUTES);
  }

  /** Keeps files together, as a shapefile's parts need each other. */
  Use keep(List<Sent> files) {
    Upload upload;
    try {
      upload = new Upload(Files.createTempDirectory("lianpian-upload"), clock.instant());
    } catch (IOException e) {
      throw new UncheckedIOException("no directory for an upload could be made", e);
    }
    boolean kept = false;
    try {
      Set<String> names = new HashSet<>();
      for (Sent file : files) {
        String name = safeName(file.name());
        if (!names.add(name.toLowerCase(Locale.ROOT))) {
          throw ProblemException.badRequest(
              "有两个文件同名:" + name, "Two files have the same name: " + name);
        }
        upload.bytes += write(file, upload.directory.resolve(name));
      }
      Use use = add(upload);
      kept = true;
      return use;
    } catch (IOException e) {
      throw new UncheckedIOException("an upload could not be kept", e);
    } finally {
      if (!kept) {
        delete(upload);
      }
    }
  }

  private static long write(Sent file, Path target) throws IOException {
    try (InputStream content = file.content().get()) {
      return Files.copy(content, target);
    }
  }

  private synchronized Use add(Upload upload) {
    removeExpired();
    waiting.put(upload.id, upload);
    upload.readers++;
    while (waiting.size() > MAX_WAITING || total() > maxTotalBytes) {
      Upload oldest =
          waiting.values().stream()
              .filter(each -> each.readers == 0)
              .min(Comparator.comparing(each -> each.lastUsed))
              .orElse(null);
      if (oldest == null) {
        waiting.remove(upload.id);
        throw new ProblemException(
            HttpStatus.SERVICE_UNAVAILABLE,
            "too-many-uploads",
            "服务器上待导入的文件太多,请稍后再试",
            "Too many files wait to be imported; try again later");
      }
      forget(oldest.id);
    }
    return new Use(upload);
  }

  private long total() {
    return waiting.values().stream().mapToLong(upload -> upload.bytes).sum();
  }

  /** Opens an upload for reading. */
  synchronized Use use(String id) {
    removeExpired();
    Upload upload =
        Optional.ofNullable(waiting.get(id))
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "上传的文件已过期,请重新选择文件", "The upload has expired; choose the files again"));
    upload.readers++;
    upload.lastUsed = clock.instant();
    return new Use(upload);
  }

  private synchronized void release(Upload upload) {
    upload.readers--;
    upload.lastUsed = clock.instant();
    if (upload.removed && upload.readers == 0) {
      delete(upload);
    }
  }

  private synchronized void forget(String id) {
    Upload upload = waiting.remove(id);
    if (upload != null) {
      upload.removed = true;
      if (upload.readers == 0) {
        delete(upload);
      }
    }
  }

  private synchronized void removeExpired() {
    Instant oldest = clock.instant().minus(LIFETIME);
    List<Upload> expired =
        waiting.values().stream()
            .filter(upload -> upload.readers == 0 && upload.lastUsed.isBefore(oldest))
            .toList();
    expired.forEach(upload -> forget(upload.id));
  }

  private static void delete(Upload upload) {
    try (Stream<Path> files = Files.list(upload.directory)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(upload.directory);
    } catch (IOException e) {
      LOG.warn("Upload {} could not be removed from {}", upload.id, upload.directory, e);
    }
  }

  /**
   * Returns a name that can be no path: the last part of what the sender says, without anything
   * special, at most {@value #LONGEST_NAME_BYTES} bytes and an ending. The name matters only as the
   * origin that people read.
   */
  static String safeName(String sent) {
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    String safe = UNSAFE.matcher(last).replaceAll("_").strip();
    int dot = safe.lastIndexOf('.');
    boolean ending = dot > 0 && safe.length() - dot <= 10;
    String base = ending ? safe.substring(0, dot) : safe;
    String cut = cut(base);
    boolean hidden = cut.isBlank() || cut.startsWith(".");
    return (hidden ? "upload" + cut.strip() : cut) + (ending ? safe.substring(dot) : "");
  }

  private static String cut(String text) {
    String cut = text;
    while (cut.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }

  @Override
  public synchronized void close() {
    sweeper.shutdownNow();
    List.copyOf(waiting.keySet()).forEach(this::forget);
  }
}
