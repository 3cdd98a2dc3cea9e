package org.lianpian;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plan of the house: who may use whom, and which library stays behind which door. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
  private static final String ROOT = "org.lianpian";

  /** Every package with the other packages it may use. */
  private static final Map<String, Set<String>> MAY_USE = new LinkedHashMap<>();

  /** Every fenced library with the packages that may use it. */
  private static final Map<String, Set<String>> FENCES = new LinkedHashMap<>();

  static {
    Set<String> kernel = Set.of("geo", "policy", "model");
    Set<String> features = Set.of("geocode", "region", "frontage", "sewer", "lifecircle");
    MAY_USE.put("geo", Set.of());
    MAY_USE.put("policy", Set.of());
    MAY_USE.put("model", Set.of("geo", "policy"));
    features.forEach(feature -> MAY_USE.put(feature, kernel));
    MAY_USE.put("assessment", union(kernel, features));
    MAY_USE.put("demo", kernel);
    MAY_USE.put("ingest", Set.of("geo", "model"));
    MAY_USE.put("tiles", Set.of("geo", "model"));
    MAY_USE.put("export", Set.of("geo", "model"));
    MAY_USE.put("wallmap", Set.of("geo", "model"));
    MAY_USE.put("store", Set.of("geo", "model"));
    MAY_USE.put("store.geopackage", Set.of("geo", "model", "store"));
    MAY_USE.put("store.postgis", Set.of("geo", "model", "store"));
    MAY_USE.put(
        "http",
        union(
            kernel, union(features, Set.of("assessment", "ingest", "tiles", "export", "wallmap"))));
    Set<String> belowApp =
        union(
            MAY_USE.get("http"),
            Set.of("http", "demo", "store", "store.geopackage", "store.postgis"));
    MAY_USE.put("app", belowApp);
    MAY_USE.put("cli", union(belowApp, Set.of("app")));

    FENCES.put("io.javalin..", Set.of("http"));
    FENCES.put("org.eclipse.jetty..", Set.of("http"));
    FENCES.put("org.geotools..", Set.of("geo"));
    FENCES.put("net.sf.geographiclib..", Set.of("geo"));
    FENCES.put("org.dhatim..", Set.of("ingest", "demo"));
    FENCES.put("com.linuxense..", Set.of("ingest"));
    FENCES.put("org.openstreetmap..", Set.of("ingest"));
    FENCES.put("org.apache.commons.csv..", Set.of("ingest"));
    FENCES.put("org.apache.pdfbox..", Set.of("wallmap"));
    FENCES.put("org.apache.fontbox..", Set.of("wallmap"));
    FENCES.put("picocli..", Set.of("cli"));
    FENCES.put("me.tongfei..", Set.of("cli"));
    FENCES.put("java.sql..", Set.of("store", "store.geopackage", "store.postgis", "ingest"));
    FENCES.put("org.sqlite..", Set.of("store", "store.geopackage", "ingest"));
    FENCES.put("org.postgresql..", Set.of("store.postgis"));
    FENCES.put("com.zaxxer..", Set.of("store.postgis"));
    FENCES.put("org.flywaydb..", Set.of("store", "store.geopackage", "store.postgis"));
    FENCES.put(
        "com.fasterxml.jackson..",
        Set.of(
            "policy",
            "store",
            "store.geopackage",
            "store.postgis",
            "ingest",
            "export",
            "wallmap",
            "demo",
            "http",
            "app",
            "cli"));
  }

  private JavaClasses classes;

  @BeforeAll
  void readClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
  }

  @Test
  void everyPackageHasARule() {
    Set<String> without =
        classes.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> !name.equals(ROOT) && part(name).isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(without).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void packageUsesOnlyWhatItMay(String name) {
    Set<String> allowed = union(MAY_USE.get(name), Set.of(name));

    noClasses()
        .that(describe("belong to " + name, type -> part(type.getPackageName()).equals(name)))
        .should()
        .dependOnClassesThat(
            describe(
                "belong to another part than " + allowed,
                used ->
                    used.getPackageName().startsWith(ROOT)
                        && !allowed.contains(part(used.getPackageName()))))
        .allowEmptyShould(true)
        .check(classes);
  }

  /** Returns the part of the house a package belongs to; sub-packages belong to their parent. */
  private static String part(String packageName) {
    return MAY_USE.keySet().stream()
        .filter(
            name ->
                packageName.equals(ROOT + "." + name)
                    || packageName.startsWith(ROOT + "." + name + "."))
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  static Set<String> packages() {
    return MAY_USE.keySet();
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void libraryStaysBehindItsFence(String library) {
    Set<String> allowed = FENCES.get(library);

    noClasses()
        .that(
            describe(
                "do not belong to " + allowed,
                type -> !allowed.contains(part(type.getPackageName()))))
        .should()
        .dependOnClassesThat(resideInAnyPackage(library))
        .check(classes);
  }

  static Set<String> libraries() {
    return FENCES.keySet();
  }

  @Test
  void packagesFormNoCycle() {
    SlicesRuleDefinition.slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".cli")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(classes);
  }

  @Test
  void everyPackageIsNullMarked() {
    classes()
        .that()
        .haveSimpleName("package-info")
        .should()
        .beAnnotatedWith("org.jspecify.annotations.NullMarked")
        .check(classes);
    Set<String> documented =
        classes.stream()
            .filter(type -> type.getSimpleName().equals("package-info"))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());
    assertThat(documented)
        .containsAll(classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()));
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> both = new TreeSet<>(a);
    both.addAll(b);
    return both;
  }
}
