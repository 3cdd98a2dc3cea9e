package org.lianpian.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.export.GeoJson;
import org.lianpian.geo.Crs;
import org.lianpian.model.Community;
import org.lianpian.model.EvidenceShape;
import org.lianpian.model.Verdict;
import org.lianpian.policy.Citation;

/** Writes one GeoJSON feature per community with its verdict and all evidence as properties. */
final class VerdictFile {
  private final GeoJson geoJson;

  VerdictFile(Crs metric) {
    this.geoJson = new GeoJson(metric);
  }

  /** Writes the file whole or not at all; features are sorted by id. */
  void write(List<Community> communities, List<Verdict> verdicts, Path file) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        geoJson.write(features(communities, verdicts), out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(
          Cli.Language.say("无法写入 ", "Cannot write ") + file + ": " + e.getMessage(), e);
    }
  }

  /** Returns one feature per verdict, by the subject's id. */
  Stream<Map<String, @Nullable Object>> features(
      List<Community> communities, List<Verdict> verdicts) {
    Map<String, Community> byId =
        communities.stream().collect(Collectors.toMap(Community::id, Function.identity()));
    return verdicts.stream()
        .sorted((a, b) -> a.subjectId().compareTo(b.subjectId()))
        .map(verdict -> feature(byId.get(verdict.subjectId()), verdict));
  }

  private Map<String, @Nullable Object> feature(@Nullable Community community, Verdict verdict) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("id", verdict.subjectId());
    properties.put("name", community == null ? null : community.name());
    properties.put("analysis", verdict.analysis().name());
    properties.put("status", verdict.code());
    properties.put("zh", verdict.zh());
    properties.put("en", verdict.en());
    properties.putAll(verdict.evidence());
    properties.put("citations", verdict.citations().stream().map(VerdictFile::citation).toList());
    properties.put("profile", verdict.profile());
    properties.put("profile_version", verdict.profileVersion());
    properties.put("input_hash", verdict.inputHash());
    properties.put("shapes", verdict.shapes().stream().map(this::shape).toList());
    return geoJson.feature(
        verdict.subjectId(), community == null ? null : community.geometry(), properties);
  }

  private static String citation(Citation citation) {
    String source =
        citation.document() == null ? Cli.Language.say("我方默认", "our default") : citation.document();
    return source + " " + citation.clause() + ": " + citation.text();
  }

  private Map<String, @Nullable Object> shape(EvidenceShape shape) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("role", shape.role());
    tree.put("zh", shape.zh());
    tree.put("en", shape.en());
    tree.put("geometry", geoJson.geometry(shape.geometry()));
    return tree;
  }
}
