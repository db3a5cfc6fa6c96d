package org.pelvi4j.record;

import java.util.Arrays;
import org.pelvi4j.sensor.Flaw;

/** Turns the flaws of single samples into events with a beginning and a length. Confined to one thread. */
final class FlawRuns {
    /** Where a finished run goes. */
    interface Out {
        /** A run of flawed samples. */
        void run(long firstNumber, long count, String text);
    }

    /** Outside the file's range, though not outside the sensor's: the file's own flaw. */
    static final int CLIPPED = 1 << 16;

    private static final int[] BITS = {Flaw.SATURATED, Flaw.STUCK, Flaw.LEAD_OFF, Flaw.OUT_OF_RANGE, Flaw.STALE, CLIPPED
    };
    private static final String[] TEXTS = {
        AnnotationText.SATURATED,
        AnnotationText.FAULT + "stuck ",
        AnnotationText.FAULT + "lead-off ",
        AnnotationText.FAULT + "range ",
        AnnotationText.FAULT + "stale ",
        AnnotationText.CLIPPED
    };
    /** Runs nearer than this are one. */
    private static final double JOIN_SECONDS = 0.25;
    /** A longer run is told in parts, so that a crash loses little of it. */
    private static final double PART_SECONDS = 10;

    private final Out out;
    private final long join;
    private final long part;
    private final long[] first;
    private final long[] last;
    private int open;

    FlawRuns(int channels, double rateHz, Out out) {
        this.out = out;
        this.join = Math.max(1, (long) (JOIN_SECONDS * rateHz));
        this.part = Math.max(1, (long) (PART_SECONDS * rateHz));
        this.first = new long[channels * BITS.length];
        this.last = new long[channels * BITS.length];
        Arrays.fill(first, -1);
    }

    /** One channel of one sample. */
    void sample(long number, int channel, int flaws) {
        if (flaws == 0 && open == 0) {
            return;
        }
        for (int bit = 0; bit < BITS.length; bit++) {
            int slot = channel * BITS.length + bit;
            if ((flaws & BITS[bit]) != 0) {
                begin(slot, number);
            } else if (first[slot] >= 0 && number - last[slot] > join) {
                end(slot);
            }
        }
    }

    private void begin(int slot, long number) {
        if (first[slot] < 0) {
            first[slot] = number;
            open++;
        } else if (number - first[slot] >= part) {
            last[slot] = number - 1;
            end(slot);
            first[slot] = number;
            open++;
        }
        last[slot] = number;
    }

    private void end(int slot) {
        int channel = slot / BITS.length;
        out.run(first[slot], last[slot] - first[slot] + 1, TEXTS[slot % BITS.length] + (channel + 1));
        first[slot] = -1;
        open--;
    }

    /** Ends all runs: at a gap, and at the end. */
    void finish() {
        for (int slot = 0; slot < first.length; slot++) {
            if (first[slot] >= 0) {
                end(slot);
            }
        }
    }
}
