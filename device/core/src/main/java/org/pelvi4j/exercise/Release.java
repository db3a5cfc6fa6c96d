package org.pelvi4j.exercise;

/** Looks for the moment in which a contraction is let go: the level is home, and stays there. */
final class Release {
    /** At home for this long, and home is reached. Source: DOMAIN 1.14, confirmation of the off threshold. */
    private static final long CONFIRM_NANOS = 150_000_000L;

    private final long restNanos;
    private boolean contracted;
    private boolean atHome;
    private long homeNanos;
    private boolean reached;
    private long reachedNanos;

    Release(long restNanos) {
        this.restNanos = restNanos;
    }

    void sample(long atNanos, boolean home) {
        if (reached) {
            return;
        }
        contracted |= !home;
        if (home && !atHome) {
            homeNanos = atNanos;
        }
        atHome = home;
        boolean resting = atNanos - restNanos >= 0;
        reached = contracted && home && resting && atNanos - homeNanos >= CONFIRM_NANOS;
        reachedNanos = atNanos;
    }

    /** Whether there was something to let go and it has been let go. */
    boolean reached() {
        return reached;
    }

    /** From the rest's cue until it was known that home is reached; -1 while it is not. */
    long knownNanos() {
        return reached ? reachedNanos - restNanos : -1;
    }

    /** From the rest's cue until home; 0 when it was reached before; NaN when it was not. */
    double seconds() {
        return reached ? Math.max(0, homeNanos - restNanos) / 1e9 : Double.NaN;
    }
}
