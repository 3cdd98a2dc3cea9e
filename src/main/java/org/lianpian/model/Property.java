package org.lianpian.model;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One property of a feature type.
 *
 * @param name the column name in stores, files and the API: lower case with underscores
 * @param zh the Chinese title
 * @param en the English title
 * @param type the type of its values
 * @param unit the unit of a number ({@code m}, {@code m2}, {@code mm}, {@code 户}), or empty
 * @param codes the permitted codes of a {@link ValueType#CODE} property, else empty
 * @param aliases other column names under which sources bring this property
 * @param getter reads the value, in the class that {@link ValueType} says, from a feature
 * @param personal whether it names a person, and is left out of every export
 */
public record Property<T>(
    String name,
    String zh,
    String en,
    ValueType type,
    String unit,
    List<? extends Labelled> codes,
    List<String> aliases,
    Function<T, @Nullable Object> getter,
    boolean personal) {

  public Property {
    codes = List.copyOf(codes);
    aliases = List.copyOf(aliases);
    if ((type == ValueType.CODE) == codes.isEmpty()) {
      throw new IllegalArgumentException("Property " + name + " of type " + type + ": codes");
    }
  }
}
