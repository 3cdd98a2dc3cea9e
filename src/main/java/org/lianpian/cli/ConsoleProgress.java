package org.lianpian.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Progress;

/** Shows progress on standard error, one bar for each stage; silent when no one is watching. */
final class ConsoleProgress implements Progress, AutoCloseable {
  private static final int UPDATE_MILLIS = 200;

  private final boolean watched = System.console() != null;
  private String stage = "";
  private @Nullable ProgressBar bar;

  @Override
  public synchronized void report(String newStage, long done, long total) {
    if (!watched) {
      return;
    }
    ProgressBar current = bar;
    if (current == null || !stage.equals(newStage)) {
      close();
      stage = newStage;
      current =
          new ProgressBarBuilder()
              .setTaskName(Stages.label(newStage))
              .setInitialMax(total)
              .setUpdateIntervalMillis(UPDATE_MILLIS)
              .continuousUpdate()
              .build();
      bar = current;
    }
    current.maxHint(total);
    current.stepTo(done);
  }

  @Override
  public synchronized void close() {
    ProgressBar current = bar;
    if (current != null) {
      current.close();
      bar = null;
    }
  }
}
