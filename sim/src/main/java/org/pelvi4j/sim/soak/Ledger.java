package org.pelvi4j.sim.soak;

import org.pelvi4j.record.Annotation;
import org.pelvi4j.record.Recorder;
import org.pelvi4j.sensor.Gap;

/** Counts what a recorder is given: each number once, in a sample or in one gap. Confined to one thread. */
final class Ledger implements Recorder {
    private final Findings findings;
    private long expected = -1;
    private long samples;
    private long missing;
    private long goodNanos;
    private boolean anyGood;

    Ledger(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void sample(long number, long atNanos, double[] values, int[] flaws) {
        follows(number, "sample");
        expected = number + 1;
        samples++;
        if (flaws[0] == 0) {
            goodNanos = anyGood && atNanos - goodNanos < 0 ? goodNanos : atNanos;
            anyGood = true;
            if (!Double.isFinite(values[0])) {
                findings.add("a good sample is a number", "sample " + number + " was " + values[0]);
            }
        }
    }

    @Override
    public void gap(Gap gap) {
        follows(gap.firstNumber(), "gap");
        if (expected >= 0) {
            missing += gap.count();
        }
        expected = gap.firstNumber() + gap.count();
    }

    private void follows(long number, String what) {
        if (expected >= 0 && number != expected) {
            findings.add(
                    "each sample number comes once or lies in one gap",
                    what + ": expected number " + expected + " but was " + number);
        }
    }

    @Override
    public void annotate(Annotation annotation) {}

    @Override
    public void tick(long nowNanos) {}

    @Override
    public void close() {}

    long samples() {
        return samples;
    }

    long missing() {
        return missing;
    }

    boolean anySample() {
        return samples > 0;
    }

    boolean anyGood() {
        return anyGood;
    }

    /** How long ago the newest good sample was taken; endless when there was none. */
    long sinceGoodNanos(long nowNanos) {
        return anyGood ? nowNanos - goodNanos : Long.MAX_VALUE;
    }
}
