package org.lianpian.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.region.ContiguityGraph;
import org.lianpian.region.PackagingGoal;
import org.lianpian.region.PackagingLocks;
import org.lianpian.region.PackagingParameters;
import org.lianpian.region.PlanArea;
import org.lianpian.region.PlanDraft;
import org.lianpian.region.ShapeGoal;
import org.lianpian.region.SizeGoal;

/**
 * What a planner wants of a proposal beside the profile's rules.
 *
 * <p>{@code parameters}: any of maxGapMetres, minHouseholds (null for none), maxHouseholds,
 * maxDiameterMetres and goal {size, targetHouseholds, shape}. {@code locks}: together (lists of
 * ids), apart (pairs) and anchors (ids).
 */
record ProposalWishes(
    PackagingParameters parameters,
    List<Set<String>> together,
    List<PackagingLocks.Pair> apart,
    Set<String> anchors) {
  private static final int MOST = 5_000;

  private static final Set<String> PARAMETERS =
      Set.of("maxGapMetres", "minHouseholds", "maxHouseholds", "maxDiameterMetres", "goal");

  static ProposalWishes read(JsonNode body, PackagingParameters profile) {
    JsonNode locks = object(body, "locks", Set.of("together", "apart", "anchors"));
    List<Set<String>> together = new ArrayList<>();
    for (List<String> set : lists(locks, "together", 2, MOST)) {
      together.add(Set.copyOf(new HashSet<>(set)));
    }
    List<PackagingLocks.Pair> apart = new ArrayList<>();
    for (List<String> pair : lists(locks, "apart", 2, 2)) {
      apart.add(new PackagingLocks.Pair(pair.get(0), pair.get(1)));
    }
    Set<String> anchors =
        locks.has("anchors") ? new HashSet<>(Params.ids(locks, "anchors", 0, MOST)) : Set.of();
    return new ProposalWishes(parameters(body, profile), together, apart, anchors);
  }

  /** Returns the locks with the draft's locked areas, as far as the data has their members. */
  PackagingLocks locks(PlanDraft draft, ContiguityGraph graph) {
    List<Set<String>> frozen = new ArrayList<>();
    for (PlanArea area : draft.areas()) {
      Set<String> known = new HashSet<>(area.members());
      known.removeIf(id -> graph.findUnit(id).isEmpty());
      if (area.locked() && !known.isEmpty()) {
        frozen.add(known);
      }
    }
    return new PackagingLocks(together, apart, frozen, anchors);
  }

  private static PackagingParameters parameters(JsonNode body, PackagingParameters profile) {
    JsonNode wanted = object(body, "parameters", PARAMETERS);
    PackagingParameters parameters = profile;
    if (wanted.has("maxGapMetres")) {
      parameters = parameters.withMaxGapMetres(number(wanted, "maxGapMetres"));
    }
    if (wanted.has("maxDiameterMetres")) {
      parameters = parameters.withMaxDiameterMetres(number(wanted, "maxDiameterMetres"));
    }
    if (wanted.has("minHouseholds") || wanted.has("maxHouseholds")) {
      parameters =
          parameters.withHouseholds(
              wanted.has("minHouseholds")
                  ? integerOrNull(wanted, "minHouseholds")
                  : parameters.minHouseholds(),
              wanted.has("maxHouseholds")
                  ? (int) number(wanted, "maxHouseholds")
                  : parameters.maxHouseholds());
    }
    return wanted.has("goal") ? parameters.withGoal(goal(wanted, profile.goal())) : parameters;
  }

  private static PackagingGoal goal(JsonNode wanted, PackagingGoal usual) {
    JsonNode goal = object(wanted, "goal", Set.of("size", "targetHouseholds", "shape"));
    return new PackagingGoal(
        goal.has("size") ? code(SizeGoal.class, goal, "size") : usual.size(),
        integerOrNull(goal, "targetHouseholds"),
        goal.has("shape") ? code(ShapeGoal.class, goal, "shape") : usual.shape());
  }

  private static JsonNode object(JsonNode body, String field, Set<String> known) {
    JsonNode node = body.path(field);
    if (!node.isMissingNode() && !node.isObject()) {
      throw bad(field, "对象", "an object", node);
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!known.contains(entry.getKey())) {
        throw bad(field, "的内容:" + known, "one of " + known, entry.getKey());
      }
    }
    return node;
  }

  private static double number(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value == null || !value.isNumber()) {
      throw bad(field, "数字", "a number", value);
    }
    return value.asDouble();
  }

  private static @Nullable Integer integerOrNull(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.canConvertToInt() || !value.isIntegralNumber()) {
      throw bad(field, "整数或空", "an integer or null", value);
    }
    return value.asInt();
  }

  private static <E extends Enum<E>> E code(Class<E> codes, JsonNode node, String field) {
    String text = node.get(field).asText();
    return Arrays.stream(codes.getEnumConstants())
        .filter(code -> code.name().equals(text))
        .findFirst()
        .orElseThrow(
            () -> {
              String all = Arrays.toString(codes.getEnumConstants());
              return bad(field, all + "之一", "one of " + all, text);
            });
  }

  private static List<List<String>> lists(JsonNode locks, String field, int min, int max) {
    JsonNode lists = locks.path(field);
    if (!lists.isMissingNode() && (!lists.isArray() || lists.size() > MOST)) {
      throw bad(field, "编号列表的列表", "a list of lists of ids", lists);
    }
    List<List<String>> read = new ArrayList<>();
    for (JsonNode list : lists) {
      if (!list.isArray() || list.size() < min || list.size() > max) {
        throw bad(field, min + " 到 " + max + " 个编号", min + " to " + max + " ids", list);
      }
      List<String> ids = new ArrayList<>();
      for (JsonNode id : list) {
        if (!id.isTextual()) {
          throw bad(field, "文本编号", "ids as text", id);
        }
        ids.add(id.asText());
      }
      read.add(ids);
    }
    return read;
  }

  private static ProblemException bad(String field, String zh, String en, @Nullable Object was) {
    return ProblemException.badRequest(
        field + " 须为" + zh + ",收到:" + was, field + " must be " + en + ", was " + was);
  }
}
