package org.lianpian.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Datum;
import org.lianpian.ingest.estate.EstateIndex;
import org.lianpian.ingest.source.ChoiceException;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.ingest.source.SourceException;
import org.lianpian.ingest.source.SourceFeature;
import org.lianpian.ingest.source.SourceLayer;
import org.lianpian.ingest.value.Severity;
import org.lianpian.model.Building;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Community;
import org.lianpian.model.EstateMerge;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.lianpian.model.FeatureTypes;
import org.lianpian.model.Watercourse;
import org.lianpian.model.WriteCounts;

/** One import of one open file into one CRS. */
final class ImportRun {
  private static final double SURE = 0.6;

  private final String file;
  private final List<SourceLayer> layers;
  private final ImportOptions options;
  private final Crs target;
  private final LayerPlanner planner;
  private final List<RowIssue> fileIssues = new ArrayList<>();
  private final Map<String, LayerReport> skipped = new HashMap<>();
  private EstateIndex estates = EstateIndex.EMPTY;

  ImportRun(String file, List<SourceLayer> layers, ImportOptions options, Crs target) {
    this.file = file;
    this.layers = layers;
    this.options = options;
    this.target = target;
    this.planner = new LayerPlanner(file, options, target);
  }

  /** Checks all rows; counts against the store when there is one. */
  ImportReport check(@Nullable FeatureStore store) {
    List<LayerPlan<?>> plans = plans();
    if (store != null && plans.stream().anyMatch(plan -> plan.type() == Community.TYPE)) {
      estates = EstateIndex.of(store);
    }
    SameFile sameFile = sameFile(plans);
    EstateLinks links = links();
    Map<FeatureType<?>, Set<String>> ids = new HashMap<>();
    Map<String, LayerReport> reports = new HashMap<>(skipped);
    StoreChecks checks = store == null ? null : new StoreChecks(store);
    DatumCheck datums = store == null ? null : new DatumCheck(store);
    long passed = 0;
    for (LayerPlan<?> plan : plans) {
      Proposal datum = datums == null ? null : datums.propose(plan);
      passed += check(plan, sameFile, links, store, checks, datum, ids, reports);
    }
    List<LayerReport> ordered =
        layers.stream().map(layer -> reports.get(layer.name())).filter(Objects::nonNull).toList();
    ImportReport report = new ImportReport(file, ordered, fileIssues, false, false);
    boolean committable = passed > 0 && (options.onlyPassing() || report.errors() == 0);
    return new ImportReport(file, ordered, fileIssues, committable, false);
  }

  /** Checks all rows, then writes those that pass, when the options and errors allow it. */
  ImportReport commit(FeatureStore store, ChangeContext context) {
    ImportReport checked = check(store);
    if (!checked.committable()) {
      return checked;
    }
    List<LayerPlan<?>> plans = plans();
    SameFile sameFile = sameFile(plans);
    EstateLinks links = links();
    Map<String, WriteCounts> written =
        store.write(
            context,
            writer -> {
              Map<String, WriteCounts> counts = new HashMap<>();
              Map<FeatureType<?>, Set<String>> ids = new HashMap<>();
              for (LayerPlan<?> plan : plans) {
                counts.put(plan.layer().name(), write(plan, sameFile, links, ids, writer));
              }
              writer.put(EstateMerge.TYPE, links.records().stream());
              return counts;
            });
    List<LayerReport> reports =
        checked.layers().stream().map(report -> withCounts(report, written)).toList();
    return new ImportReport(file, reports, checked.issues(), true, true);
  }

