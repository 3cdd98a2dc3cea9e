package org.lianpian.geocode.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.lianpian.geocode.text.AddressNormaliser;

/**
 * Finds the estates that a name may mean, however it is written, with reasons and a confidence.
 *
 * <p>Candidates come from an index of sounds; those with the largest share of rare keys are
 * compared in full. {@link #matchPlainly} compares all of them: it is what the fast way is measured
 * against. Immutable and thread-safe; a query costs some ten microseconds among thousands of
 * estates.
 */
public final class EstateMatcher {
  private static final int COMPARED = 24;
  private static final int SHOWN = 5;
  private static final float GENERIC_SHARE = 0.15f;
  private static final float LEAST = 0.01f;

  /** So many names are taken as known before, so that a small gazetteer has sensible weights. */
  private static final int PRIOR_NAMES = 500;

  /** What the kinds of estates are written with: each in every twentieth of those names. */
  private static final String KIND_CHARACTERS = "花园苑新村公寓大厦宿舍家属院楼广场城庭居府轩阁小区社里";

  private static final int POSTINGS = 9000;
  private static final int LARGEST_UNIT = 0x20000;
  private static final double RIVAL = 1.5;
  private static final double SIBLING = 1.0;

  private static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::id);

  private final Weights weights;
  private final List<KnownEstate> estates = new ArrayList<>();
  private final List<KnownName> names = new ArrayList<>();
  private final List<String> districts = new ArrayList<>();
  private final int[] bearers;
  private final float[] unitWeights = new float[LARGEST_UNIT];
  private final SoundIndex index;
  private final float[] keyTotals;
  private final ThreadLocal<Search> searches = ThreadLocal.withInitial(Search::new);

  private EstateMatcher(List<Estate> known, Weights weights) {
    this.weights = weights;
    List<NameUnits> forms = new ArrayList<>();
    List<int[]> owners = new ArrayList<>();
    for (Estate estate : known) {
      add(estate, forms, owners);
    }
    weigh(forms);
    for (int i = 0; i < forms.size(); i++) {
      float[] each = weights(forms.get(i));
      int[] owner = owners.get(i);
      names.add(
          new KnownName(owner[0], owner[1] > 0, forms.get(i), each, Math.max(0.01f, sum(each))));
    }
    this.bearers = bearers(forms);
    this.index = SoundIndex.of(postings());
    this.keyTotals = new float[names.size()];
    for (int i = 0; i < keyTotals.length; i++) {
      keyTotals[i] = keyTotal(names.get(i).units());
    }
  }

  /** Makes a matcher of estates, in any order; the same estates give the same answers. */
  public static EstateMatcher of(List<Estate> estates, Weights weights) {
    List<Estate> sorted = new ArrayList<>(estates);
    sorted.sort(Comparator.comparing(Estate::id));
    return new EstateMatcher(sorted, weights);
  }

  /** Returns the estates that the query may mean, at most five. */
  public Ranking match(NameQuery query) {
    return searches.get().ranking(query, false, estate -> false);
  }

  /** As {@link #match}, comparing with every name; much slower. */
  public Ranking matchPlainly(NameQuery query) {
    return searches.get().ranking(query, true, estate -> false);
  }

  /** As {@link #match}, as if some estates were not in the gazetteer. */
  public Ranking matchWithout(NameQuery query, Predicate<Estate> leftOut) {
    return searches.get().ranking(query, false, leftOut);
  }

  /** Returns candidates with their evidence, best first, for fitting. */
  List<Scored> candidates(NameQuery query) {
    return searches.get().scored(query, false);
  }

  /** Returns the number of estates. */
  public int size() {
    return estates.size();
  }

  private void add(Estate estate, List<NameUnits> forms, List<int[]> owners) {
    int number = estates.size();
    String core = AddressNormaliser.text(estate.name());
    String address = AddressNormaliser.text(estate.address());
    int district = district(AddressNormaliser.text(estate.district()));
    estates.add(
        new KnownEstate(
            estate,
            core,
            district,
            address,
            AskedName.roads(core, address),
            AskedName.pairs(address)));
    List<NameUnits> own = new ArrayList<>(AskedName.forms(core));
    int first = own.size();
    for (String alias : estate.aliases()) {
      own.addAll(AskedName.forms(AddressNormaliser.text(alias)));
    }
    for (int i = 0; i < own.size(); i++) {
      if (own.get(i).length() > 0 && own.indexOf(own.get(i)) == i) {
        forms.add(own.get(i));
        owners.add(new int[] {number, i < first ? 0 : 1});
      }
    }
  }

  /** Returns for each name how many names are the same. */
  private static int[] bearers(List<NameUnits> forms) {
    Map<NameUnits, Integer> counts = new HashMap<>();
    forms.forEach(form -> counts.merge(form, 1, Integer::sum));
    return forms.stream().mapToInt(form -> counts.getOrDefault(form, 1)).toArray();
  }

  private int district(String name) {
    String plain = name.length() > 2 ? name.replaceFirst("[区县市镇乡]$", "") : name;
    if (plain.isEmpty()) {
      return -1;
    }
    int known = districts.indexOf(plain);
    if (known < 0) {
      districts.add(plain);
    }
    return known < 0 ? districts.size() - 1 : known;
  }

  private void weigh(List<NameUnits> forms) {
    int[] counts = new int[LARGEST_UNIT];
    for (NameUnits form : forms) {
      for (int i = 0; i < form.length(); i++) {
        counts[form.unit(i)]++;
      }
    }
    KIND_CHARACTERS.chars().forEach(c -> counts[c] += PRIOR_NAMES / 20);
    double all = forms.size() + PRIOR_NAMES;
    for (int unit = 0; unit < LARGEST_UNIT; unit++) {
      double rare = Math.log((1 + all) / (1 + counts[unit])) / Math.log(1 + all);
      unitWeights[unit] = (float) Math.max(0.05, Math.min(1, rare));
    }
  }

  private float[] weights(NameUnits name) {
    float[] each = new float[name.length()];
    for (int i = 0; i < each.length; i++) {
      each[i] = unitWeights[name.unit(i)];
    }
    for (int i = name.length() - name.genericEnd(); i < each.length; i++) {
      each[i] *= GENERIC_SHARE;
    }
    return each;
  }

  private static float sum(float[] values) {
    float sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  private long[] postings() {
    long[] pairs = new long[1024];
    int count = 0;
    int[] keys = new int[Keys.MOST];
    for (int number = 0; number < names.size(); number++) {
      int found = Keys.ofName(names.get(number).units(), keys);
      found = Keys.addRoads(estates.get(names.get(number).estate()).roads(), keys, found);
      Arrays.sort(keys, 0, found);
      for (int i = 0; i < found; i++) {
        if (i > 0 && keys[i] == keys[i - 1]) {
          continue;
        }
        if (count == pairs.length) {
          pairs = Arrays.copyOf(pairs, 2 * count);
        }
        pairs[count++] = (long) keys[i] << 32 | number;
      }
    }
    return Arrays.copyOf(pairs, count);
  }

  private float keyTotal(NameUnits units) {
    int[] keys = new int[Keys.MOST];
    int count = Keys.ofName(units, keys);
    float total = 0;
    for (int i = 0; i < count; i++) {
      total += keyWeight(index.find(keys[i]), Keys.share(i, units.length()));
    }
    return total;
  }

  private float keyWeight(int slot, float share) {
    int count = slot < 0 ? 0 : index.count(slot);
    return share * Math.max(LEAST, (float) Math.log((1.0 + names.size()) / (1.0 + count)));
  }

  /** A candidate with its evidence. */
  record Scored(KnownEstate known, int number, int name, int stem, double score, float[] values) {
    String id() {
      return known.estate().id();
    }

    boolean isPartOfSame(Scored other) {
      boolean sameStem = stem != 0 && stem == other.stem;
      double apart = known.estate().distance(other.known.estate());
      return sameStem && !(apart > EstateStem.ESTATE_METRES);
    }
  }

  /** The arrays in which one thread works on its queries. */
  private final class Search {
    private final PairEvidence evidence = new PairEvidence();
    private final float[] scores = new float[names.size()];
    private final int[] touched = new int[names.size()];
    private final int[] keys = new int[Keys.MOST];
    private int touchedCount;

    Ranking ranking(NameQuery query, boolean plainly, Predicate<Estate> leftOut) {
      List<Scored> found = scored(query, plainly);
      found.removeIf(one -> leftOut.test(one.known().estate()));
      if (found.isEmpty()) {
        return Ranking.NONE;
      }
      float[] values = evidenceOfBest(found);
      List<ScoredEstate> shown = new ArrayList<>(SHOWN);
      for (Scored one : found.subList(0, Math.min(SHOWN, found.size()))) {
        shown.add(
            new ScoredEstate(
                one.known().estate(),
                one.known().estate().name(),
                one.score(),
                ScoredEstate.explain(weights, one.values()),
                one.stem(),
                one.number()));
      }
      return new Ranking(shown, weights.confidence(values), isPartOpen(found));
    }

    List<Scored> scored(NameQuery query, boolean plainly) {
      AskedName asked = AskedName.of(query, districts);
      Map<Integer, Scored> best = new HashMap<>();
      for (NameUnits form : asked.forms()) {
        if (form.length() == 0) {
          continue;
        }
        float[] each = weights(form);
        float total = sum(each);
        int[] chosen = plainly ? all() : choose(form, asked.roads());
        for (int name : chosen) {
          compare(asked, form, each, total, name, best);
        }
      }
      List<Scored> sorted = new ArrayList<>(best.values());
      sorted.sort(BEST_FIRST);
      return sorted;
    }

    private void compare(
        AskedName asked,
        NameUnits form,
        float[] each,
        float total,
        int number,
        Map<Integer, Scored> best) {
      KnownName name = names.get(number);
      KnownEstate known = estates.get(name.estate());
      float[] values = evidence.of(asked, form, each, total, name, known, bearers[number]);
      double score = weights.pair(values);
      Scored before = best.get(name.estate());
      if (before == null || score > before.score()) {
        int stem = EstateStem.of(name.units());
        best.put(
            name.estate(), new Scored(known, name.estate(), number, stem, score, values.clone()));
      }
    }

    private int[] all() {
      int[] all = new int[names.size()];
      Arrays.setAll(all, i -> i);
      return all;
    }

    /** Returns the names that share the largest part of the rare keys. */
    private int[] choose(NameUnits form, List<RoadHint> roads) {
      int count = Keys.ofName(form, keys);
      int ofName = count;
      count = Keys.addRoads(roads, keys, count);
      long[] order = new long[count];
      float total = 0;
      for (int i = 0; i < count; i++) {
        int slot = index.find(keys[i]);
        order[i] = (slot < 0 ? 0L : (long) index.count(slot)) << 32 | i;
        total += i < ofName ? keyWeight(slot, Keys.share(i, form.length())) : 0;
      }
      Arrays.sort(order);
      touchedCount = 0;
      int read = 0;
      for (long each : order) {
        int i = (int) each;
        int slot = index.find(keys[i]);
        if (slot < 0) {
          continue;
        }
        read += index.count(slot);
        if (read > POSTINGS && touchedCount > 0) {
          break;
        }
        float share = i < ofName ? Keys.share(i, form.length()) : Keys.ROAD_SHARE;
        gather(slot, keyWeight(slot, share));
      }
      return top(total);
    }

    private void gather(int slot, float weight) {
      for (int posting = index.start(slot); posting < index.end(slot); posting++) {
        int name = index.name(posting);
        if (scores[name] == 0) {
          touched[touchedCount++] = name;
        }
        scores[name] += weight;
      }
    }

    private int[] top(float total) {
      long[] heap = new long[COMPARED];
      int size = 0;
      for (int i = 0; i < touchedCount; i++) {
        int name = touched[i];
        float share = scores[name] / (total + keyTotals[name]);
        scores[name] = 0;
        long entry = (long) Float.floatToIntBits(share) << 32 | (Integer.MAX_VALUE - name);
        if (size < COMPARED) {
          heap[size++] = entry;
          if (size == COMPARED) {
            Arrays.sort(heap);
          }
        } else if (entry > heap[0]) {
          insert(heap, entry);
        }
      }
      int[] chosen = new int[size];
      for (int i = 0; i < size; i++) {
        chosen[i] = Integer.MAX_VALUE - (int) heap[i];
      }
      return chosen;
    }

    /** Puts an entry into a sorted array in place of the smallest. */
    private static void insert(long[] sorted, long entry) {
      int i = 0;
      while (i + 1 < sorted.length && sorted[i + 1] < entry) {
        sorted[i] = sorted[i + 1];
        i++;
      }
      sorted[i] = entry;
    }
  }

  /** Returns the evidence on the best with its lead over the rest. */
  float[] evidenceOfBest(List<Scored> found) {
    Scored best = found.get(0);
    float[] values = best.values().clone();
    double second = -8;
    int rivals = 0;
    for (Scored other : found) {
      if (other != best && !other.isPartOfSame(best)) {
        second = Math.max(second, other.score());
        rivals += other.score() > best.score() - RIVAL ? 1 : 0;
      }
    }
    double score = Math.max(-8, Math.min(8, best.score()));
    values[Evidence.LEAD.ordinal()] = (float) Math.min(6, score - second) / 6;
    values[Evidence.RIVALS.ordinal()] = Math.min(3, rivals);
    values[Evidence.SCORE.ordinal()] = (float) score;
    values[Evidence.SCORE_HIGH.ordinal()] = (float) Math.max(0, score - 2);
    return values;
  }

  private static boolean isPartOpen(List<Scored> found) {
    Scored best = found.get(0);
    float[] values = best.values();
    if (values[Evidence.NAME_SAME.ordinal()] > 0) {
      return false;
    }
    if (values[Evidence.MARK_CONFLICT.ordinal()]
            + values[Evidence.MARK_ASKED.ordinal()]
            + values[Evidence.MARK_KNOWN.ordinal()]
        > 0) {
      return true;
    }
    return found.stream()
        .skip(1)
        .anyMatch(other -> other.isPartOfSame(best) && other.score() > best.score() - SIBLING);
  }
}
