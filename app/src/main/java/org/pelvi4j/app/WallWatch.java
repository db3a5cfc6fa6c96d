package org.pelvi4j.app;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.pelvi4j.time.Clock;

/**
 * Notices when somebody, or the network, sets the wall clock: it is a label only, so nothing is changed but this is told,
 * once each time. Source: RELIABILITY D1 to D3. Confined to one thread.
 */
final class WallWatch {
    /** Less is the wall clock's own slewing. */
    private static final Duration STEP = Duration.ofSeconds(2);
    /** How often it is looked at. */
    private static final long LOOK_NANOS = 1_000_000_000L;

    private final Clock clock;
    private final Consumer<String> told;
    private Instant base = Instant.EPOCH;
    private long baseNanos;
    private long lookedNanos;
    private Duration last = Duration.ZERO;

    WallWatch(Clock clock, Consumer<String> told) {
        this.clock = clock;
        this.told = told;
    }

    /** From now on. */
    void begin() {
        base = clock.wallNow();
        baseNanos = clock.nowNanos();
        lookedNanos = baseNanos;
    }

    /** By how much it was moved since the beginning, all in all, if it has just been moved; else zero. */
    Duration moved() {
        long now = clock.nowNanos();
        if (now - lookedNanos < LOOK_NANOS) {
            return Duration.ZERO;
        }
        lookedNanos = now;
        Duration all = Duration.between(base.plusNanos(now - baseNanos), clock.wallNow());
        if (all.minus(last).abs().compareTo(STEP) < 0) {
            return Duration.ZERO;
        }
        told.accept("the clock on the wall was set by " + all.minus(last).toSeconds()
                + " s; the practice goes by another clock and is not changed");
        last = all;
        return all;
    }
}
