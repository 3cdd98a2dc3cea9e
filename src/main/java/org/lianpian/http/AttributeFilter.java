package org.lianpian.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Community;
import org.lianpian.model.Property;
import org.lianpian.model.ValueType;

/**
 * Chooses communities by their attributes; all conditions must hold.
 *
 * <p>A value that is not known meets no condition but {@code missing}: unknown is neither above nor
 * below a bound. Immutable and thread-safe.
 */
final class AttributeFilter implements Predicate<Community> {
  private static final int MAX_CONDITIONS = 20;
  private static final Set<ValueType> NUMBERS = Set.of(ValueType.INTEGER, ValueType.REAL);

  private final List<Predicate<Community>> conditions;

  private AttributeFilter(List<Predicate<Community>> conditions) {
    this.conditions = conditions;
  }

  /**
   * Reads conditions: objects with {@code property} and one or more of {@code min}, {@code max}
   * (numbers, both included), {@code equals}, {@code contains}, {@code missing}.
   *
   * @throws ProblemException when one names no attribute or does not fit it
   */
  static AttributeFilter parse(JsonNode list) {
    if (!list.isArray() || list.isEmpty() || list.size() > MAX_CONDITIONS) {
      throw ProblemException.badRequest(
          "where 须为 1 到 " + MAX_CONDITIONS + " 个条件的列表",
          "where must be a list of 1 to " + MAX_CONDITIONS + " conditions");
    }
    List<Predicate<Community>> conditions = new ArrayList<>();
    list.forEach(item -> conditions.add(condition(item)));
    return new AttributeFilter(List.copyOf(conditions));
  }

  /** Lists the attributes that can be asked for, with what a form needs to know. */
  static List<Map<String, Object>> vocabulary() {
    return Community.TYPE.properties().stream()
        .filter(AttributeFilter::canBeAsked)
        .map(AttributeFilter::view)
        .toList();
  }

  @Override
  public boolean test(Community community) {
    return conditions.stream().allMatch(condition -> condition.test(community));
  }

  private static boolean canBeAsked(Property<Community> property) {
    return property.type() != ValueType.JSON && property.type() != ValueType.DATE;
  }

  private static Map<String, Object> view(Property<Community> property) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("name", property.name());
    view.put("zh", property.zh());
    view.put("en", property.en());
    view.put("unit", property.unit());
    view.put("number", NUMBERS.contains(property.type()));
    view.put(
        "codes",
        property.type() == ValueType.BOOLEAN
            ? List.of(code("true", "是", "Yes"), code("false", "否", "No"))
            : property.codes().stream().map(c -> code(c.name(), c.zh(), c.en())).toList());
    return view;
  }

  private static Map<String, String> code(String code, String zh, String en) {
    return Map.of("code", code, "zh", zh, "en", en);
  }

  private static Predicate<Community> condition(JsonNode item) {
    String name = item.path("property").asText("");
    Property<Community> property =
        Community.TYPE
            .findProperty(name)
            .filter(AttributeFilter::canBeAsked)
            .orElseThrow(
                () ->
                    ProblemException.badRequest(
                        "没有可筛选的属性:" + name, "There is no attribute to filter by: " + name));
    Double min = bound(property, item, "min");
    Double max = bound(property, item, "max");
    String equal = item.hasNonNull("equals") ? item.get("equals").asText() : null;
    String part = item.hasNonNull("contains") ? item.get("contains").asText() : null;
    boolean missing = item.path("missing").asBoolean(false);
    if (min == null && max == null && equal == null && part == null && !missing) {
      throw ProblemException.badRequest(
          "条件不完整:" + item, "Condition without min, max, equals, contains or missing: " + item);
    }
    return community -> {
      Object value = property.getter().apply(community);
      if (isUnknown(value)) {
        return missing;
      }
      return !missing
          && (min == null || value instanceof Number n && n.doubleValue() >= min)
          && (max == null || value instanceof Number n && n.doubleValue() <= max)
          && (equal == null || value.toString().equals(equal))
          && (part == null || value.toString().contains(part));
    };
  }

  private static @Nullable Double bound(Property<Community> property, JsonNode item, String field) {
    if (!item.hasNonNull(field)) {
      return null;
    }
    JsonNode bound = item.get(field);
    if (!bound.isNumber() || !NUMBERS.contains(property.type())) {
      throw ProblemException.badRequest(
          property.zh() + "的 " + field + " 须为数字:" + bound,
          field + " of " + property.name() + " must be a number on a numeric attribute: " + bound);
    }
    return bound.asDouble();
  }

  private static boolean isUnknown(@Nullable Object value) {
    return value == null
        || value.toString().isBlank()
        || "UNKNOWN".equals(value)
        || value instanceof List<?> list && list.isEmpty();
  }
}
