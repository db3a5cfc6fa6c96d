package org.pelvi4j.sim;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sim.draw.Draws;
import org.pelvi4j.sim.fault.Fault;
import org.pelvi4j.sim.fault.FaultKind;
import org.pelvi4j.sim.fault.Faults;
import org.pelvi4j.sim.fault.SampleFaults;

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

    private static final Set<FaultKind> POSSIBLE = EnumSet.of(
            FaultKind.OFF,
            FaultKind.STUCK,
            FaultKind.GARBAGE,
            FaultKind.WRONG,
            FaultKind.RAIL,
            FaultKind.SLOW,
            FaultKind.DELAYED,
            FaultKind.INTERMITTENT);

    private final SensorInfo info;
    private final double periodNanos;
    private final Faults faults;
    private final SampleFaults sampleFaults;
    private final boolean faultless;
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
        periodNanos = 1e9 / info.rateHz();
        all.forEach(Delivery::check);
        this.faults = new Faults(all);
        this.faultless = all.isEmpty();
        this.startNanos = startNanos;
        this.draws = draws;
        int channels = info.channels().size();
        for (Fault fault : all) {
            if (fault.channel() > channels) {
                throw new IllegalArgumentException("fault '" + fault + "': expected channel 1 to " + channels);
            }
        }
        sampleFaults = new SampleFaults(faults, draws.split(), channels);
        flaws = new int[channels];
        last = new double[channels];
        same = new int[channels];
    }

    long at(long number) {
        return startNanos + StrictMath.round(number * periodNanos);
    }

    /** What a wire or a board does is refused: here is neither. */
    private static void check(Fault fault) {
        if (!POSSIBLE.contains(fault.kind())) {
            throw new IllegalArgumentException(
                    "fault '" + fault + "': expected one that a simulated person's sensor has, "
                            + POSSIBLE.stream().map(FaultKind::word).collect(Collectors.joining(", "))
                            + "; the others need a board, with simulate");
        }
    }

    /** Takes one sample of the body, and hands on what arrives by then. */
    void sample(long number, double[] values, SampleSink out) {
        if (faultless) {
            hand(number, values, 0, out);
            return;
        }
        double now = number / info.rateHz();
        faults.advance(now);
        sampleFaults.spoil(values);
        double delay = faults.amount(FaultKind.DELAYED);
        if (!arrives(number)) {
            off = faults.isOn(FaultKind.OFF);
        } else if (Double.isNaN(delay) && late.isEmpty()) {
            hand(number, values, 0, out);
        } else {
            double due = now + (Double.isNaN(delay) ? 0 : delay);
            late.add(new Late(number, due, Arrays.stream(values).boxed().toList()));
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

    private boolean arrives(long number) {
        double slow = faults.amount(FaultKind.SLOW);
        double missed = faults.amount(FaultKind.INTERMITTENT);
        boolean left = Double.isNaN(slow) || number % (long) slow == 0;
        return left && !faults.isOn(FaultKind.OFF) && (Double.isNaN(missed) || !misses(missed));
    }

    /** Runs of missing samples between runs of present ones, so that the share comes out. */
    private boolean misses(double share) {
        if (share >= 1) {
            return true;
        }
        while (share > 0 && missing == 0 && present == 0) {
            missing = run(MISSING_RUN);
            present = run(MISSING_RUN * (1 - share) / share);
        }
        if (missing > 0) {
            missing--;
            return true;
        }
        present = StrictMath.max(0, present - 1);
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
        double value = Math.rint(values[i] / step) * step;
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
