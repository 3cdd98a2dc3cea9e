package org.lianpian.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long uploads wait, how much of them, and what their names may do. */
@NullUnmarked
class UploadsTest {
  private final Hands clock = new Hands();
  private final Uploads uploads = new Uploads(clock, 100);

  /** A clock that is moved by hand. */
  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @AfterEach
  void close() {
    uploads.close();
  }

  @Test
  void unusedUploadExpiresAndItsFilesAreGone() {
    Uploads.Use use = keep("台账.csv", 10);
    String id = use.id();
    Path directory = use.directory();
    use.close();

    clock.now = clock.now.plus(Uploads.LIFETIME);
    uploads.use(id).close();
    clock.now = clock.now.plus(Uploads.LIFETIME).plus(Duration.ofSeconds(1));

    assertThatThrownBy(() -> uploads.use(id)).isInstanceOf(ProblemException.class);
    assertThat(directory).doesNotExist();
  }

  @Test
  void largestSumPushesOutTheLongestUnused() {
    String first = closed("a.csv", 40);
    clock.now = clock.now.plusSeconds(1);
    String second = closed("b.csv", 40);
    clock.now = clock.now.plusSeconds(1);
    uploads.use(first).close();

    String third = closed("c.csv", 40);

    uploads.use(first).close();
    uploads.use(third).close();
    assertThatThrownBy(() -> uploads.use(second)).isInstanceOf(ProblemException.class);
  }

  @Test
  void whatIsBeingReadIsNotTakenAway() {
    try (Uploads.Use reading = keep("a.csv", 60)) {
      assertThatThrownBy(() -> keep("b.csv", 60))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.status().getCode()).isEqualTo(503));
      reading.forget();
      assertThat(reading.directory().resolve("a.csv")).exists();
      closed("c.csv", 60);
      assertThat(reading.directory().resolve("a.csv")).exists();
    }
  }

  @Test
  void onlySoManyWait() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i <= Uploads.MAX_WAITING; i++) {
      clock.now = clock.now.plusSeconds(1);
      ids.add(closed("a.csv", 1));
    }

    assertThatThrownBy(() -> uploads.use(ids.get(0))).isInstanceOf(ProblemException.class);
    uploads.use(ids.get(1)).close();
  }

  @Test
  void twoFilesOfOneNameAreRefused() {
    assertThatThrownBy(() -> uploads.keep(List.of(sent("台账.CSV", 1), sent("x/台账.csv", 1))))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.status().getCode()).isEqualTo(400));
  }

  @ParameterizedTest
  @CsvSource({
    "台账.csv, 台账.csv",
    "../../etc/passwd, passwd",
    "C:\\Users\\王\\台账.xlsx, 台账.xlsx",
    ".., upload..",
    ".htaccess, upload.htaccess",
    "'', upload",
    "a:b*c?.csv, a_b_c_.csv",
    "台\u202ecsv.exe, 台_csv.exe",
    "台\u0000账.csv, 台_账.csv"
  })
  void nameIsNeverAPath(String sent, String kept) {
    assertThat(Uploads.safeName(sent)).isEqualTo(kept);
    Path directory = Path.of("/tmp/upload");
    assertThat(directory.resolve(Uploads.safeName(sent)).normalize().getParent())
        .isEqualTo(directory);
  }

  @Test
  void longNameKeepsItsEndingAndFitsAFileSystem() {
    String name = Uploads.safeName("台".repeat(300) + ".shp");

    assertThat(name).endsWith(".shp").startsWith("台");
    assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThan(255);
    closed("台".repeat(300) + ".shp", 1);
  }

  @Test
  void closingRemovesEverything() {
    Uploads.Use use = keep("a.csv", 1);
    Path directory = use.directory();
    use.close();

    uploads.close();

    assertThat(Files.exists(directory)).isFalse();
  }

  private String closed(String name, int bytes) {
    try (Uploads.Use use = keep(name, bytes)) {
      return use.id();
    }
  }

  private Uploads.Use keep(String name, int bytes) {
    return uploads.keep(List.of(sent(name, bytes)));
  }

  private static Uploads.Sent sent(String name, int bytes) {
    return new Uploads.Sent(name, () -> new ByteArrayInputStream(new byte[bytes]));
  }
}
