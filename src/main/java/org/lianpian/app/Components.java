package org.lianpian.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.lianpian.assessment.AssessmentRun;
import org.lianpian.assessment.Assessor;
import org.lianpian.assessment.Engines;
import org.lianpian.frontage.ExactFrontageClassifier;
import org.lianpian.http.HttpApi;
import org.lianpian.http.HttpServices;
import org.lianpian.http.HttpSettings;
import org.lianpian.ingest.Importer;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Dataset;
import org.lianpian.model.FeatureStore;
import org.lianpian.policy.PackedProfiles;
import org.lianpian.policy.PolicyProfile;
import org.lianpian.policy.PolicyRegistry;
import org.lianpian.region.PlanScenarios;
import org.lianpian.region.SpanningTreeRegionalizer;
import org.lianpian.sewer.NetworkConnectionAssessor;
import org.lianpian.store.geopackage.GeoPackageFeatureStore;
import org.lianpian.store.postgis.PostgisConfig;
import org.lianpian.store.postgis.PostgisFeatureStore;
import org.lianpian.wallmap.PrintFont;
import org.lianpian.wallmap.WallMap;

/**
 * The composition root: makes the parts of the program from the operator's settings.
 *
 * <p>Every call makes new parts; who makes a store closes it. Thread-safe.
 */
public final class Components {
  private final Config config;
  private final Clock clock;

  public Components(Config config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  public Config config() {
    return config;
  }

  /**
   * Opens the dataset that the settings name.
   *
   * @throws IllegalArgumentException when there is none yet
   */
  public FeatureStore openStore() {
    return openStore(config.get(ConfigKey.STORE));
  }

  /** Opens a dataset by its place: a file, or a {@code jdbc:postgresql:} address. */
  public FeatureStore openStore(String place) {
    if (isPostgis(place)) {
      return PostgisFeatureStore.open(postgis(place));
    }
    Path file = Path.of(place);
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          "没有数据集 / There is no dataset at "
              + file
              + "; 先运行 / first run: lianpian import … 或 / or lianpian demo");
    }
    return GeoPackageFeatureStore.open(file);
  }

  /** Tells whether a dataset is there; always true for PostGIS, which says so itself on opening. */
  public boolean storeExists() {
    String place = config.get(ConfigKey.STORE);
    return isPostgis(place) || Files.exists(Path.of(place));
  }

  public FeatureStore createStore(Dataset dataset) {
    return createStore(config.get(ConfigKey.STORE), dataset);
  }

  public FeatureStore createStore(String place, Dataset dataset) {
    return isPostgis(place)
        ? PostgisFeatureStore.create(postgis(place), dataset)
        : GeoPackageFeatureStore.create(Path.of(place), dataset);
  }

  private static boolean isPostgis(String place) {
    return place.startsWith("jdbc:postgresql:");
  }

  private PostgisConfig postgis(String url) {
    return new PostgisConfig(
        url,
        config.get(ConfigKey.POSTGIS_USER),
        config.get(ConfigKey.POSTGIS_PASSWORD),
        config.get(ConfigKey.POSTGIS_SCHEMA));
  }

  /** Reads and checks all policy profiles. */
  public PolicyRegistry policies() {
    String directory = config.get(ConfigKey.POLICY_DIRECTORY);
    return directory.isEmpty() ? PolicyRegistry.builtIn() : PolicyRegistry.load(Path.of(directory));
  }

  /**
   * Reads one policy profile; from an operator's directory, only after all of it was checked.
   *
   * @throws IllegalArgumentException naming the profiles there are
   */
  public PolicyProfile profile(String id) {
    return config.get(ConfigKey.POLICY_DIRECTORY).isEmpty()
        ? PackedProfiles.get(id)
        : policies().get(id);
  }

  /** Returns the day whose rules apply. */
  public LocalDate assessmentDate() {
    String date = config.get(ConfigKey.ASSESSMENT_DATE);
    return date.isEmpty() ? LocalDate.now(clock) : LocalDate.parse(date);
  }

  public Assessor assessor(PolicyProfile profile) {
    return new Assessor(profile, assessmentDate(), engines());
  }

  public Engines engines() {
    return new Engines(
        new SpanningTreeRegionalizer(),
        new ExactFrontageClassifier(),
        new NetworkConnectionAssessor());
  }

  public AssessmentRun assessmentRun(FeatureStore store) {
    return new AssessmentRun(store, assessor(profile(store.dataset().profile())));
  }

  public Importer importer() {
    return new Importer();
  }

  public ChangeContext change(String reason) {
    return new ChangeContext(config.get(ConfigKey.ACTOR), reason, clock.instant());
  }

  /** Makes the server for a store; the caller starts and closes it. */
  public HttpApi http(FeatureStore store) {
    HttpSettings settings = httpSettings();
    PolicyProfile profile = profile(store.dataset().profile());
    AssessmentRun run = new AssessmentRun(store, assessor(profile));
    HttpServices services =
        new HttpServices(
            store,
            profile,
            assessmentDate(),
            progress -> run.run(change("分析 / analysis"), progress),
            run::proposal,
            importer(),
            new PlanScenarios(store),
            this::wallMap,
            clock);
    return new HttpApi(services, settings);
  }

  /**
   * Makes the printer of wall maps.
   *
   * @throws IllegalArgumentException saying what to install, when there is no font for it
   */
  public WallMap wallMap() {
    return new WallMap(PrintFont.find(config.get(ConfigKey.PRINT_FONT)));
  }

  private HttpSettings httpSettings() {
    String review = config.get(ConfigKey.MAP_REVIEW_NUMBER);
    String baseUrl = config.get(ConfigKey.MAP_BASE_URL);
    return new HttpSettings(
        config.get(ConfigKey.SERVER_HOST),
        config.integer(ConfigKey.SERVER_PORT, 0, 65535),
        review.isEmpty() ? null : review,
        baseUrl.isEmpty()
            ? null
            : new HttpSettings.BaseMap(
                baseUrl,
                config.get(ConfigKey.MAP_BASE_ATTRIBUTION),
                config.get(ConfigKey.MAP_BASE_DATUM)),
        config.flag(ConfigKey.PIPES_VISIBLE),
        config.integer(ConfigKey.UPLOAD_MEGABYTES, 1, 4096) * 1_000_000L,
        config.get(ConfigKey.ACTOR));
  }
}
