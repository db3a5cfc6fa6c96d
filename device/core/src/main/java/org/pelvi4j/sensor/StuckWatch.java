package org.pelvi4j.sensor;

import java.util.Arrays;

/** Notices that a channel repeats one value for longer than its sensor can. Source: RELIABILITY.md E2. Confined to one thread. */
final class StuckWatch {
    private final int limit;
    private final double[] last;
    private final int[] repeats;

    StuckWatch(int channels, int limit) {
        this.limit = limit;
        this.last = new double[channels];
        this.repeats = new int[channels];
        Arrays.fill(last, Double.NaN);
    }

    /** Takes the next sample; adds the flaw to the channels that are stuck. A rail may repeat, it has its own flaw. */
    void watch(double[] values, int[] flaws) {
        for (int channel = 0; channel < last.length; channel++) {
            boolean same = values[channel] == last[channel] && (flaws[channel] & Flaw.SATURATED) == 0;
            repeats[channel] = same ? Math.min(repeats[channel] + 1, limit) : 0;
            last[channel] = values[channel];
            if (repeats[channel] == limit) {
                flaws[channel] |= Flaw.STUCK;
            }
        }
    }
}
