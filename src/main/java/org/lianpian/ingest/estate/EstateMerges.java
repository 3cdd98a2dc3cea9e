package org.lianpian.ingest.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Community;
import org.lianpian.model.EstateMerge;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.Provenance;
import org.locationtech.jts.geom.Geometry;

/** Merges communities of several sources, and takes them apart again. Static, thread-safe. */
public final class EstateMerges {

  private EstateMerges() {}

  /**
   * A community made of several sources.
   *
   * @param community as it is now
   * @param record what is kept about it
   */
  public record Merged(Community community, EstateMerge record) {}

  /** One source of a merged community. */
  public record Source(String id, String name, String place) {}

  /** Joins a community of the dataset with what another source says about it. */
  public static Merged join(
      Community stored, Optional<EstateMerge> record, Community row, int epsg) {
    List<Community> sources = new ArrayList<>();
    if (record.isPresent()) {
      sources.addAll(read(record.get(), epsg));
    } else {
      sources.add(stored);
    }
    return merged(sources, row);
  }

  /** Takes what a source says anew, when its file is imported once more. */
  public static Merged renew(EstateMerge record, Community row, int epsg) {
    return merged(read(record, epsg), row);
  }

  private static Merged merged(List<Community> sources, Community row) {
    List<Community> all = new ArrayList<>(sources);
    int known = all.stream().map(Community::id).toList().indexOf(row.id());
    if (known >= 0) {
      all.set(known, row);
    } else {
      all.add(row);
    }
    return new Merged(EstateUnion.of(all), record(all));
  }

  private static EstateMerge record(List<Community> sources) {
    List<Object> sides = new ArrayList<>();
    sources.forEach(source -> sides.add(EstateSides.write(source)));
    return new EstateMerge(sources.get(0).id(), Provenance.of("merge"), sides);
  }

  private static List<Community> read(EstateMerge record, int epsg) {
    return record.sources().stream().map(side -> EstateSides.read(side, epsg)).toList();
  }

  /** Returns the sources of a merge, the one whose id it has first. */
  public static List<Source> sources(EstateMerge record, int epsg) {
    return read(record, epsg).stream()
        .map(source -> new Source(source.id(), source.name(), EstateUnion.place(source)))
        .toList();
  }

  /**
   * Takes one source out of a merged community again: it becomes the community it was, with its own
   * id, and the other is as if it had never been merged with it.
   *
   * @param id the merged community
   * @param source the id of the source to take out; not the first one
   * @throws IllegalArgumentException when there is no such merge, or the community or the id of the
   *     source was changed since, so that nothing can be restored without losing that change
   */
  public static void undo(FeatureStore store, String id, String source, ChangeContext context) {
    EstateMerge record =
        store
            .find(EstateMerge.TYPE, id)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "小区 " + id + " 没有合并记录 / community " + id + " is not merged"));
    int epsg = store.dataset().crs().epsg();
    List<Community> sources = new ArrayList<>(read(record, epsg));
    Community taken =
        sources.stream()
            .skip(1)
            .filter(one -> one.id().equals(source))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "来源 "
                            + source
                            + " 不在小区 "
                            + id
                            + " 的合并记录中 / source "
                            + source
                            + " was not merged into "
                            + id));
    requireUnchanged(store, sources, id, source);
    sources.remove(taken);
    store.write(
        context,
        writer -> {
          writer.putOne(Community.TYPE, EstateUnion.of(sources));
          writer.putOne(Community.TYPE, taken);
          return sources.size() == 1
              ? writer.delete(EstateMerge.TYPE, List.of(id))
              : writer.putOne(EstateMerge.TYPE, record(sources));
        });
  }

  private static void requireUnchanged(
      FeatureStore store, List<Community> sources, String id, String source) {
    Community merged = EstateUnion.of(sources);
    boolean asMerged = store.find(Community.TYPE, id).filter(now -> same(now, merged)).isPresent();
    if (!asMerged) {
      throw new IllegalArgumentException(
          "小区 "
              + id
              + " 合并后又有修改，撤销会丢失这些修改；请先撤回后来的修改 / community "
              + id
              + " was changed after it was merged; take back those changes first");
    }
    if (store.find(Community.TYPE, source).isPresent()) {
      throw new IllegalArgumentException(
          "编号 " + source + " 已另有小区 / there is another community with the id " + source);
    }
  }

  private static boolean same(Community one, Community other) {
    Geometry a = one.geometry();
    Geometry b = other.geometry();
    boolean sameGeometry = a == null || b == null ? a == b : a.equalsExact(b);
    Map<String, String> left = one.provenance().original();
    return sameGeometry
        && left.equals(other.provenance().original())
        && Community.TYPE.toRow(one).equals(Community.TYPE.toRow(other));
  }
}
