package org.pelvi4j.sensor;

/**
 * Turns batches of frames into samples and gaps: each number once, in order, at its time. Confined to one thread.
 */
final class Timeline {
    /** A rate is not judged over a longer silence. Source: chosen, twice the longest batch of RELIABILITY.md A13. */
    private static final long SILENCE_NANOS = 1_000_000_000L;

    private final SampleClock clock;
    private final Numbering numbering;
    private final RateWatch rate;
    private final Pauses pauses = new Pauses();
    private final long staleNanos;
    private final boolean byDevice;
    private final double[] row;
    private final int[] flaws;
    private boolean started;
    private long last = -1;
    private long lastBatchNanos;
    private long emptyNanos;
    private long lateNanos;
    private long wireDelayNanos;

    Timeline(SensorInfo info, Counting counting, int capacity) {
        clock = new SampleClock(info.rateHz());
        staleNanos = staleNanos(info);
        byDevice = counting.byDevice();
        numbering = new Numbering(clock, counting, staleNanos, capacity);
        rate = new RateWatch(info.rateHz());
        row = new double[info.channels().size()];
        flaws = new int[info.channels().size()];
    }

    /** Without a sample for so long a sensor is silent. Source: RELIABILITY.md 4, T_stale. */
    static long staleNanos(SensorInfo info) {
        return Math.max(200_000_000L, (long) (3e9 / info.rateHz()));
    }

    /** The wire was opened anew, or the device began anew: the clock tells how many samples are missing. */
    void resume(Gap.Cause cause, long delayNanos) {
        if (started) {
            numbering.resume(cause);
            if (delayNanos != wireDelayNanos) {
                clock.keepLine(last);
            }
        }
        wireDelayNanos = delayNanos;
        rate.restart();
    }

    /** The wire holds nothing more at this time. */
    void empty(long nowNanos) {
        emptyNanos = nowNanos;
    }

    /** Places the frames that have come now. */
    void place(Batch batch, long arrivedNanos, SampleSink out) {
        long nowNanos = arrivedNanos - wireDelayNanos;
        numbering.number(batch, nowNanos, emptyNanos - wireDelayNanos);
        long freshest = freshest(batch);
        if (freshest == Numbering.OLD) {
            return;
        }
        if (started) {
            clock.observe(freshest, last, nowNanos);
        } else {
            clock.start(freshest, nowNanos);
            lastBatchNanos = arrivedNanos;
            started = true;
        }
        watch(batch, arrivedNanos, freshest);
        hand(batch, out);
    }

    private long freshest(Batch batch) {
        for (int i = batch.size() - 1; i >= 0; i--) {
            if (numbering.number(i) != Numbering.OLD) {
                return numbering.number(i);
            }
        }
        return Numbering.OLD;
    }

    private void watch(Batch batch, long arrivedNanos, long freshest) {
        long sinceLast = arrivedNanos - lastBatchNanos;
        lastBatchNanos = arrivedNanos;
        lateNanos = arrivedNanos - clock.at(freshest);
        pauses.note(sinceLast, arrivedNanos);
        if (sinceLast > SILENCE_NANOS) {
            rate.restart();
        }
        rate.count(byDevice ? freshest - last : batch.size(), arrivedNanos);
        if (isLate() || rate.isWrong()) {
            batch.flag(Flaw.STALE);
        }
    }

    private void hand(Batch batch, SampleSink out) {
        for (int i = 0; i < batch.size(); i++) {
            long number = numbering.number(i);
            if (number == Numbering.OLD) {
                continue;
            }
            long atNanos = clock.at(number);
            if (number > last + 1) {
                out.gap(new Gap(last + 1, number - last - 1, clock.at(last + 1), atNanos, numbering.cause(i)));
            }
            last = number;
            batch.copy(i, row, flaws);
            out.sample(number, atNanos, row, flaws);
        }
    }

    /** Tells whether what comes is too old to act upon. */
    boolean isLate() {
        return lateNanos > staleNanos + pauses.usualNanos();
    }

    /** How old the freshest sample was when it came. */
    long lateNanos() {
        return lateNanos;
    }

    /** The rate that was found, when it is far from what it should be; else 0. */
    double wrongRateHz() {
        return rate.isWrong() ? rate.foundHz() : 0;
    }

    /** The period that was found. */
    double periodNanos() {
        return clock.periodNanos();
    }
}
