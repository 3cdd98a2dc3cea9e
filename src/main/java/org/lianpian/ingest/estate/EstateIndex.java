package org.lianpian.ingest.estate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.ingest.value.Texts;
import org.lianpian.model.Community;
import org.lianpian.model.EstateMerge;
import org.lianpian.model.FeatureStore;
import org.locationtech.jts.geom.Geometry;

/**
 * Finds the communities of a dataset that may be the estate that a row of another source describes
 * (B-38): same normalised name, then distance, sub-district and households.
 *
 * <p>Names are equal without punctuation, width and a closing 小区, 住宅区 or 居民区; a phase (一期) and a
 * part (东区) belong to the name, so that phases never match each other. Beyond {@value
 * #FARTHEST_METRES} m an equal name is another estate, since two sources put one estate more than
 * 100 m apart in 30 % of cases but seldom farther than that. Built once from a store, memory and
 * time linear in its communities; thread-safe afterwards.
 */
public final class EstateIndex {
  /** No communities. */
  public static final EstateIndex EMPTY = new EstateIndex();

  static final double FARTHEST_METRES = 500;
  private static final double NEAR_METRES = 300;

  /** Households of one estate that two sources count differ by less than this factor. */
  private static final double HOUSEHOLDS_FACTOR = 2;

  private static final Pattern SUFFIX = Pattern.compile("(?<=.{2})(住宅小区|小区|住宅区|居民区)$");
  private static final Pattern DIVISION = Pattern.compile("(街道办事处|街道办|街道|新区|区|县|市|镇|乡)$");

  private final Map<String, List<Community>> byName = new HashMap<>();
  private final Map<String, Community> byId = new HashMap<>();
  private final Map<String, EstateMerge> merges = new HashMap<>();

  private EstateIndex() {}

  /** Reads the communities and merges of a store. */
  public static EstateIndex of(FeatureStore store) {
    EstateIndex index = new EstateIndex();
    try (Stream<Community> communities = store.stream(Community.TYPE)) {
      communities.forEach(index::add);
    }
    int epsg = store.dataset().crs().epsg();
    for (EstateMerge merge : store.list(EstateMerge.TYPE)) {
      for (Object side : merge.sources()) {
        index.merges.put(EstateSides.read(side, epsg).id(), merge);
      }
    }
    return index;
  }

  private void add(Community community) {
    byId.put(community.id(), community);
    Set<String> names = new LinkedHashSet<>();
    names.add(key(community.name()));
    community.aliases().forEach(alias -> names.add(key(alias)));
    names.remove("");
    names.forEach(name -> byName.computeIfAbsent(name, key -> new ArrayList<>()).add(community));
  }

  /** Returns the community with an id. */
  public Optional<Community> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Returns the merge that an id takes part in, as the community or as one of its sources. */
  public Optional<EstateMerge> mergeOf(String id) {
    return Optional.ofNullable(merges.get(id));
  }

  /** Returns what a row may be, the nearest first; empty when its name is empty or unknown. */
  public List<EstateMatch> match(Community row) {
    List<Community> same = byName.getOrDefault(key(row.name()), List.of());
    List<EstateMatch> matches = new ArrayList<>();
    for (Community stored : same) {
      EstateMatch match = match(row, stored, same.size());
      if (match != null) {
        matches.add(match);
      }
    }
    matches.sort(
        Comparator.comparing(
                EstateMatch::metres, Comparator.nullsLast(Comparator.<Double>naturalOrder()))
            .thenComparing(match -> match.stored().id()));
    if (matches.size() > 1) {
      matches.replaceAll(
          match ->
              new EstateMatch(
                  match.stored(),
                  match.metres(),
                  false,
                  match.zh() + "，另有同名小区",
                  match.en() + "; others have the same name"));
    }
    return matches;
  }

  private static @Nullable EstateMatch match(Community row, Community stored, int ofThatName) {
    Double metres = distance(row.geometry(), stored.geometry());
    Boolean street = agree(row.street(), stored.street());
    Boolean district = agree(row.district(), stored.district());
    if (metres == null) {
      // without a position only the division can tell estates of one name apart
      if (Boolean.FALSE.equals(street) || Boolean.FALSE.equals(district)) {
        return null;
      }
    } else if (metres > FARTHEST_METRES) {
      return null;
    }
    boolean close =
        metres == null
            ? Boolean.TRUE.equals(street) && ofThatName == 1
            : metres <= NEAR_METRES && !Boolean.FALSE.equals(street);
    Boolean households = households(row.households(), stored.households());
    return new EstateMatch(
        stored,
        metres,
        close && !Boolean.FALSE.equals(households),
        zh(row, stored, metres, street, households),
        en(row, stored, metres, street, households));
  }

  private static String zh(
      Community row,
      Community stored,
      @Nullable Double metres,
      @Nullable Boolean street,
      @Nullable Boolean households) {
    StringBuilder text = new StringBuilder("名称一致");
    text.append(metres == null ? "，一方没有位置" : "，相距 " + Math.round(metres) + " 米");
    if (street != null) {
      text.append(street ? "，街道相同" : "，街道不同（" + row.street() + "、" + stored.street() + "）");
    }
    if (households != null) {
      text.append(households ? "，户数相近（" : "，户数相差悬殊（");
      text.append(row.households()).append("、").append(stored.households()).append("）");
    }
    return text.toString();
  }

  private static String en(
      Community row,
      Community stored,
      @Nullable Double metres,
      @Nullable Boolean street,
      @Nullable Boolean households) {
    StringBuilder text = new StringBuilder("same name");
    text.append(metres == null ? ", one has no position" : ", " + Math.round(metres) + " m apart");
    if (street != null) {
      text.append(street ? ", same sub-district" : ", other sub-district");
    }
    if (households != null) {
      text.append(households ? ", similar households (" : ", very different households (");
      text.append(row.households()).append(", ").append(stored.households()).append(')');
    }
    return text.toString();
  }

  private static @Nullable Boolean households(@Nullable Integer one, @Nullable Integer other) {
    if (one == null || other == null || one == 0 || other == 0) {
      return null;
    }
    return Math.max(one, other) < HOUSEHOLDS_FACTOR * Math.min(one, other);
  }

  private static @Nullable Boolean agree(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return null;
    }
    return bare(one).equals(bare(other));
  }

  private static String bare(String division) {
    return DIVISION.matcher(Texts.nameKey(division)).replaceAll("");
  }

  private static @Nullable Double distance(@Nullable Geometry one, @Nullable Geometry other) {
    return one == null || other == null || one.isEmpty() || other.isEmpty()
        ? null
        : one.distance(other);
  }

  private static String key(String name) {
    return SUFFIX.matcher(Texts.nameKey(name)).replaceAll("");
  }
}
