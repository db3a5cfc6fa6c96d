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
    private final Consumer<Duration> told;
    private Instant base = Instant.EPOCH;
    private long baseNanos;
    private long lookedNanos;
    private Duration last = Duration.ZERO;

    /** Each move is told as the sum of all since the beginning. */
    WallWatch(Clock clock, Consumer<Duration> told) {
        this.clock = clock;
        this.told = told;
    }

    /** From now on. */
    void begin() {
        base = clock.wallNow();
        baseNanos = clock.nowNanos();
        lookedNanos = baseNanos;
    }

    /** Whether it has just been moved. */
    boolean moved() {
        long now = clock.nowNanos();
        if (now - lookedNanos < LOOK_NANOS) {
            return false;
        }
        lookedNanos = now;
        Duration all = Duration.between(base.plusNanos(now - baseNanos), clock.wallNow());
        if (all.minus(last).abs().compareTo(STEP) < 0) {
            return false;
        }
        last = all;
        told.accept(all);
        return true;
    }
}
