package org.lianpian.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Progress;

/** One piece of long work and its state. Thread-safe. */
final class Job implements Progress {
  static final String RUNNING = "running";
  static final String DONE = "done";
  static final String FAILED = "failed";
  static final String CANCELLED = "cancelled";

  /** The state as the API shows it. */
  record View(
      String id,
      String kind,
      String state,
      String stage,
      long done,
      long total,
      String zh,
      String en) {}

  private final List<Consumer<View>> listeners = new ArrayList<>();
  private volatile boolean cancelRequested;
  private View view;

  Job(String id, String kind) {
    this.view = new View(id, kind, RUNNING, "", 0, 0, "排队中", "Waiting");
  }

  String id() {
    return view().id();
  }

  synchronized View view() {
    return view;
  }

  void cancel() {
    cancelRequested = true;
  }

  /** Calls the listener with the present state and each later one, until the answer is run. */
  synchronized Runnable listen(Consumer<View> listener) {
    listeners.add(listener);
    listener.accept(view);
    return () -> forget(listener);
  }

  private synchronized void forget(Consumer<View> listener) {
    listeners.remove(listener);
  }

  @Override
  public void report(String stage, long done, long total) {
    if (cancelRequested) {
      throw new CancellationException("cancelled by a person");
    }
    set(RUNNING, stage, done, total, "正在处理", "Working");
  }

  void finish(String state, @Nullable String zh, String en) {
    set(state, view().stage(), view().done(), view().total(), zh == null ? en : zh, en);
  }

  private synchronized void set(
      String state, String stage, long done, long total, String zh, String en) {
    view = new View(view.id(), view.kind(), state, stage, done, total, zh, en);
    for (Consumer<View> listener : List.copyOf(listeners)) {
      listener.accept(view);
    }
  }
}
