package org.lianpian.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.lianpian.model.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs jobs one after another and remembers the last ones. Thread-safe. */
final class Jobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final int REMEMBERED = 50;

  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "jobs");
            thread.setDaemon(true);
            return thread;
          });
  private int started;

  Job start(String kind, Consumer<Progress> work) {
    Job job = add(kind);
    executor.execute(() -> run(job, work));
    return job;
  }

  private synchronized Job add(String kind) {
    Job job = new Job("job-" + ++started, kind);
    jobs.put(job.id(), job);
    if (jobs.size() > REMEMBERED) {
      jobs.remove(jobs.keySet().iterator().next());
    }
    return job;
  }

  synchronized Optional<Job> find(String id) {
    return Optional.ofNullable(jobs.get(id));
  }

  private static void run(Job job, Consumer<Progress> work) {
    try {
      work.accept(job);
      job.finish(Job.DONE, "已完成", "Done");
    } catch (CancellationException e) {
      job.finish(Job.CANCELLED, "已取消,未保存任何结果", "Cancelled; nothing was saved");
    } catch (RuntimeException e) {
      LOG.error("Job {} failed", job.id(), e);
      job.finish(Job.FAILED, "任务失败:" + e.getMessage(), "The job failed: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
