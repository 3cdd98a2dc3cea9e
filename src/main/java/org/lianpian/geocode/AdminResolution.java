package org.lianpian.geocode;

import java.util.List;
import java.util.stream.Collectors;
import org.lianpian.model.AdminUnit;

/**
 * What a name or code of an administrative unit stands for today.
 *
 * @param text the name or code as asked
 * @param named the unit that bore it
 * @param current the units that exist today in its place; the unit itself when it still exists
 * @param obsolete whether it had already ceased on the day asked about (OBSOLETE_CODE)
 */
public record AdminResolution(
    String text, AdminUnit named, List<AdminUnit> current, boolean obsolete) {

  /** Code of the warning for a name or code used after it ceased to be valid (§4.3). */
  public static final String OBSOLETE_CODE = "OBSOLETE_CODE";

  public AdminResolution {
    current = List.copyOf(current);
  }

  /** Tells whether the unit has been replaced. */
  public boolean isReplaced() {
    return !current.equals(List.of(named));
  }

  /** Returns for example {@code 梅列区→三元区(2021)}, with codes when the names are the same. */
  public String change() {
    boolean sameName = current.stream().anyMatch(unit -> unit.name().equals(named.name()));
    return label(named, sameName)
        + "→"
        + current.stream()
            .map(unit -> label(unit, sameName) + year(unit))
            .collect(Collectors.joining("、"));
  }

  /** Returns the remark to show with a result; an obsolete use says so. */
  public Reason remark() {
    return obsolete
        ? Reason.remark(
            OBSOLETE_CODE,
            change() + ",“" + text + "”已停用",
            change() + "; \"" + text + "\" is no longer in use")
        : Reason.remark("ADMIN_SUCCEEDED", change(), change());
  }

  private static String label(AdminUnit unit, boolean withCode) {
    return withCode ? unit.name() + unit.code() : unit.name();
  }

  private static String year(AdminUnit unit) {
    return unit.validFrom() == null ? "" : "(" + unit.validFrom().getYear() + ")";
  }
}
