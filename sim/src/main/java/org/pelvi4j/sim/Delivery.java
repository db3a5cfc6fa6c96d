package org.pelvi4j.sim;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sim.draw.Draws;

/**
 * From a body's exact numbers to what a sensor hands on: rounded to its steps, clipped at its rails, flagged, late or not
 * at all. Confined to one thread.
 */
final class Delivery {
    /** Nobody's noise repeats one code so often. (P) */
    private static final int STUCK_AFTER = 50;
    /** A live sample is not older. Source: DESIGN 4, no sample for 200 ms is UNKNOWN. */
    private static final double STALE_SECONDS = 0.2;
    /** Length of a run of missing samples. (P) */
    private static final double MISSING_RUN = 10;

    private final SensorInfo info;
    private final List<Fault> faults;
    private final long startNanos;
    private final Draws draws;
    private final int[] flaws;
    private final double[] last;
    private final int[] same;
    private final Deque<Late> late = new ArrayDeque<>();
    private long expected;
    private boolean off;
    private int missing;
    private int present;

    /** A sample that is on its way. */
    private record Late(long number, double dueSeconds, List<Double> values) {}

    Delivery(SensorInfo info, List<Fault> all, long startNanos, Draws draws) {
        this.info = info;
        this.faults = all.stream().filter(f -> !f.kind().ofValues()).toList();
        this.startNanos = startNanos;
        this.draws = draws;
        int channels = info.channels().size();
        flaws = new int[channels];
        last = new double[channels];
        same = new int[channels];
    }

    long at(long number) {
        return startNanos + StrictMath.round(number * (1e9 / info.rateHz()));
    }

    /** Takes one sample of the body, and hands on what arrives by then. */
    void sample(long number, double[] values, SampleSink out) {
        if (faults.isEmpty()) {
            hand(number, values, 0, out);
            return;
        }
        double now = number / info.rateHz();
        Fault fault = fault(now);
        if (fault == null && late.isEmpty()) {
            hand(number, values, 0, out);
        } else if (fault == null || fault.kind() == Fault.Kind.DELAYED) {
            double delay = fault == null ? 0 : fault.amount();
            late.add(new Late(number, now + delay, Arrays.stream(values).boxed().toList()));
        } else if (arrives(fault, number)) {
            hand(number, values, 0, out);
        } else {
            off = fault.kind() == Fault.Kind.OFF;
        }
        arrive(now, values, out);
    }

    private void arrive(double now, double[] values, SampleSink out) {
        Late first;
        while ((first = late.peek()) != null && first.dueSeconds <= now) {
            late.remove();
            for (int i = 0; i < values.length; i++) {
                values[i] = first.values.get(i);
            }
            hand(first.number, values, now - first.number / info.rateHz(), out);
        }
    }

    private @Nullable Fault fault(double seconds) {
        for (Fault fault : faults) {
            if (fault.at(seconds)) {
                return fault;
            }
        }
        return null;
    }

    private boolean arrives(Fault fault, long number) {
        return switch (fault.kind()) {
            case OFF -> false;
            case SLOW -> number % (long) fault.amount() == 0;
            default -> !misses(fault.amount() / 100);
        };
    }

    /** Runs of missing samples between runs of present ones, so that the share comes out. */
    private boolean misses(double share) {
        while (missing == 0 && present == 0) {
            missing = run(MISSING_RUN);
            present = run(MISSING_RUN * (1 - share) / share);
        }
        if (missing > 0) {
            missing--;
            return true;
        }
        present--;
        return false;
    }

    private int run(double mean) {
        return (int) StrictMath.floor(2 * mean * draws.uniform() + 0.5);
    }

    private void hand(long number, double[] values, double ageSeconds, SampleSink out) {
        if (number > expected) {
            Gap.Cause cause = off ? Gap.Cause.SILENT : Gap.Cause.LOST;
            out.gap(new Gap(expected, number - expected, at(expected), at(number), cause));
        }
        expected = number + 1;
        for (int i = 0; i < values.length; i++) {
            flaws[i] = ageSeconds > STALE_SECONDS ? Flaw.STALE : 0;
            round(values, i);
        }
        out.sample(number, at(number), values, flaws);
    }

    private void round(double[] values, int i) {
        Channel channel = info.channels().get(i);
        double step = channel.resolution();
        double value = StrictMath.rint(values[i] / step) * step;
        if (!(value > channel.minimum() && value < channel.maximum())) {
            flaws[i] |= Flaw.SATURATED;
            value = value > 0 ? channel.maximum() : channel.minimum();
        }
        same[i] = value == last[i] ? same[i] + 1 : 0;
        if (same[i] >= STUCK_AFTER) {
            flaws[i] |= Flaw.STUCK;
        }
        last[i] = value;
        values[i] = value;
    }
}
