package org.pelvi4j.sim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.pelvi4j.sim.body.Happening;

/**
 * What a simulated body really did. A contraction lasts from the moment the activation crosses 10 % of its plateau above
 * rest to the moment it falls below; the activation is the drive for EMG, the force for pressure. Confined to one thread.
 */
public final class Truth {
    /**
     * One contraction.
     *
     * @param onsetNanos when it began, on the clock of the samples
     * @param offsetNanos when it was over
     * @param plateau its activation, 1 at the person's strongest
     */
    public record Contraction(long onsetNanos, long offsetNanos, double plateau) {}

    /**
     * Something that happened beside the exercise.
     *
     * @param what such as COUGH
     * @param fromNanos when it began, on the clock of the samples
     * @param untilNanos when it was over; the same for what lasts
     */
    public record Event(Happening.Kind what, long fromNanos, long untilNanos) {}

    /** Where the edges lie. Source: the labelled cases' definition of truth. */
    private static final double EDGE_SHARE = 0.1;
    /** The rise belongs to no plateau. */
    private static final int RISE_MS = 1000;

    private static final int REMEMBERED_MS = 2000;
    private static final long NANOS_PER_MS = 1_000_000L;

    private final long startNanos;
    private final double[] rise = new double[REMEMBERED_MS];
    private final List<Contraction> contractions = new ArrayList<>();
    private final List<Contraction> seen = Collections.unmodifiableList(contractions);
    private final List<Event> events = new ArrayList<>();
    private final List<Event> seenEvents = Collections.unmodifiableList(events);
    private boolean open;
    private boolean meant;
    private long beganMs;
    private long nowMs = -1;
    private int length;
    private double peak;
    private double sum;
    private long summed;
    private double activation;

    Truth(long startNanos) {
        this.startNanos = startNanos;
    }

    /**
     * Contractions that are over, in order.
     *
     * @return a view that grows
     */
    public List<Contraction> contractions() {
        return seen;
    }

    /**
     * What happened beside the exercise, in order of its beginning.
     *
     * @return a view that grows
     */
    public List<Event> events() {
        return seenEvents;
    }

    void happened(Happening.Kind what, long fromMs, long untilMs) {
        events.add(new Event(what, at(fromMs), at(untilMs)));
    }

    /**
     * The activation at the newest millisecond.
     *
     * @return 0 at rest, 1 at the person's strongest
     */
    public double activation() {
        return activation;
    }

    void step(double activation, boolean contracting) {
        nowMs++;
        this.activation = activation;
        if (contracting && !meant) {
            if (open) {
                close();
            }
            begin();
        }
        meant = contracting;
        if (open) {
            follow(contracting);
        }
    }

    private void begin() {
        open = true;
        beganMs = nowMs;
        length = 0;
        peak = 0;
        sum = 0;
        summed = 0;
    }

    private void follow(boolean contracting) {
        if (length < REMEMBERED_MS) {
            rise[length++] = activation;
        }
        peak = StrictMath.max(peak, activation);
        if (contracting && nowMs - beganMs >= RISE_MS) {
            sum += activation;
            summed++;
        }
        if (!contracting && activation < EDGE_SHARE * plateau()) {
            close();
        }
    }

    private double plateau() {
        return summed > RISE_MS / 2 ? sum / summed : peak;
    }

    private void close() {
        open = false;
        double edge = EDGE_SHARE * plateau();
        int crossing = 0;
        while (crossing < length && rise[crossing] < edge) {
            crossing++;
        }
        if (crossing < length && nowMs > beganMs + crossing) {
            contractions.add(new Contraction(at(beganMs + crossing), at(nowMs), plateau()));
        }
    }

    private long at(long ms) {
        return startNanos + ms * NANOS_PER_MS;
    }
}
