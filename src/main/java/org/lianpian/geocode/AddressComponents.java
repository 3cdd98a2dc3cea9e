package org.lianpian.geocode;

import java.util.List;
import java.util.Optional;

/**
 * A text taken apart; the components are in the order of the text and do not overlap.
 *
 * @param raw the text as written
 * @param components every piece, each with its offsets in {@code raw}
 * @param bounds the sides of an area described by its bounds, else empty (B-13)
 */
public record AddressComponents(
    String raw, List<AddressComponent> components, List<AreaBound> bounds) {

  public AddressComponents {
    components = List.copyOf(components);
    bounds = List.copyOf(bounds);
  }

  /** Returns the first component of a kind. */
  public Optional<AddressComponent> find(ComponentKind kind) {
    return components.stream().filter(component -> component.kind() == kind).findFirst();
  }

  public List<AddressComponent> findAll(ComponentKind kind) {
    return components.stream().filter(component -> component.kind() == kind).toList();
  }

  /** Returns the normalised value of the first component of a kind, or the empty text. */
  public String value(ComponentKind kind) {
    return find(kind).map(AddressComponent::value).orElse("");
  }

  /** Tells whether the text describes an area or a neighbourhood of something, not a place. */
  public boolean isRelative() {
    return !bounds.isEmpty() || find(ComponentKind.RELATION).isPresent();
  }
}