  /** Reads the features of one type. */
  <T extends Feature> ReadResult<T> read(FeatureType<T> type) {
    List<T> features = new ArrayList<>();
    List<RowIssue> issues = new ArrayList<>();
    List<LayerPlan<?>> plans = new ArrayList<>();
    List<LayerPlan<T>> wanted = new ArrayList<>();
    for (SourceLayer layer : layers) {
      LayerLook look = planner.look(layer);
      LayerRole role = look.role();
      if (role.type() != type && layers.size() == 1 && role.confidence() < SURE) {
        role = new LayerRole(type, 0, role.reasons(), role.filter(), role.candidates());
      }
      if (role.type() == type) {
        wanted.add(planner.plan(layer, look.withRole(role), type));
      } else if (role.type() != null) {
        plans.add(plan(layer, look, role.type()));
      }
    }
    plans.addAll(wanted);
    SameFile sameFile = sameFile(plans);
    for (LayerPlan<T> plan : wanted) {
      LayerTally<T> tally =
          new LayerTally<>(
              type, plan.layer().name(), target, Integer.MAX_VALUE, null, LayerTally.newIds());
      plan.issues().forEach(tally.log()::add);
      pass(plan, sameFile, links(), tally, (row, feature) -> features.add(feature));
      issues.addAll(tally.log().issues());
    }
    if (wanted.isEmpty()) {
      issues.add(
          RowIssue.ofLayer(
              "role.none",
              Severity.ERROR,
              file,
              file + "：没有" + type.zh() + "图层",
              file + ": holds no layer of type " + type.en(),
              ""));
    }
    return new ReadResult<>(features, issues);
  }

  /** Plans the layers that have a role, in the order in which types are imported. */
  private List<LayerPlan<?>> plans() {
    List<LayerPlan<?>> plans = new ArrayList<>();
    fileIssues.clear();
    skipped.clear();
    checkNames();
    for (SourceLayer layer : layers) {
      try {
        LayerLook look = planner.look(layer);
        FeatureType<?> type = look.role().type();
        if (type == null) {
          skipped.put(layer.name(), skippedReport(layer, look));
        } else {
          plans.add(plan(layer, look, type));
        }
      } catch (SourceException e) {
        fileIssues.add(e.issue());
      }
    }
    boolean chosen =
        layers.stream().allMatch(l -> LayerOptions.SKIP.equals(options.of(l.name()).role()));
    if (plans.isEmpty() && fileIssues.isEmpty() && !chosen) {
      fileIssues.add(
          RowIssue.ofLayer(
              "role.none",
              Severity.ERROR,
              file,
              file + "：没有可导入的图层，请指定内容类型",
              file + ": holds no layer that can be imported; state what it holds",
              ""));
    }
    plans.sort(Comparator.comparingInt(plan -> FeatureTypes.ALL.indexOf(plan.type())));
    return plans;
  }

  /** Refuses decisions about layers that the file does not hold. */
  private void checkNames() {
    Set<String> unknown = new TreeSet<>(options.layers().keySet());
    layers.forEach(layer -> unknown.remove(layer.name()));
    if (!unknown.isEmpty()) {
      String name = unknown.iterator().next();
      throw new ChoiceException(
          ChoiceException.Control.LAYER,
          name,
          name,
          file + " 中没有图层“" + name + "”",
          file + " has no layer '" + name + "'");
    }
  }

  private <T extends Feature> LayerPlan<T> plan(
      SourceLayer layer, LayerLook look, FeatureType<T> type) {
    return planner.plan(layer, look, type);
  }

  private static LayerReport skippedReport(SourceLayer layer, LayerLook look) {
    List<ColumnMapping> unused =
        layer.columns().stream()
            .map(column -> ColumnMapping.of(column, ColumnMapping.Use.NOT_IMPORTED))
            .toList();
    LayerReading reading =
        new LayerReading(
            layer.name(),
            layer.format(),
            look.role(),
            unused,
            look.samples(),
            Crs.WGS84,
            CrsOrigin.NONE,
            Datum.CGCS2000,
            layer.encoding(),
            layer.notices());
    return new LayerReport(
        reading,
        0,
        ImportCounts.NONE,
        null,
        List.of(),
        List.of(),
        layer.issues(),
        layer.issues().size(),
        0);
  }

  private <T extends Feature> long check(
      LayerPlan<T> plan,
      SameFile sameFile,
      EstateLinks links,
      @Nullable FeatureStore store,
      @Nullable StoreChecks checks,
      @Nullable Proposal datum,
      Map<FeatureType<?>, Set<String>> ids,
      Map<String, LayerReport> reports) {
    LayerTally<T> tally = tally(plan, store, ids);
    IssueLog log = tally.log();
    plan.issues().forEach(log::add);
    plan.coordinates().proposals().forEach(log::add);
    if (datum != null) {
      log.add(datum);
      log.add(datumIssue(plan.layer().name(), datum));
    }
    pass(
        plan,
        sameFile,
        links,
        tally,
        (row, feature) -> {
          if (checks != null) {
            checks.check(plan, row, feature, issue -> log.add(issue, feature.geometry()));
          }
        });
    tally.finish();
    reports.put(plan.layer().name(), tally.report(plan, links.takePairs()));
    return tally.passed();
  }

