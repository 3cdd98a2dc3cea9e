package org.lianpian.region;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An area of a planner's plan (片区).
 *
 * @param members ids, sorted, at least one
 * @param locked whether edits are refused and new proposals leave it as it is
 */
public record PlanArea(String id, String name, List<String> members, boolean locked) {

  public PlanArea {
    members = List.copyOf(new TreeSet<>(members));
    if (members.isEmpty()) {
      throw new IllegalArgumentException("Area " + id + " has no members");
    }
  }

  PlanArea withMembers(List<String> newMembers) {
    return new PlanArea(id, name, newMembers, locked);
  }

  PlanArea withName(String newName) {
    return new PlanArea(id, newName, members, locked);
  }

  PlanArea withLocked(boolean newLocked) {
    return new PlanArea(id, name, members, newLocked);
  }

  Map<String, @Nullable Object> toTree() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("id", id);
    tree.put("name", name);
    tree.put("members", members);
    tree.put("locked", locked);
    return tree;
  }

  @SuppressWarnings("unchecked") // the tree is the one made above
  static PlanArea fromTree(Map<String, @Nullable Object> tree) {
    if (tree.get("id") instanceof String id
        && tree.get("name") instanceof String name
        && tree.get("members") instanceof List<?> members
        && tree.get("locked") instanceof Boolean locked) {
      return new PlanArea(id, name, (List<String>) members, locked);
    }
    throw new IllegalArgumentException("No area of a plan: " + tree);
  }
}
