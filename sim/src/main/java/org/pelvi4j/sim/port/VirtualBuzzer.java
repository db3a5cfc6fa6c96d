package org.pelvi4j.sim.port;

import org.pelvi4j.time.Clock;

/**
 * An active buzzer: it sounds while its line is high. Its text is the last rhythm, {@code #} for 20 ms of sound and
 * {@code .} for 20 ms of silence. Confined to one thread.
 */
final class VirtualBuzzer implements PinChip {
    private static final long CELL_NANOS = 20_000_000L;

    /** A silence as long as that ends a rhythm. */
    private static final long REST_NANOS = 400_000_000L;

    private final Clock clock;
    private final StringBuilder rhythm = new StringBuilder();
    private long sinceNanos;
    private boolean sounding;

    VirtualBuzzer(Clock clock) {
        this.clock = clock;
        sinceNanos = clock.nowNanos() - REST_NANOS;
    }

    @Override
    public void level(int line, boolean high) {
        if (high == sounding) {
            return;
        }
        long now = clock.nowNanos();
        if (high && now - sinceNanos >= REST_NANOS) {
            rhythm.setLength(0);
        } else {
            rhythm.append((sounding ? "#" : ".").repeat(Math.max(1, (int)
                    Math.round((double) (now - sinceNanos) / CELL_NANOS))));
        }
        sounding = high;
        sinceNanos = now;
    }

    @Override
    public String text() {
        return rhythm.isEmpty() ? "" : "buzzer " + rhythm;
    }
}
