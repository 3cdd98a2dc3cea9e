package org.lianpian.geocode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianpian.geocode.text.AddressNormaliser;
import org.lianpian.model.AdminLevel;
import org.lianpian.model.AdminUnit;

/** A query taken apart: the columns first, then the address, then what the name itself says. */
final class ParsedQuery {
  private final GeocodeQuery query;
  private final AdminDivisions divisions;
  private final AddressComponents name;
  private final AddressComponents address;
  private final List<Reason> notes = new ArrayList<>();
  private final @Nullable MatchedToken city;
  private final @Nullable MatchedToken district;
  private final @Nullable MatchedToken street;
  private final @Nullable MatchedToken neighbourhood;

  ParsedQuery(GeocodeQuery query, AddressParser parser, AdminDivisions divisions) {
    this.query = query;
    this.divisions = divisions;
    this.name = parser.parse(query.name());
    this.address = parser.parse(query.address());
    this.city = token(ComponentKind.CITY).orElse(null);
    this.district = column("district", query.district(), ComponentKind.DISTRICT);
    this.street = column("street", query.street(), ComponentKind.STREET);
    this.neighbourhood = token(ComponentKind.NEIGHBOURHOOD).orElse(null);
    noteSuccessors();
  }

  GeocodeQuery query() {
    return query;
  }

  AddressComponents name() {
    return name;
  }

  AddressComponents address() {
    return address;
  }

  List<Reason> notes() {
    return notes;
  }

  /** Returns a piece of a kind: from the address, else from the name. */
  Optional<MatchedToken> token(ComponentKind kind) {
    Optional<AddressComponent> fromAddress = address.find(kind);
    return fromAddress.isPresent()
        ? fromAddress.map(component -> new MatchedToken("address", component))
        : name.find(kind).map(component -> new MatchedToken("name", component));
  }

  @Nullable MatchedToken district() {
    return district;
  }

  @Nullable MatchedToken street() {
    return street;
  }

  @Nullable MatchedToken neighbourhood() {
    return neighbourhood;
  }

  /** Returns the names to look for, the whole name first; generic ones are left out. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    add(names, AddressNormaliser.text(query.name()));
    if (!name.isRelative()) {
      add(names, estateWithPhase(name));
    }
    if (names.isEmpty() && !address.isRelative()) {
      add(names, estateWithPhase(address));
    }
    return names;
  }

  /** Returns the landmark that a relative description names, or the empty text. */
  static String landmark(AddressComponents relative) {
    return estateWithPhase(relative);
  }

  /** Tells whether the row names an estate; a name that is only an address names none. */
  boolean namesAnEstate() {
    boolean onlyAnAddress =
        name.find(ComponentKind.HOUSE_NUMBER).isPresent()
            && name.find(ComponentKind.ESTATE).isEmpty();
    return !onlyAnAddress && !names().isEmpty();
  }

  /**
   * Returns the part that gives road and number together: the address, else the name. A number
   * right before a relation word (45号对面) is a landmark, not the door.
   */
  AddressComponents doorText() {
    AddressComponents text = address.find(ComponentKind.HOUSE_NUMBER).isPresent() ? address : name;
    return isLandmark(text) ? new AddressComponents("", List.of(), List.of()) : text;
  }

  private static boolean isLandmark(AddressComponents text) {
    Optional<AddressComponent> number = text.find(ComponentKind.HOUSE_NUMBER);
    return number.isPresent()
        && text.findAll(ComponentKind.RELATION).stream()
            .anyMatch(relation -> relation.start() == number.get().end());
  }

  private static void add(Set<String> names, String candidate) {
    if (!AddressParser.isGeneric(candidate)) {
      names.add(candidate);
    }
  }

  private static String estateWithPhase(AddressComponents components) {
    return components.value(ComponentKind.ESTATE) + components.value(ComponentKind.PHASE);
  }

  /**
   * Returns the ids of the units of today that the district text means; empty when none is known.
   */
  Set<String> districtIds() {
    return district == null ? Set.of() : currentIds(district.component().value());
  }

  /** Returns the ids of the city that the text means. */
  Set<String> cityIds() {
    return city == null ? Set.of() : currentIds(city.component().value());
  }

  private Set<String> currentIds(String text) {
    Set<String> ids = new TreeSet<>();
    for (AdminResolution resolution : divisions.resolve(text, query.on())) {
      for (AdminUnit unit : resolution.current()) {
        if (unit.level() != AdminLevel.STREET && unit.level() != AdminLevel.NEIGHBOURHOOD) {
          ids.add(unit.id());
        }
      }
    }
    return ids;
  }

  private @Nullable MatchedToken column(String field, String text, ComponentKind kind) {
    Optional<MatchedToken> written = token(kind);
    if (text.isBlank()) {
      return written.orElse(null);
    }
    String value = AddressNormaliser.text(text);
    written.ifPresent(
        token -> {
          if (contradicts(value, token.component().value(), kind)) {
            notes.add(
                Reason.remark(
                    "COLUMN_CONFLICT",
                    kind.zh() + "列为“" + text + "”,地址写“" + token.component().text() + "”",
                    "The column says \""
                        + text
                        + "\", the "
                        + token.field()
                        + " says \""
                        + token.component().text()
                        + "\""));
          }
        });
    return new MatchedToken(field, new AddressComponent(kind, text, value, 0, text.length()));
  }

  private boolean contradicts(String column, String written, ComponentKind kind) {
    if (kind == ComponentKind.STREET) {
      return !sameName(column, written);
    }
    Set<String> one = currentIds(column);
    Set<String> other = currentIds(written);
    return one.isEmpty() || other.isEmpty()
        ? !sameName(column, written)
        : one.stream().noneMatch(other::contains);
  }

  /** Compares names of units; 列东 and 列东街道 are the same, 白沙镇 and 白沙街道 are not. */
  static boolean sameName(String one, String other) {
    String first = AddressNormaliser.text(one).replace("街道办事处", "街道").replace("社区居委会", "社区");
    String second = AddressNormaliser.text(other).replace("街道办事处", "街道").replace("社区居委会", "社区");
    return first.equals(second)
        || AdminDivisions.shortName(first).equals(second)
        || first.equals(AdminDivisions.shortName(second));
  }

  private void noteSuccessors() {
    Set<String> texts = new LinkedHashSet<>();
    if (!query.district().isBlank()) {
      texts.add(query.district());
    }
    for (AddressComponents components : List.of(address, name)) {
      components.findAll(ComponentKind.DISTRICT).forEach(part -> texts.add(part.text()));
    }
    Set<Reason> remarks = new LinkedHashSet<>();
    for (String text : texts) {
      for (AdminResolution resolution : divisions.resolve(text, query.on())) {
        if (resolution.isReplaced()) {
          remarks.add(resolution.remark());
        }
      }
    }
    notes.addAll(remarks);
  }
}
