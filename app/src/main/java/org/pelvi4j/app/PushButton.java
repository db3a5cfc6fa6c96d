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
    }

    private final Meaning meaning;
    private boolean down;
    private boolean told;
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
        down = closed;
    }

    /** Lets time pass; to be called at least each 100 ms. */
    void tick(long nowNanos) {
        if (down && !told && nowNanos - sinceNanos >= HOLD_NANOS) {
            told = true;
            meaning.held();
        }
    }
}
