package org.pelvi4j.exercise;

/** The level just before a contraction is asked for: over a breath, where the rest is long enough. Confined to one thread. */
final class LevelBefore {
    /** A slow breath. Source: DOMAIN 2.7, 0.2 to 0.3 Hz. */
    private static final long BREATH_NANOS = 5_000_000_000L;

    private double sum;
    private int count;

    /** Takes a valid level; only the end of what is no work counts, and no more than its second half. */
    void sample(long atNanos, double effort, Cue cue) {
        long length = cue.endNanos() - cue.startNanos();
        boolean late = cue.endNanos() - atNanos <= Math.min(BREATH_NANOS, length / 2);
        if (cue.kind() != Cue.Kind.WORK && late && !Double.isNaN(effort)) {
            sum += effort;
            count++;
        }
    }

    /** Its mean, once: the next one begins anew. 0 where nothing was seen. */
    double take() {
        double mean = count == 0 ? 0 : sum / count;
        sum = 0;
        count = 0;
        return mean;
    }
}
