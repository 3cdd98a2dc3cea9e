package org.lianpian.geocode.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.lianpian.geocode.match.Estate;
import org.lianpian.geocode.match.EstateMatcher;
import org.lianpian.geocode.match.NameQuery;
import org.lianpian.geocode.match.ScoredEstate;
import org.lianpian.geocode.match.Weights;
import org.lianpian.geocode.match.WeightsFit.Truth;

/**
 * Asks Lucene and the matcher the same, in one run: {@code LucenePeer DIR}. Lucene has the names,
 * districts and addresses of one city in its index, whole characters or the words of smartcn; names
 * count three times as much.
 */
public final class LucenePeer {
  private static final int PER_CITY = 60;
  private static final int SHOWN = 3;
  private static final float NAME_BOOST = 3;

  private LucenePeer() {}

  public static void main(String[] arguments) throws IOException {
    Trial trial = new Trial(City.read(Path.of(arguments[0])), PER_CITY, 1);
    Weights weights = Weights.shipped();
    System.out.println("system\tcorrupted\tfirst %\tthree %\treal\tfirst %\tthree %\trows/CPU s");
    report(
        "matcher",
        trial,
        city -> {
          EstateMatcher matcher = EstateMatcher.of(city.estates(), weights);
          return query ->
              matcher.match(query).candidates().stream().map(ScoredEstate::estate).toList();
        });
    report("lucene unigrams", trial, city -> new Index(city, new StandardAnalyzer())::find);
    report("lucene smartcn", trial, city -> new Index(city, new SmartChineseAnalyzer())::find);
  }

  private interface Finder {
    List<Estate> find(NameQuery query);
  }

  private static void report(String name, Trial trial, Function<City, Finder> system) {
    int[] counts = new int[6];
    long cpu = 0;
    int asked = 0;
    for (int round = 0; round < 2; round++) {
      counts = new int[6];
      cpu = 0;
      asked = 0;
      for (City city : trial.tested()) {
        Finder finder = system.apply(city);
        List<NameQuery> queries = new ArrayList<>();
        List<Function<Estate, Boolean>> truths = new ArrayList<>();
        trial.forSample(
            city,
            (estate, way, query) -> {
              queries.add(query);
              truths.add(one -> Trial.isEnteredTwice(estate, one));
            });
        int corrupted = queries.size();
        for (RealRow row : city.rows()) {
          if (!row.exact() && isKnown(city, row)) {
            queries.add(row.query());
            truths.add(one -> Trial.truth(row, one) == Truth.RIGHT);
          }
        }
        long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < queries.size(); i++) {
          List<Estate> found = finder.find(queries.get(i));
          count(found, truths.get(i), counts, i < corrupted ? 0 : 3);
        }
        cpu += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started;
        asked += queries.size();
      }
    }
    System.out.printf(
        "%s\t%d\t%.2f\t%.2f\t%d\t%.2f\t%.2f\t%d%n",
        name,
        counts[0],
        100.0 * counts[1] / counts[0],
        100.0 * counts[2] / counts[0],
        counts[3],
        100.0 * counts[4] / counts[3],
        100.0 * counts[5] / counts[3],
        Math.round(asked / (cpu / 1e9)));
  }

  /** Tells whether an estate that shares two characters with the name stands where the row is. */
  private static boolean isKnown(City city, RealRow row) {
    String name = row.query().name();
    return city.estates().stream()
        .filter(one -> Trial.truth(row, one) == Truth.RIGHT)
        .anyMatch(one -> one.name().chars().filter(c -> name.indexOf(c) >= 0).count() >= 2);
  }

  private static void count(
      List<Estate> found, Function<Estate, Boolean> truth, int[] counts, int from) {
    counts[from]++;
    counts[from + 1] += !found.isEmpty() && truth.apply(found.get(0)) ? 1 : 0;
    counts[from + 2] += found.stream().limit(SHOWN).anyMatch(truth::apply) ? 1 : 0;
  }

  /** One city in Lucene. */
  private static final class Index {
    private final City city;
    private final IndexSearcher searcher;
    private final QueryBuilder builder;

    Index(City city, Analyzer analyzer) {
      this.city = city;
      this.builder = new QueryBuilder(analyzer);
      ByteBuffersDirectory directory = new ByteBuffersDirectory();
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        for (Estate estate : city.estates()) {
          Document document = new Document();
          document.add(new TextField("name", estate.name(), Field.Store.NO));
          String where = estate.district() + " " + estate.address();
          document.add(new TextField("address", where, Field.Store.NO));
          writer.addDocument(document);
        }
        writer.forceMerge(1);
        writer.commit();
        this.searcher = new IndexSearcher(DirectoryReader.open(directory));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    List<Estate> find(NameQuery query) {
      BooleanQuery.Builder all = new BooleanQuery.Builder();
      Query name = builder.createBooleanQuery("name", query.name());
      Query address =
          builder.createBooleanQuery("address", query.district() + " " + query.address());
      if (name != null) {
        all.add(new BoostQuery(name, NAME_BOOST), Occur.SHOULD);
      }
      if (address != null) {
        all.add(address, Occur.SHOULD);
      }
      List<Estate> found = new ArrayList<>();
      try {
        for (ScoreDoc hit : searcher.search(all.build(), SHOWN).scoreDocs) {
          found.add(city.estates().get(hit.doc));
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      return found;
    }
  }
}
