package org.pelvi4j.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.record.Annotation;
import org.pelvi4j.record.Recorder;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Gap;

/** Keeps the first channel's samples of a rehearsal, and its gaps. */
final class Samples implements Recorder {
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Long> saturated = new ArrayList<>();
    private double[] values = new double[1 << 16];
    private long[] times = new long[1 << 16];
    private int count;
    private long firstNumber;
    private long lastNumber;

    @Override
    public void sample(long number, long atNanos, double[] all, int[] flaws) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
            times = Arrays.copyOf(times, 2 * count);
        }
        firstNumber = count == 0 ? number : firstNumber;
        lastNumber = number;
        values[count] = all[0];
        times[count++] = atNanos;
        if ((flaws[0] & Flaw.SATURATED) != 0) {
            saturated.add(atNanos);
        }
    }

    @Override
    public void gap(Gap gap) {
        gaps.add(gap);
    }

    List<Gap> gaps() {
        return gaps;
    }

    long missing() {
        return gaps.stream().mapToLong(Gap::count).sum();
    }

    /** Samples, missing ones between the first and the last included. */
    long count() {
        return lastNumber - firstNumber + 1;
    }

    /** From the first sample to the last. */
    double seconds() {
        return (times[count - 1] - times[0]) / 1e9;
    }

    boolean saturatedIn(Cue cue) {
        return saturated.stream().anyMatch(at -> at > cue.startNanos() && at < cue.endNanos());
    }

    double[] between(long fromNanos, long untilNanos) {
        int from = place(fromNanos);
        return Arrays.copyOfRange(values, from, Math.max(from, place(untilNanos)));
    }

    private int place(long nanos) {
        int found = Arrays.binarySearch(times, 0, count, nanos);
        return found < 0 ? -found - 1 : found;
    }

    @Override
    public void annotate(Annotation annotation) {}

    @Override
    public void tick(long nowNanos) {}

    @Override
    public void close() {}
}
