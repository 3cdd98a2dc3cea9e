package org.lianpian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianpian.geo.Crs;
import org.lianpian.model.Change;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Community;
import org.lianpian.model.Dataset;
import org.lianpian.model.Excerpt;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.lianpian.model.Provenance;
import org.lianpian.model.StoreException;
import org.lianpian.model.Verdict;
import org.lianpian.model.WriteCounts;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** What every store does; run on a real GeoPackage and on a real PostGIS. */
@NullUnmarked // a null where none is expected fails the test
public abstract class FeatureStoreContract {
  protected static final Dataset DATASET =
      new Dataset("三元区示意", new Crs(4548), "SANYUAN-2022", true);
  protected static final List<FeatureType<?>> TYPES =
      List.of(Community.TYPE, Verdict.TYPE, Probe.TYPE, Probe.BARE);

  protected static final ChangeContext FIRST = context("导入", "导入台账", 1);
  protected static final ChangeContext SECOND = context("王工", "现场核对", 2);
  protected static final ChangeContext THIRD = context("job", "clean-up", 3);

  private FeatureStore store;

  private static ChangeContext context(String actor, String reason, int nanos) {
    return new ChangeContext(actor, reason, Instant.parse("2026-01-02T03:04:05Z").plusNanos(nanos));
  }

  /** Creates an empty store for one test. */
  protected abstract FeatureStore create(Dataset dataset, List<FeatureType<?>> types);

  /** Opens a second time what {@link #create} created last; the first may be open or closed. */
  protected abstract FeatureStore open(List<FeatureType<?>> types);

