package org.lianpian.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The policy profiles that the program knows, built into the jar or read from a directory.
 *
 * <p>Immutable and thread-safe. Files with mistakes are refused whole: {@link
 * PolicyFormatException} lists every mistake with file, key and how to mend it.
 */
public final class PolicyRegistry {
  private final Map<String, PolicyProfile> profiles;
  private final List<SpecCase> cases;
  private final WorkCalendar calendar;
  private final int files;

  private PolicyRegistry(
      Map<String, PolicyProfile> profiles, List<SpecCase> cases, WorkCalendar calendar, int files) {
    this.profiles = profiles;
    this.cases = List.copyOf(cases);
    this.calendar = calendar;
    this.files = files;
  }

  /** Reads the profiles packed into the jar and checks them. */
  public static PolicyRegistry builtIn() {
    return of(PolicyFiles.builtIn());
  }

  /**
   * Reads the profiles below a directory. They may inherit from built-in profiles, and a file with
   * the path of a built-in one replaces it.
   */
  public static PolicyRegistry load(Path directory) {
    Map<String, String> texts = new TreeMap<>(PolicyFiles.builtIn());
    texts.putAll(PolicyFiles.in(directory));
    return of(texts);
  }

  /** Makes a registry of file texts by their relative paths. */
  static PolicyRegistry of(Map<String, String> texts) {
    PolicySchema schema = new PolicySchema();
    Map<String, JsonNode> trees = PolicyFiles.parse(texts);
    List<PolicyIssue> issues = new ArrayList<>();
    trees.forEach((file, tree) -> issues.addAll(schema.check(file, tree)));
    if (!issues.isEmpty()) {
      throw new PolicyFormatException(issues);
    }
    Map<String, PolicyProfile> profiles = new Linker(trees, schema).link();
    profiles.values().forEach(profile -> issues.addAll(PolicySums.issues(profile)));
    List<SpecCase> cases = new ArrayList<>();
    WorkCalendar calendar = WorkCalendar.EMPTY;
    for (Map.Entry<String, JsonNode> entry : trees.entrySet()) {
      JsonNode tree = entry.getValue();
      if (tree.has(PolicySchema.Kind.SPEC.mark)) {
        cases.addAll(SpecCase.read(entry.getKey(), tree));
      } else if (tree.has(PolicySchema.Kind.CALENDAR.mark)) {
        calendar = calendar.with(entry.getKey(), tree);
      }
    }
    if (!issues.isEmpty()) {
      throw new PolicyFormatException(issues);
    }
    return new PolicyRegistry(profiles, cases, calendar, trees.size());
  }

  /** Returns the profile, or throws {@link IllegalArgumentException} naming those there are. */
  public PolicyProfile get(String id) {
    PolicyProfile profile = profiles.get(id);
    if (profile == null) {
      throw new IllegalArgumentException(
          "There is no policy profile "
              + id
              + "; there are "
              + String.join(", ", profiles.keySet()));
    }
    return profile;
  }

  /** Returns the worked cases (算例) that came with the profiles, by file and in their order. */
  public List<SpecCase> cases() {
    return cases;
  }

  /** Returns the working days of the years that the calendar files hold. */
  public WorkCalendar calendar() {
    return calendar;
  }

  /** Counts the files read. */
  int fileCount() {
    return files;
  }

  /** Returns all profiles by id. */
  public Collection<PolicyProfile> list() {
    return profiles.values();
  }

  /**
   * Finds the profile that governs a division on a day: the one with the closest division (district
   * before prefecture before province before country), among those the one that began last.
   *
   * @param adcode six digits, GB/T 2260; an unknown code finds the country's profile
   */
  public Optional<PolicyProfile> findFor(String adcode, LocalDate on) {
    return profiles.values().stream()
        .filter(profile -> profile.header().automatic() && profile.isValidOn(on))
        .filter(profile -> closeness(profile, adcode) >= 0)
        .max(
            Comparator.comparingInt((PolicyProfile profile) -> closeness(profile, adcode))
                .thenComparing(profile -> profile.header().validFrom())
                .thenComparing(PolicyProfile::id));
  }

  private static int closeness(PolicyProfile profile, String adcode) {
    return profile.header().adcodes().stream()
        .map(code -> code.replaceFirst("(00)+$", ""))
        .filter(adcode::startsWith)
        .mapToInt(String::length)
        .max()
        .orElse(-1);
  }

  /** Builds the profiles, each after the one it inherits. */
  private static final class Linker {
    private final Map<String, JsonNode> trees;
    private final PolicySchema schema;
    private final Map<String, String> fileOf = new TreeMap<>();
    private final Map<String, PolicyProfile> done = new TreeMap<>();
    private final Set<String> underWay = new LinkedHashSet<>();
    private final List<PolicyIssue> issues = new ArrayList<>();

    Linker(Map<String, JsonNode> trees, PolicySchema schema) {
      this.trees = trees;
      this.schema = schema;
    }

    Map<String, PolicyProfile> link() {
      trees.forEach(
          (file, tree) -> {
            if (tree.has(PolicySchema.Kind.PROFILE.mark)) {
              String other = fileOf.put(tree.path("id").asText(), file);
              if (other != null) {
                issues.add(
                    new PolicyIssue(
                        "policy.duplicate-profile",
                        file,
                        "/id",
                        "方案编号与 " + other + " 相同,请改名",
                        "has the id of the profile in " + other));
              }
            }
          });
      fileOf.keySet().forEach(this::profile);
      if (!issues.isEmpty()) {
        throw new PolicyFormatException(issues);
      }
      return done;
    }

    private @Nullable PolicyProfile profile(String id) {
      PolicyProfile known = done.get(id);
      String file = fileOf.get(id);
      if (known != null || file == null) {
        return known;
      }
      JsonNode tree = trees.get(file);
      if (tree == null) {
        throw new IllegalStateException("every file has a tree");
      }
      underWay.add(id);
      PolicyProfile parent = null;
      if (tree.hasNonNull("inherits")) {
        String parentId = tree.path("inherits").asText();
        parent = underWay.contains(parentId) ? null : profile(parentId);
        if (parent == null) {
          reportParent(file, parentId);
        }
      }
      underWay.remove(id);
      try {
        PolicyProfile profile =
            // once more, now with the rows in place of the names of their files
            new ProfileBuilder(file, tree, trees::get, whole -> schema.check(file, whole), parent)
                .build();
        done.put(id, profile);
        return profile;
      } catch (PolicyFormatException e) {
        issues.addAll(e.issues());
        return null;
      }
    }

    private void reportParent(String file, String parentId) {
      boolean circle = underWay.contains(parentId);
      issues.add(
          new PolicyIssue(
              circle ? "policy.inheritance-circle" : "policy.unknown-parent",
              file,
              "/inherits",
              circle
                  ? "继承成了环:" + String.join(" → ", underWay) + " → " + parentId
                  : "找不到(或读不了)被继承的方案“" + parentId + "”,可用的有 " + String.join("、", fileOf.keySet()),
              circle
                  ? "the profiles inherit in a circle"
                  : "there is no usable profile " + parentId + " to inherit"));
    }
  }
}
