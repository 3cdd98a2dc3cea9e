package org.lianpian.frontage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Does numbered pieces of work on several threads. */
final class Workers {

  /** One piece of work. */
  interface Work {

    /**
     * @param number of the piece, from 0
     * @param done how many pieces are or are nearly finished, this one included
     */
    void run(int number, int done);
  }

  private Workers() {}

  /**
   * Runs all pieces and returns when they are done; each is run once, in no fixed order. The first
   * failure ends the work and is thrown here.
   */
  static void run(int threads, int pieces, Work work) {
    if (threads == 1 || pieces < 2) {
      for (int i = 0; i < pieces; i++) {
        work.run(i, i + 1);
      }
      return;
    }
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> futures = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        futures.add(
            pool.submit(
                () -> {
                  for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
                    work.run(i, done.incrementAndGet());
                  }
                }));
      }
      for (Future<?> future : futures) {
        future.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException("work failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } finally {
      next.set(pieces); // the other threads stop at their next piece
      pool.shutdown();
    }
  }
}
