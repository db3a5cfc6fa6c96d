package org.pelvi4j.session;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The session's one timer thread. Thread-safe. */
final class Timer implements AutoCloseable {
    /** The acquisition thread hangs when it has not ticked for this long. Source: DESIGN 4. */
    static final long HANGING_NANOS = 200_000_000L;

    private static final long PERIOD_MILLIS = 50;
    private static final Logger LOG = LoggerFactory.getLogger(Timer.class);

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "pelvi4j-timer");
        thread.setDaemon(true);
        return thread;
    });

    Timer(Runnable work) {
        var unused =
                executor.scheduleAtFixedRate(() -> survive(work), PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** An executor drops work that throws, in silence; the stand-in must be there the next time too. */
    private static void survive(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("the session's timer: {}", e.toString());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
