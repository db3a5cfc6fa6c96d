package org.pelvi4j.exercise;

/**
 * Whether the contraction came before the cough and stayed up through it: by the cough itself where it was seen in the
 * signal, else by the cue. Source: DOMAIN 1.6.
 */
final class Knack {
    /** The contraction leads the cough by this much or more. Source: DOMAIN 1.6. */
    private static final long LEAD_NANOS = 100_000_000L;

    /** A cough is over after this time. Source: DOMAIN 1.12, 0.1 to 0.5 s. */
    private static final long COUGH_NANOS = 500_000_000L;

    private final Block block;
    private final boolean asked;
    private final long byNanos;
    private final long throughNanos;
    private boolean up;
    private boolean dropped;
    private boolean measured;
    private boolean inTime;

    Knack(Block block, long startNanos) {
        this.block = block;
        this.asked = block.coughAt() != null;
        long coughNanos =
                startNanos + (block.coughAt() == null ? 0 : block.coughAt().toNanos());
        this.byNanos = coughNanos - LEAD_NANOS;
        this.throughNanos = coughNanos + COUGH_NANOS;
    }

    void sample(long atNanos, double effort, double home) {
        if (!asked) {
            return;
        }
        if (atNanos - byNanos <= 0) {
            up = effort >= block.target().lowEffort() || (up && effort > home);
        } else if (atNanos - throughNanos <= 0) {
            dropped |= effort <= home;
        }
    }

    void seen(boolean ledAndHeld) {
        measured = true;
        inTime = ledAndHeld;
    }

    boolean kept() {
        return measured ? inTime : up && !dropped;
    }
}
