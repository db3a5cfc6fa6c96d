package org.pelvi4j.app;

/**
 * What a person means by the one button: a press under 0.8 s, or to hold it for 2 s; letting go in between means nothing.
 * Source: SCREENS 13. Confined to one thread.
 */
final class PushButton {
    private static final long PRESS_NANOS = 800_000_000L;
    private static final long HOLD_NANOS = 2_000_000_000L;

    /** Takes what the person means. */
    interface Meaning {
        /** A short press: start, pause, go on. */
        void pressed();

        /** Held for 2 s: stop. */
        void held();

        /**
         * Held longer than a press: how far it is to a stop.
         *
         * @param percent 1 to 100; 0 when it was let go in time
         */
        default void holding(int percent) {}
    }

    private final Meaning meaning;
    private boolean down;
    private boolean told;
    private boolean holding;
    private long sinceNanos;

    PushButton(Meaning meaning) {
        this.meaning = meaning;
    }

    /** The contact closed or opened. */
    void contact(boolean closed, long atNanos) {
        tick(atNanos);
        if (closed && !down) {
            sinceNanos = atNanos;
            told = false;
        } else if (!closed && down && !told && atNanos - sinceNanos < PRESS_NANOS) {
            meaning.pressed();
        }
        if (!closed && down && holding) {
            holding = false;
            meaning.holding(0);
        }
        down = closed;
    }

    /** Lets time pass; to be called at least each 100 ms. */
    void tick(long nowNanos) {
        long since = nowNanos - sinceNanos;
        if (down && !told && since >= HOLD_NANOS) {
            told = true;
            meaning.held();
        } else if (down && !told && since >= PRESS_NANOS) {
            holding = true;
            meaning.holding((int) Math.max(1, 100 * (since - PRESS_NANOS) / (HOLD_NANOS - PRESS_NANOS)));
        }
    }
}
