package dev.gatehouse.bench.fleet;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Asks all gateways side by side until each has given the wanted answer. Between two questions to one gateway is a
 * millisecond, so that the asking does not take the processors from what is measured.
 *
 * @param questions one a gateway; true is the wanted answer
 */
record FleetSight(ExecutorService threads, List<Question> questions) {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** A question to a gateway. */
    @FunctionalInterface
    interface Question {
        boolean ask() throws IOException, InterruptedException;
    }

    /** Nanoseconds from now until the last of them has given it. */
    long await() throws InterruptedException {
        long start = System.nanoTime();
        List<Callable<Long>> tasks = new ArrayList<>();
        questions.forEach(question -> tasks.add(() -> awaited(question, start)));
        long last = 0;
        for (Future<Long> answered : threads.invokeAll(tasks)) {
            try {
                last = Math.max(last, answered.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a gateway did not follow", e.getCause());
            }
        }
        return last;
    }

    private static long awaited(Question question, long start) throws IOException, InterruptedException {
        while (!question.ask()) {
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw new IllegalStateException("not enforced after " + LIMIT.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return System.nanoTime() - start;
    }
}
