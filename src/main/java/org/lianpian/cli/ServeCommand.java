package org.lianpian.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.lianpian.app.Components;
import org.lianpian.app.ConfigKey;
import org.lianpian.http.HttpApi;
import org.lianpian.model.FeatureStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the map of a dataset until it is interrupted. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
  @Mixin private final Common common = new Common();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--port")
  private @Nullable String port;

  @Override
  public Integer call() {
    String wanted = port;
    Components components =
        common.components(wanted == null ? Map.of() : Map.of("server.port", wanted));
    return serve(components, spec.commandLine().getOut());
  }

  static int serve(Components components, PrintWriter out) {
    CountDownLatch stopped = new CountDownLatch(1);
    try (FeatureStore store = components.openStore();
        HttpApi api = components.http(store)) {
      int port = api.start();
      Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
      String host = components.config().get(ConfigKey.SERVER_HOST);
      String shown = host.equals("127.0.0.1") || host.equals("0.0.0.0") ? "localhost" : host;
      out.println(
          Cli.Language.say("地图已就绪:", "The map is at ") + "http://" + shown + ":" + port + "/");
      stopped.await();
      return Failures.OK;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Failures.OK;
    }
  }
}
