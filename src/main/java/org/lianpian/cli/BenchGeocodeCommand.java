package org.lianpian.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lianpian.geocode.bench.City;
import org.lianpian.geocode.bench.Trial;
import org.lianpian.geocode.match.Weights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the matcher of estates on real and corrupted names; figures as JSON. */
@Command(name = "geocode")
final class BenchGeocodeCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--data", required = true, paramLabel = "DIR")
  @SuppressWarnings("NullAway.Init")
  private Path data;

  @Option(names = "--estates", defaultValue = "150")
  private int estates;

  @Option(names = "--seed", defaultValue = "1")
  private long seed;

  @Option(names = "--fit", paramLabel = "FILE")
  private @Nullable Path fitted;

  @Override
  public Integer call() throws IOException {
    List<City> cities = City.read(data);
    Trial trial = new Trial(cities, estates, seed);
    Weights weights = weights(trial);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("java", System.getProperty("java.version"));
    figures.put("cores", Runtime.getRuntime().availableProcessors());
    figures.put("seed", seed);
    figures.put("estatesCorruptedPerCity", estates);
    figures.put("gazetteer", cities.stream().mapToInt(city -> city.estates().size()).sum());
    figures.putAll(trial.measure(weights));
    figures.put("speed", trial.speed(weights));
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    figures.put("heapMegabytes", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    spec.commandLine()
        .getOut()
        .println(
            new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(figures));
    return Failures.OK;
  }

  private Weights weights(Trial trial) throws IOException {
    if (fitted == null) {
      return Weights.shipped();
    }
    Weights weights = trial.fit();
    Files.writeString(
        fitted,
        weights.toFile("Fitted by lianpian bench geocode --fit on the training cities only."));
    return weights;
  }
}
