package org.lianpian.region;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.policy.PolicyProfile;

/**
 * What a plan's last proposal was made from: enough to make it again.
 *
 * @param profile id of the policy profile
 * @param profileVersion version of the profile's content
 * @param inputHash of all units, barriers, road blocks and parameters
 * @param parameters as {@link PackagingParameters#toTree}
 * @param proof as {@link Certificates#summary}, or null where nothing is proven
 */
public record PlanBasis(
    String profile,
    String profileVersion,
    String inputHash,
    Map<String, @Nullable Object> parameters,
    @Nullable Map<String, @Nullable Object> proof) {

  public static PlanBasis of(PackagePlan plan, PolicyProfile profile) {
    return new PlanBasis(
        profile.id(),
        profile.version(),
        plan.inputHash(),
        plan.parameters().toTree(),
        Certificates.summary(plan));
  }

  /** Returns it as a tree of maps that can be kept as JSON. */
  public Map<String, @Nullable Object> toTree() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("profile", profile);
    tree.put("profileVersion", profileVersion);
    tree.put("inputHash", inputHash);
    tree.put("parameters", parameters);
    tree.put("proof", proof);
    return tree;
  }

  /**
   * Reads what {@link #toTree} gives; null where a draft has none.
   *
   * @throws IllegalArgumentException when it is something else
   */
  @SuppressWarnings("unchecked") // the tree is the one made above
  static @Nullable PlanBasis fromTree(@Nullable Object json) {
    if (json == null) {
      return null;
    }
    if (json instanceof Map<?, ?> tree
        && tree.get("profile") instanceof String profile
        && tree.get("profileVersion") instanceof String version
        && tree.get("inputHash") instanceof String hash
        && tree.get("parameters") instanceof Map<?, ?> parameters) {
      return new PlanBasis(
          profile,
          version,
          hash,
          (Map<String, @Nullable Object>) parameters,
          (Map<String, @Nullable Object>) tree.get("proof"));
    }
    throw new IllegalArgumentException("No basis of a plan: " + json);
  }
}