  private static RowIssue datumIssue(String layer, Proposal proposal) {
    return RowIssue.ofLayer(
        proposal.kind().code(),
        Severity.PROPOSAL,
        layer,
        layer + "：" + proposal.zh(),
        layer + ": " + proposal.en(),
        String.valueOf(proposal.datum()));
  }

  private <T extends Feature> WriteCounts write(
      LayerPlan<T> plan,
      SameFile sameFile,
      EstateLinks links,
      Map<FeatureType<?>, Set<String>> ids,
      FeatureStore.Writer writer) {
    LayerTally<T> tally = tally(plan, null, ids);
    FeatureAssembler<T> assembler = new FeatureAssembler<>(plan, target, sameFile);
    try (Stream<SourceFeature> rows = plan.layer().features()) {
      Stream<T> features =
          rows.filter(plan::keeps)
              .map(row -> tally.add(row, links.apply(plan, row, assembler.assemble(row))))
              .filter(Objects::nonNull);
      return writer.put(plan.type(), features);
    }
  }

  private EstateLinks links() {
    return new EstateLinks(estates, target);
  }

  private <T extends Feature> LayerTally<T> tally(
      LayerPlan<T> plan, @Nullable FeatureStore store, Map<FeatureType<?>, Set<String>> ids) {
    return new LayerTally<>(
        plan.type(),
        plan.layer().name(),
        target,
        options.limits().issues(),
        store,
        ids.computeIfAbsent(plan.type(), type -> LayerTally.newIds()));
  }

  private <T extends Feature> void pass(
      LayerPlan<T> plan,
      SameFile sameFile,
      EstateLinks links,
      LayerTally<T> tally,
      BiConsumer<SourceFeature, T> features) {
    FeatureAssembler<T> assembler = new FeatureAssembler<>(plan, target, sameFile);
    try (Stream<SourceFeature> rows = plan.layer().features()) {
      rows.filter(plan::keeps)
          .forEach(
              row -> {
                T feature = tally.add(row, links.apply(plan, row, assembler.assemble(row)));
                if (feature != null) {
                  features.accept(row, feature);
                }
              });
    } catch (SourceException e) {
      tally.log().add(e.issue());
    }
  }

  /** Collects what layers tell each other, when the file has layers that need it. */
  private SameFile sameFile(List<LayerPlan<?>> plans) {
    boolean buildings = plans.stream().anyMatch(plan -> plan.type() == Building.TYPE);
    boolean osm = plans.stream().anyMatch(plan -> plan.layer().knownRole() != null);
    List<Community> communities = buildings ? collect(plans, Community.TYPE) : List.of();
    List<Watercourse> watercourses = osm ? collect(plans, Watercourse.TYPE) : List.of();
    return communities.isEmpty() && watercourses.isEmpty()
        ? SameFile.NOTHING
        : new SameFile(communities, watercourses);
  }

  @SuppressWarnings("unchecked") // the plan's type was compared
  private <T extends Feature> List<T> collect(List<LayerPlan<?>> plans, FeatureType<T> type) {
    List<T> features = new ArrayList<>();
    for (LayerPlan<?> plan : plans) {
      if (plan.type() == type) {
        LayerPlan<T> typed = (LayerPlan<T>) plan;
        LayerTally<T> tally =
            new LayerTally<>(type, plan.layer().name(), target, 0, null, LayerTally.newIds());
        pass(typed, SameFile.NOTHING, links(), tally, (row, feature) -> features.add(feature));
      }
    }
    return features;
  }

  private static LayerReport withCounts(LayerReport report, Map<String, WriteCounts> written) {
    WriteCounts counts = written.get(report.name());
    if (counts == null) {
      return report;
    }
    return report.withCounts(
        new ImportCounts(
            counts.inserted(),
            counts.updated(),
            counts.unchanged(),
            report.counts().rejected(),
            report.counts().ignored()));
  }
}