  @BeforeEach
  void createStore() {
    store = create(DATASET, TYPES);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private WriteCounts put(ChangeContext context, Probe... probes) {
    return store.write(context, writer -> writer.put(Probe.TYPE, Arrays.stream(probes)));
  }

  private WriteCounts delete(ChangeContext context, String... ids) {
    return store.write(context, writer -> writer.delete(Probe.TYPE, List.of(ids)));
  }

  private static List<String> ids(Collection<Probe> probes) {
    return probes.stream().map(Probe::id).toList();
  }

  private Probe stored(String id) {
    return store.find(Probe.TYPE, id).orElseThrow();
  }

  // ---- what it is about

  @Test
  void tellsItsDatasetAndTypes() {
    assertThat(store.dataset()).isEqualTo(DATASET);
    assertThat(store.types()).isEqualTo(TYPES);
  }

  @Test
  void isEmptyAtFirst() {
    assertThat(store.revision()).isZero();
    for (FeatureType<?> type : TYPES) {
      assertThat(store.count(type)).isZero();
      assertThat(store.extent(type).isNull()).isTrue();
      assertThat(store.list(type)).isEmpty();
    }
  }

  @Test
  void keepsEverythingWhenOpenedAgain() {
    put(FIRST, Probe.full("p"));
    store.close();
    try (FeatureStore again = open(TYPES)) {
      assertThat(again.dataset()).isEqualTo(DATASET);
      assertThat(again.list(Probe.TYPE)).containsExactly(Probe.full("p"));
      assertThat(again.revision()).isEqualTo(1);
      assertThat(again.history(Probe.TYPE, "p")).hasSize(1);
    }
  }

  @Test
  void keepsNoTypeThatItWasNotMadeFor() {
    FeatureType<Probe> stranger =
        FeatureType.named(
                "stranger", "外", "Stranger", Probe.TYPE.geometryKind(), Probe.TYPE::create)
            .build();
    assertThatThrownBy(() -> store.count(stranger))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stranger");
  }

  // ---- values

  @Test
  void givesBackEveryValueExactly() {
    put(FIRST, Probe.full("p"));
    Probe back = stored("p");
    assertThat(back).isEqualTo(Probe.full("p"));
    assertThat(back.values().json("a_tree")).isEqualTo(Probe.full("p").values().json("a_tree"));
    assertThat(back.values().json("a_tree").toString())
        .as("keys in their order, 7 and 7.0 apart")
        .isEqualTo(Probe.full("p").values().json("a_tree").toString());
    assertThat(back.provenance().original().keySet()).containsExactly("小区名称", "编号", "a");
  }

  @Test
  void unknownStaysUnknown() {
    put(FIRST, Probe.of("p"));
    Probe back = stored("p");
    assertThat(back.geometry()).isNull();
    back.values()
        .values()
        .forEach(
            (name, value) -> {
              if (!name.equals("some_texts")) {
                assertThat(value).as(name).isNull();
              }
            });
    assertThat(back.values().texts("some_texts")).isEmpty();
  }

  @Test
  void anEmptyTextIsNotUnknown() {
    put(FIRST, Probe.of("p").with("a_text", "").with("a_count", 0).with("a_length", 0.0));
    assertThat(stored("p").values().text("a_text")).isEmpty();
    assertThat(stored("p").values().integer("a_count")).isZero();
    assertThat(stored("p").values().real("a_length")).isZero();
  }

  @Test
  void keepsTypesWithoutGeometry() {
    Probe probe = new Probe("v", null, Provenance.of("x"), Probe.full("v").values());
    store.write(FIRST, writer -> writer.putOne(Probe.BARE, probe));
    assertThat(store.find(Probe.BARE, "v")).contains(probe);
    assertThat(store.findWithin(Probe.BARE, new Envelope(-1e9, 1e9, -1e9, 1e9), 5)).isEmpty();
    assertThat(store.extent(Probe.BARE).isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT (425123.123456789 2890456.987654321)",
        "LINESTRING (0.000000001 0.3, 1 2, 1 2.000000001)",
        "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 2 4, 4 4, 4 2, 2 2))",
        "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0), (5 1, 6 1, 6 2, 5 1)), ((20 0, 21 0, 21 1, 20 0)))",
        "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))",
        "MULTIPOINT ((0 0), (1 1))",
        "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))",
        "POINT EMPTY",
        "POLYGON EMPTY"
      })
  void givesBackEveryGeometryExactly(String wkt) {
    put(FIRST, Probe.at("p", wkt));
    Geometry back = stored("p").geometry();
    assertThat(back.equalsExact(Probe.geometry(wkt))).as("%s", back).isTrue();
    assertThat(back.getGeometryType()).isEqualTo(Probe.geometry(wkt).getGeometryType());
    assertThat(put(SECOND, Probe.at("p", wkt)).unchanged()).isEqualTo(1);
  }

  @Test
  void keepsEveryBitOfRandomCoordinates() {
    long seed = 20260102;
    Random random = new Random(seed);
    Probe[] probes = new Probe[200];
    for (int i = 0; i < probes.length; i++) {
      double x = 425000 + random.nextDouble() * 1e5;
      double y = 2890000 + random.nextDouble() * 1e5;
      probes[i] =
          new Probe(
              "p" + i,
              Probe.geometry("POINT (0 0)").getFactory().createPoint(new Coordinate(x, y)),
              Provenance.of("seed " + seed),
              Probe.row(Map.of("a_length", x / y)));
    }
    put(FIRST, probes);
    for (Probe probe : probes) {
      Coordinate back = stored(probe.id()).geometry().getCoordinate();
      assertThat(Double.doubleToLongBits(back.x))
          .isEqualTo(Double.doubleToLongBits(probe.geometry().getCoordinate().x));
      assertThat(Double.doubleToLongBits(back.y))
          .isEqualTo(Double.doubleToLongBits(probe.geometry().getCoordinate().y));
      assertThat(stored(probe.id())).isEqualTo(probe);
    }
  }

  @Test
  void refusesWhatItCouldNotGiveBack() {
    assertRefused(Probe.of(""), "empty id");
    assertRefused(Probe.of("p").with("a_length", Double.NaN), "a_length");
    assertRefused(Probe.of("p").with("a_text", "a\0b"), "U+0000");
    assertRefused(Probe.of("p").with("a_text", "a\ud842"), "half a character");
    assertRefused(Probe.of("p").with("a_tree", Map.of("x", new Object())), "java.lang.Object");
    assertRefused(Probe.of("p").with("a_tree", Map.of("x", Double.NaN)), "NaN");
    assertRefused(Probe.of("p").with("a_date", LocalDate.of(-1, 1, 1)), "year");
    Probe line = Probe.at("v", "LINESTRING (0 0, 1 1)");
    assertThatThrownBy(() -> store.write(FIRST, writer -> writer.putOne(Probe.BARE, line)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("LineString");
  }

  private void assertRefused(Probe probe, String why) {
    assertThatThrownBy(() -> put(FIRST, probe))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
    assertThat(store.revision()).isZero();
  }

  // ---- reading

  @Test
  void listsById() {
    put(FIRST, Probe.of("b"), Probe.of("a/10"), Probe.of("𠮷"), Probe.of("a/9"), Probe.of("乙"));
    assertThat(ids(store.list(Probe.TYPE))).containsExactly("a/10", "a/9", "b", "乙", "𠮷");
    assertThat(store.count(Probe.TYPE)).isEqualTo(5);
  }

  @Test
  void findsById() {
    put(FIRST, Probe.of("a"), Probe.of("b"), Probe.of("c'\"\\\n"));
    assertThat(store.find(Probe.TYPE, "b")).contains(Probe.of("b"));
    assertThat(store.find(Probe.TYPE, "x")).isEmpty();
    assertThat(store.find(Probe.TYPE, "c'\"\\\n")).isPresent();
    assertThat(ids(store.findAll(Probe.TYPE, List.of("c'\"\\\n", "x", "a", "a"))))
        .containsExactly("a", "c'\"\\\n");
    assertThat(store.findAll(Probe.TYPE, List.of())).isEmpty();
  }

  @Test
  void findsManyIds() {
    Probe[] probes =
        IntStream.range(0, 3000).mapToObj(i -> Probe.of("p" + i)).toArray(Probe[]::new);
    put(FIRST, probes);
    assertThat(store.findAll(Probe.TYPE, ids(Arrays.asList(probes)))).hasSize(3000);
  }

  /**
   *
   *
   * <pre>
   *   a . . b
   *   . +---+---+
   *   . |   |   |
   *   . +---+---+ c
   * </pre>
   */
  @Test
  void findsWhatMeetsABox() {
    put(
        FIRST,
        Probe.at("c", "POINT (20.1 10)"),
        Probe.at("b", "LINESTRING (15 30, 15 20)"),
        Probe.at("a", "POINT (0 30)"),
        Probe.at("d", "POLYGON ((11 11, 12 11, 12 12, 11 11))"),
        Probe.of("nowhere"));
    Envelope box = new Envelope(10, 20, 10, 20);
    assertThat(ids(store.findWithin(Probe.TYPE, box, 10))).containsExactly("b", "d");
    assertThat(ids(store.findWithin(Probe.TYPE, box, 1))).containsExactly("b");
    assertThat(store.findWithin(Probe.TYPE, box, 0)).isEmpty();
    assertThat(store.findWithin(Probe.TYPE, new Envelope(), 10)).isEmpty();
    assertThatThrownBy(() -> store.findWithin(Probe.TYPE, box, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBoxThatMissesByANanometreMisses() {
    put(FIRST, Probe.at("p", "POINT (425123.123456789 2890456.5)"));
    double x = 425123.123456789;
    assertThat(store.findWithin(Probe.TYPE, new Envelope(x, x + 1, 0, 1e7), 1)).hasSize(1);
    assertThat(store.findWithin(Probe.TYPE, new Envelope(Math.nextUp(x), x + 1, 0, 1e7), 1))
        .isEmpty();
  }

  @Test
  void findsInABoxWhatBruteForceFinds() {
    long seed = 7;
    Random random = new Random(seed);
    List<Probe> probes = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      double x = 425000 + random.nextInt(1000);
      double y = 2890000 + random.nextInt(1000);
      probes.add(Probe.at("p" + i, "LINESTRING (%s %s, %s %s)".formatted(x, y, x + 20, y - 10)));
    }
    put(FIRST, probes.toArray(Probe[]::new));
    for (int i = 0; i < 30; i++) {
      double x = 425000 + random.nextInt(1000);
      double y = 2890000 + random.nextInt(1000);
      Envelope box = new Envelope(x, x + 100, y, y + 50);
      List<String> expected =
          probes.stream()
              .filter(p -> box.intersects(p.geometry().getEnvelopeInternal()))
              .map(Probe::id)
              .sorted()
              .toList();
      assertThat(ids(store.findWithin(Probe.TYPE, box, 1000)))
          .as("seed %s box %s", seed, box)
          .isEqualTo(expected);
    }
  }

  @Test
  void extentIsExactAndFollowsChanges() {
    put(FIRST, Probe.at("a", "POINT (1.000000001 2)"), Probe.at("b", "POINT (5 7.000000003)"));
    assertThat(store.extent(Probe.TYPE)).isEqualTo(new Envelope(1.000000001, 5, 2, 7.000000003));
    delete(SECOND, "b");
    assertThat(store.extent(Probe.TYPE)).isEqualTo(new Envelope(1.000000001, 1.000000001, 2, 2));
    put(THIRD, Probe.at("a", "LINESTRING (3 3, 4 4)"));
    assertThat(store.extent(Probe.TYPE)).isEqualTo(new Envelope(3, 4, 3, 4));
    assertThat(store.findWithin(Probe.TYPE, new Envelope(0, 2, 0, 2), 9)).isEmpty();
    assertThat(store.findWithin(Probe.TYPE, new Envelope(3, 4, 3, 4), 9)).hasSize(1);
    put(THIRD, Probe.of("a"));
    assertThat(store.extent(Probe.TYPE).isNull()).isTrue();
    assertThat(store.findWithin(Probe.TYPE, new Envelope(3, 4, 3, 4), 9)).isEmpty();
  }

  @Test
  void findsByTextAndCode() {
    put(
        FIRST,
        Probe.of("b").with("a_text", "列东").with("other_id", "x").with("a_code", "PUBLIC"),
        Probe.of("a").with("a_text", "列东").with("a_code", "REFORMED"),
        Probe.of("c").with("a_text", ""));
    assertThat(ids(store.findWhere(Probe.TYPE, "a_text", "列东"))).containsExactly("a", "b");
    assertThat(ids(store.findWhere(Probe.TYPE, "a_text", ""))).containsExactly("c");
    assertThat(ids(store.findWhere(Probe.TYPE, "other_id", "x"))).containsExactly("b");
    assertThat(ids(store.findWhere(Probe.TYPE, "a_code", "REFORMED"))).containsExactly("a");
    assertThat(store.findWhere(Probe.TYPE, "a_text", "' OR 1=1 --")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a_count", "a_tree", "none", "id", "a_text\" OR 1=1 --"})
  void findsByNoOtherProperty(String property) {
    assertThatThrownBy(() -> store.findWhere(Probe.TYPE, property, "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(property);
  }

  @Test
  void streamsMoreThanAtATime() {
    Probe[] probes =
        IntStream.range(0, 5000)
            .mapToObj(i -> Probe.of("p%05d".formatted(i)))
            .toArray(Probe[]::new);
    put(FIRST, probes);
    try (Stream<Probe> stream = store.stream(Probe.TYPE)) {
      assertThat(stream.map(Probe::id)).isEqualTo(ids(Arrays.asList(probes)));
    }
  }

  // ---- excerpts

  @Test
  void anExcerptHoldsWhatWasAskedForAndNothingElse() {
    Probe whole = Probe.full("p").with("POINT (1 2)");
    put(FIRST, whole, Probe.of("q"));
    String[] names = {"a_tree", "a_text", "some_texts", "a_date", "a_code", "a_flag", "a_length"};
    Excerpt<Probe> excerpt = Excerpt.of(Probe.TYPE, names);

    List<Probe> read;
    try (Stream<Probe> stream = store.stream(excerpt)) {
      read = stream.toList();
    }

    assertThat(ids(read)).containsExactly("p", "q");
    Probe part = read.get(0);
    for (String name : names) {
      assertThat(part.values().values().get(name)).as(name).isEqualTo(whole.values().json(name));
    }
    assertThat(part.values().values()).containsOnlyKeys(names);
    assertThat(part.geometry()).isNull();
    assertThat(part.provenance()).isEqualTo(Excerpt.PROVENANCE);
    assertThat(read.get(1).values().text("a_text")).isNull();
    assertThat(read.get(1).values().texts("some_texts")).isEmpty();
  }

  @Test
  void anExcerptWithinABoxHasItsGeometry() {
    Probe here = Probe.full("here").with("POINT (15 15)");
    put(FIRST, here, Probe.at("there", "POINT (25 15)"));
    Envelope box = new Envelope(10, 20, 10, 20);

    List<Probe> found = store.findWithin(Excerpt.of(Probe.TYPE, "a_count"), box, 10);

    assertThat(ids(found)).containsExactly("here");
    assertThat(found.get(0).geometry()).isEqualTo(here.geometry());
    assertThat(found.get(0).values().values())
        .containsOnly(Map.entry("a_count", here.values().integer("a_count")));
    assertThat(store.findWithin(Excerpt.of(Probe.BARE, "a_count"), box, 10)).isEmpty();
  }

  @Test
  void anExcerptOfNothingTellsTheIds() {
    put(FIRST, Probe.full("b"), Probe.full("a"));
    try (Stream<Probe> stream = store.stream(Excerpt.of(Probe.TYPE))) {
      assertThat(stream.map(Probe::id)).containsExactly("a", "b");
    }
  }

  @Test
  void anExcerptOfUnknownPropertiesIsRefused() {
    assertThatThrownBy(() -> Excerpt.of(Probe.TYPE, "a_text", "none"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none");
  }

  @Test
  void manyStreamsMayBeLeftHalfway() {
    put(FIRST, Probe.of("a"), Probe.of("b"));
    for (int i = 0; i < 50; i++) {
      try (Stream<Probe> stream = store.stream(Probe.TYPE)) {
        assertThat(stream.findFirst()).isPresent();
      }
    }
  }

  // ---- writing

  @Test
  @Tag("US-P03")
  void countsWhatAWriteDid() {
    assertThat(put(FIRST, Probe.full("a"), Probe.of("b"), Probe.of("c")))
        .isEqualTo(new WriteCounts(3, 0, 0, 0));
    assertThat(put(SECOND, Probe.full("a"), Probe.of("b").with("a_count", 1), Probe.of("d")))
        .isEqualTo(new WriteCounts(1, 1, 1, 0));
    assertThat(delete(THIRD, "c", "c", "nobody")).isEqualTo(new WriteCounts(0, 0, 0, 1));
    assertThat(ids(store.list(Probe.TYPE))).containsExactly("a", "b", "d");
  }

  @Test
  void anEqualFeatureIsUnchangedAndLeavesNoTrace() {
    put(FIRST, Probe.full("a"), Probe.at("b", "POLYGON EMPTY"), Probe.of("c"));
    long revision = store.revision();
    WriteCounts counts =
        put(SECOND, Probe.full("a"), Probe.at("b", "POLYGON EMPTY"), Probe.of("c"));
    assertThat(counts).isEqualTo(new WriteCounts(0, 0, 3, 0));
    assertThat(delete(SECOND, "nobody")).isEqualTo(WriteCounts.NONE);
    assertThat(store.revision()).isEqualTo(revision);
    assertThat(store.history(Probe.TYPE, "a")).hasSize(1);
  }

  @Test
  void theOrderOfKeysIsNoChange() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("a", 1);
    tree.put("b", null);
    Map<String, @Nullable Object> turned = new LinkedHashMap<>();
    turned.put("b", null);
    turned.put("a", 1);
    put(FIRST, Probe.of("p").with("a_tree", tree));
    assertThat(put(SECOND, Probe.of("p").with("a_tree", turned)).unchanged()).isEqualTo(1);
    turned.put("a", 1.0);
    assertThat(put(SECOND, Probe.of("p").with("a_tree", turned)).updated()).isEqualTo(1);
  }

  @Test
  void anyDifferenceIsAChange() {
    Probe full = Probe.full("p");
    put(FIRST, full);
    Map<String, Object> others =
        Map.of(
            "a_text",
            "福州市鼓楼区东街口",
            "some_texts",
            List.of("", "一", "a,\"b\"", "𠮷"),
            "a_count",
            7,
            "a_length",
            0.3,
            "a_flag",
            true,
            "a_date",
            LocalDate.of(2000, 2, 28),
            "a_code",
            "PUBLIC",
            "a_tree",
            Map.of());
    others.forEach(
        (property, value) -> {
          assertThat(put(SECOND, full.with(property, value)).updated()).as(property).isEqualTo(1);
          assertThat(stored("p")).isEqualTo(full.with(property, value));
          assertThat(put(SECOND, full.with(property, null)).updated()).as(property).isEqualTo(1);
          assertThat(put(SECOND, full).updated()).as(property).isEqualTo(1);
        });
    Probe moved = full.with("POINT (425123.1234567891 2890456.987654321)");
    assertThat(put(SECOND, moved).updated()).isEqualTo(1);
    assertThat(put(SECOND, new Probe("p", null, full.provenance(), full.values())).updated())
        .isEqualTo(1);
    assertThat(put(SECOND, full).updated()).isEqualTo(1);
    assertThat(put(SECOND, full.from(Provenance.of("elsewhere"))).updated()).isEqualTo(1);
    assertThat(stored("p").provenance()).isEqualTo(Provenance.of("elsewhere"));
  }

  @Test
  void turningARingIsAChangeOfTheExactGeometry() {
    put(FIRST, Probe.at("p", "POLYGON ((0 0, 1 0, 1 1, 0 0))"));
    assertThat(put(SECOND, Probe.at("p", "POLYGON ((1 0, 1 1, 0 0, 1 0))")).updated()).isEqualTo(1);
  }

  @Test
  void anIdTwiceInAStreamIsAnInsertAndAnUpdate() {
    assertThat(put(FIRST, Probe.of("p"), Probe.of("q"), Probe.of("p").with("a_count", 2)))
        .isEqualTo(new WriteCounts(2, 1, 0, 0));
    assertThat(stored("p").values().integer("a_count")).isEqualTo(2);
    assertThat(store.history(Probe.TYPE, "p")).hasSize(2);
  }

  @Test
  void oneWriteIsOneRevision() {
    store.write(
        FIRST,
        writer -> {
          writer.putOne(Probe.TYPE, Probe.of("p"));
          writer.putOne(Probe.TYPE, Probe.of("q"));
          return writer.delete(Probe.TYPE, List.of("q"));
        });
    assertThat(store.revision()).isEqualTo(1);
    put(SECOND, Probe.of("r"));
    assertThat(store.revision()).isEqualTo(2);
  }

  @Test
  void writesManyTypesAtOnce() {
    Probe bare = new Probe("p", null, Provenance.of("x"), Probe.full("p").values());
    store.write(
        FIRST,
        writer -> {
          writer.putOne(Probe.TYPE, Probe.full("p"));
          return writer.putOne(Probe.BARE, bare);
        });
    assertThat(store.find(Probe.TYPE, "p")).contains(Probe.full("p"));
    assertThat(store.find(Probe.BARE, "p")).contains(bare);
    assertThat(store.history(Probe.BARE, "p")).hasSize(1);
  }

  @Test
  void aWriteThatFailsLeavesNothing() {
    put(FIRST, Probe.full("a"), Probe.of("b"));
    IllegalStateException failure = new IllegalStateException("power cut");
    assertThatThrownBy(
            () ->
                store.write(
                    SECOND,
                    writer -> {
                      writer.putOne(Probe.TYPE, Probe.of("c"));
                      writer.putOne(Probe.TYPE, Probe.of("a"));
                      writer.delete(Probe.TYPE, List.of("b"));
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(store.list(Probe.TYPE)).containsExactly(Probe.full("a"), Probe.of("b"));
    assertThat(store.revision()).isEqualTo(1);
    assertThat(store.history(Probe.TYPE, "a")).hasSize(1);
    assertThat(store.history(Probe.TYPE, "b")).hasSize(1);
    assertThat(put(THIRD, Probe.of("c")).inserted()).as("and it works on").isEqualTo(1);
  }

  @Test
  void aStreamThatFailsLeavesNothing() {
    Stream<Probe> failing =
        IntStream.range(0, 30_000)
            .mapToObj(
                i -> {
                  if (i == 29_999) {
                    throw new IllegalStateException("row " + i);
                  }
                  return Probe.of("p" + i);
                });
    assertThatThrownBy(() -> store.write(FIRST, writer -> writer.put(Probe.TYPE, failing)))
        .hasMessage("row 29999");
    assertThat(store.count(Probe.TYPE)).isZero();
  }

  @Test
  void aWriterEndsWithItsWrite() {
    FeatureStore.Writer[] escaped = new FeatureStore.Writer[1];
    store.write(FIRST, writer -> escaped[0] = writer);
    assertThatThrownBy(() -> escaped[0].putOne(Probe.TYPE, Probe.of("p")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> escaped[0].delete(Probe.TYPE, List.of("p")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aWriteWithinAWriteIsRefused() {
    assertThatThrownBy(() -> store.write(FIRST, outer -> put(SECOND, Probe.of("p"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(store.count(Probe.TYPE)).isZero();
  }

  // ---- history

  @Test
  @Tag("US-P03")
  @Tag("US-E04")
  void historyTellsWhoWhenWhyBeforeAndAfter() {
    Probe one = Probe.full("p");
    Probe two = one.with("POINT (1 2)").with("a_tree", null).with("a_date", null);
    put(FIRST, one, Probe.of("q"));
    put(SECOND, two);
    delete(THIRD, "p");

    List<Change> changes = store.history(Probe.TYPE, "p");
    assertThat(changes).extracting(Change::version).containsExactly(1, 2, 3);
    assertThat(changes).extracting(Change::context).containsExactly(FIRST, SECOND, THIRD);
    assertThat(changes).extracting(Change::type).containsOnly("probe");
    assertThat(changes).extracting(Change::id).containsOnly("p");
    assertThat(changes.get(0).before()).isNull();
    assertState(changes.get(0).after(), one);
    assertState(changes.get(1).before(), one);
    assertState(changes.get(1).after(), two);
    assertState(changes.get(2).before(), two);
    assertThat(changes.get(2).after()).isNull();
    assertThat(store.history(Probe.TYPE, "q")).hasSize(1);
    assertThat(store.history(Probe.TYPE, "nobody")).isEmpty();
    assertThat(store.history(Probe.BARE, "p")).isEmpty();
  }

  private static void assertState(Change.@Nullable State state, Probe probe) {
    assertThat(state).isNotNull();
    assertThat(state.row()).isEqualTo(Probe.TYPE.toRow(probe));
    assertThat(state.geometry().equalsExact(probe.geometry())).isTrue();
  }

  @Test
  void aFeatureThatComesBackGoesOnCounting() {
    put(FIRST, Probe.of("p"));
    delete(SECOND, "p");
    put(THIRD, Probe.full("p"));
    put(THIRD, Probe.of("p"));
    List<Change> changes = store.history(Probe.TYPE, "p");
    assertThat(changes).extracting(Change::version).containsExactly(1, 2, 3, 4);
    assertThat(changes.get(1).after()).isNull();
    assertThat(changes.get(2).before()).isNull();
    assertState(changes.get(2).after(), Probe.full("p"));
    delete(FIRST, "p");
    assertThat(store.history(Probe.TYPE, "p")).hasSize(5);
  }

  @Test
  void deletesAndUpdatesInBulk() {
    Probe[] probes =
        IntStream.range(0, 2000).mapToObj(i -> Probe.of("p" + i)).toArray(Probe[]::new);
    put(FIRST, probes);
    Probe[] changed = Arrays.stream(probes).map(p -> p.with("a_text", "x")).toArray(Probe[]::new);
    assertThat(put(SECOND, changed)).isEqualTo(new WriteCounts(0, 2000, 0, 0));
    assertThat(delete(THIRD, ids(Arrays.asList(probes)).toArray(String[]::new)).deleted())
        .isEqualTo(2000);
    assertThat(store.count(Probe.TYPE)).isZero();
    assertThat(store.history(Probe.TYPE, "p1999")).hasSize(3);
  }

  // ---- living together

  @Test
  void readersSeeTheLastCommitDuringAWrite() throws Exception {
    put(FIRST, Probe.of("a"));
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch seen = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(5);
    try {
      Future<WriteCounts> write =
          threads.submit(
              () ->
                  store.write(
                      SECOND,
                      writer -> {
                        WriteCounts counts = writer.putOne(Probe.TYPE, Probe.of("b"));
                        written.countDown();
                        await(seen);
                        return counts;
                      }));
      await(written);
      List<Future<List<String>>> readers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        readers.add(threads.submit(() -> ids(store.list(Probe.TYPE))));
      }
      for (Future<List<String>> reader : readers) {
        assertThat(reader.get(20, TimeUnit.SECONDS)).containsExactly("a");
      }
      assertThat(store.revision()).isEqualTo(1);
      seen.countDown();
      write.get(20, TimeUnit.SECONDS);
      assertThat(ids(store.list(Probe.TYPE))).containsExactly("a", "b");
    } finally {
      seen.countDown();
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void writersWaitForEachOther() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<WriteCounts>> writes = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        Probe probe = Probe.of("p" + i);
        writes.add(threads.submit(() -> put(FIRST, probe)));
      }
      for (Future<WriteCounts> write : writes) {
        assertThat(write.get(60, TimeUnit.SECONDS).inserted()).isEqualTo(1);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(store.revision()).isEqualTo(20);
    assertThat(store.count(Probe.TYPE)).isEqualTo(20);
  }

  @Test
  void twoOpenStoresSeeEachOthersWrites() {
    try (FeatureStore other = open(TYPES)) {
      put(FIRST, Probe.full("p"));
      assertThat(other.list(Probe.TYPE)).containsExactly(Probe.full("p"));
      other.write(SECOND, writer -> writer.putOne(Probe.TYPE, Probe.of("p")));
      assertThat(stored("p")).isEqualTo(Probe.of("p"));
      assertThat(store.revision()).isEqualTo(2);
    }
  }

  @Test
  void closesOnce() {
    store.close();
    store.close();
    assertThatThrownBy(() -> store.count(Probe.TYPE))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> put(FIRST, Probe.of("p"))).isInstanceOf(StoreException.class);
  }

  // ---- growing with the program

  @Test
  void addsTablesAndColumnsThatTypesHaveGained() {
    store.close();
    FeatureType<Probe> before =
        FeatureType.<Probe>named(
                "probe", "探头", "Probe", Probe.TYPE.geometryKind(), FeatureStoreContract::narrow)
            .text("a_text", "文本", "Text", probe -> probe.values().text("a_text"))
            .build();
    try (FeatureStore old = create(DATASET, List.of(before))) {
      Probe probe = Probe.at("p", "POINT (1 2)").with("a_text", "旧");
      old.write(FIRST, writer -> writer.putOne(before, probe));
      old.write(SECOND, writer -> writer.putOne(before, probe.with("a_text", "新")));
    }
    try (FeatureStore grown = open(TYPES)) {
      Probe expected = Probe.at("p", "POINT (1 2)").with("a_text", "新");
      assertThat(grown.list(Probe.TYPE)).containsExactly(expected);
      assertThat(grown.write(THIRD, w -> w.putOne(Probe.TYPE, expected)).unchanged()).isEqualTo(1);
      grown.write(THIRD, writer -> writer.putOne(Probe.TYPE, Probe.full("p")));
      assertThat(grown.list(Probe.TYPE)).containsExactly(Probe.full("p"));
      assertThat(grown.history(Probe.TYPE, "p")).hasSize(3);
      assertThat(grown.list(Community.TYPE)).isEmpty();
    }
  }

  private static Probe narrow(
      String id, @Nullable Geometry geometry, Provenance provenance, org.lianpian.model.Row row) {
    return new Probe(id, geometry, provenance, Probe.row(row.values()));
  }
}
