package org.lianpian.demo;

import java.util.List;
import org.lianpian.demo.Estate.Role;

/**
 * Gives some surveyed estates names that are hard to tell apart: a name with an alternative in
 * brackets (SY-11), a name that occurs in two sub-districts (B-14), old and new numbering of phases
 * (B-12).
 */
final class PlantedNames {
  private record Planted(String name, List<String> aliases, String phase) {}

  private static final List<Planted> PLANTED =
      List.of(
          new Planted("杜鹃(牡丹)新村", List.of("杜鹃新村", "牡丹新村"), ""),
          new Planted("红岩新村一期", List.of("红岩新村(一期)", "红岩新村1期"), "一期"),
          new Planted("红岩新村二期", List.of("红岩新村(二期)", "红岩新村2期"), "二期"),
          new Planted("工人新村", List.of("老工人新村"), ""),
          new Planted("工人新村", List.of(), ""),
          new Planted("人民新村", List.of("人民一村"), ""),
          new Planted("新和路宿舍", List.of("新和宿舍"), ""));

  private PlantedNames() {}

  static void give(List<Estate> estates, Names names) {
    for (Planted planted : PLANTED) {
      for (Estate estate : estates) {
        boolean suited =
            estate.role == Role.SURVEYED
                && estate.name.isEmpty()
                && names.take(estate.locality.street(), planted.name());
        if (suited) {
          estate.name = planted.name();
          estate.aliases = planted.aliases();
          estate.phase = planted.phase();
          break;
        }
      }
    }
  }
}
