package org.lianpian.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Turns pull parsers into streams that close their file. */
final class Streams {

  private Streams() {}

  /** Gives items one by one. */
  @FunctionalInterface
  interface Puller<T> {
    /** Returns the next item, or null at the end. */
    @Nullable T next() throws IOException;
  }

  /** Opens a resource. */
  @FunctionalInterface
  interface Opener<R> {
    R open() throws IOException;
  }

  /** Returns a sequential stream over what the puller gives; closing it closes the resource. */
  static <T> Stream<T> of(AutoCloseable resource, Puller<T> puller) {
    Iterator<T> iterator =
        new Iterator<>() {
          private @Nullable T ahead;
          private boolean ended;

          @Override
          public boolean hasNext() {
            if (ahead == null && !ended) {
              ahead = pull(puller);
              ended = ahead == null;
            }
            return ahead != null;
          }

          @Override
          public T next() {
            if (!hasNext() || ahead == null) {
              throw new NoSuchElementException();
            }
            T item = ahead;
            ahead = null;
            return item;
          }
        };
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(
                iterator, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(() -> close(resource));
  }

  private static <T> @Nullable T pull(Puller<T> puller) {
    try {
      return puller.next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("Closing " + resource, e);
    }
  }
}
