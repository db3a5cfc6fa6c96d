package org.pelvi4j.measure;

import org.pelvi4j.signal.Conditioned;
import org.pelvi4j.signal.SignalStage;

/**
 * The newest levels, coarsely, with their times: evenly, whatever was lost on the way. Where samples are missing the last
 * level stays for as long as the envelope is bridged, too; a longer hole is NaN. Confined to one thread.
 */
final class Track {
    private final double[] values;
    private final long[] times;
    private final int every;
    private final double rateHz;
    private final long bridged;
    private final double stepNanos;
    private boolean begun;
    private double held;
    private long last;
    private long due;
    private int kept;
    private int next;

    /** Keeps so many seconds at about so many values per second. */
    Track(double rateHz, double stepsPerSecond, double seconds) {
        every = (int) Math.max(1, Math.round(rateHz / stepsPerSecond));
        this.rateHz = rateHz / every;
        bridged = SignalStage.bridged(rateHz);
        stepNanos = 1e9 / this.rateHz;
        int length = (int) Math.ceil(seconds * this.rateHz);
        values = new double[length];
        times = new long[length];
    }

    /** Takes the level of a valid instant. */
    void add(double value, Conditioned at) {
        long number = at.number();
        if (!begun) {
            begun = true;
            due = number + every - 1;
            last = number;
        }
        if (number >= due) {
            fill(number, at.atNanos());
            put(value, at.atNanos());
            due += every;
        }
        held = value;
        last = number;
    }

    /** What was due before this sample came. */
    private void fill(long number, long atNanos) {
        double missed = number - last - 1 > bridged ? Double.NaN : held;
        due = Math.max(due, number - (long) every * values.length);
        for (; due + every <= number; due += every) {
            put(missed, atNanos - Math.round((number - due) / (double) every * stepNanos));
        }
    }

    private void put(double value, long atNanos) {
        values[next] = value;
        times[next] = atNanos;
        next = next + 1 == values.length ? 0 : next + 1;
        kept = Math.min(kept + 1, values.length);
    }

    /** What was from one time to another, both included. */
    Curve between(long fromNanos, long toNanos) {
        int last = 1;
        while (last <= kept && times[back(last)] - toNanos > 0) {
            last++;
        }
        int first = last;
        while (first <= kept && times[back(first)] - fromNanos >= 0) {
            first++;
        }
        double[] chosen = new double[first - last];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = values[back(first - 1 - i)];
        }
        return Curve.taking(rateHz, chosen);
    }

    /** Where a value is kept that is so many steps back; the newest is one step back. */
    private int back(int steps) {
        int at = next - steps;
        return at < 0 ? at + values.length : at;
    }
}
