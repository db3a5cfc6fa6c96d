package org.pelvi4j.signal;

import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.Signal;

/**
 * The fourth stage: filters one channel, takes its envelope and says of every sample whether it counts. The same numbers
 * in give the same numbers out, however they are cut into reads; ticks matter only where samples fail to come. Confined
 * to one thread.
 */
public final class SignalStage {
    /** Silence of this many periods, or of {@link #SILENT_NANOS}, is a missing signal. Source: DESIGN 4. */
    private static final int SILENT_PERIODS = 3;
    /** Source: DESIGN 4. */
    private static final long SILENT_NANOS = 200_000_000L;
    /** A hole up to this long is bridged with the last value; a longer one begins anew. Source: DOMAIN 1.14. */
    private static final double BRIDGED_SECONDS = 0.1;

    /** Loss is counted over about this time. */
    private static final double LOSS_SECONDS = 1;
    /**
     * And over about that of a repetition's work, where its judging is in question: over a second 250 samples of which 3 %
     * are lost show more than 5 % every now and then. Source: DOMAIN 1.5.
     */
    private static final double JUDGED_SECONDS = 5;
    /** More of the samples lost over that time is a poor signal: a repetition in it is not judged. */
    private static final double POOR_LOSS = 0.05;
    /** More of them lost is no signal. Source: RELIABILITY E6, "above the limit exercise pauses". */
    private static final double MOST_LOSS = 0.20;
    /** Until less of them is lost again. */
    private static final double LEAST_LOSS = 0.10;

    private final SignalSink out;
    private final Chain chain;
    private final Judge judge;
    private final Conditioned now = new Conditioned();
    private final double lossKept;
    private final double judgedLossKept;
    private final long bridged;
    private final long settling;
    private final long silentNanos;
    private boolean started;
    private long expected;
    private long anewAt;
    private long invalid;
    private long newestNanos;
    private double held;
    private double loss;
    private double judgedLoss;
    private boolean lossy;
    private boolean off;

    private SignalStage(Channel channel, double rateHz, SignalSink out) {
        this.out = out;
        chain = channel.signal() == Signal.EMG ? new EmgChain(rateHz) : new PressureChain(channel.signal(), rateHz);
        judge = new Judge(channel, rateHz);
        lossKept = 1 - 1 / (LOSS_SECONDS * rateHz);
        judgedLossKept = 1 - 1 / (JUDGED_SECONDS * rateHz);
        bridged = bridged(rateHz);
        settling = Math.round(chain.settlingSeconds() * rateHz);
        silentNanos = Math.max(SILENT_NANOS, Math.round(SILENT_PERIODS * 1e9 / rateHz));
    }

    /**
     * Makes the stage of one channel.
     *
     * @param channel what it measures and its range
     * @param rateHz samples per second: 250 to 4000 for EMG, 10 to 1000 for pressure
     * @param out told once per sample, and once per tick while there is none
     * @return the stage, at rest
     */
    public static SignalStage of(Channel channel, double rateHz, SignalSink out) {
        check(channel.signal(), rateHz);
        return new SignalStage(channel, rateHz, out);
    }

    /**
     * Refuses what cannot be filtered, before anything is opened.
     *
     * @param signal what is measured
     * @param rateHz samples per second
     * @throws IllegalArgumentException saying what was expected
     */
    public static void check(Signal signal, double rateHz) {
        boolean emg = signal == Signal.EMG;
        double least = emg ? 200 : 10;
        double most = emg ? 5000 : 1000;
        if (!(rateHz >= least && rateHz <= most)) {
            throw new IllegalArgumentException(
                    "rateHz: expected " + least + " to " + most + " for " + signal + " but was " + rateHz);
        }
    }

    /**
     * Tells where pressure, or an envelope, is cut off, which delays it by sqrt(2) / (2 pi f).
     *
     * @param signal which of them
     * @param rateHz samples per second
     * @return hertz
     */
    public static double cutoffHz(Signal signal, double rateHz) {
        return PressureChain.cutoffHz(signal, rateHz);
    }

    /**
     * Tells how long a hole may be that ends nothing: the envelope is bridged there. What follows a longer one begins anew.
     *
     * @param rateHz samples per second
     * @return how many samples in a row may be missing
     */
    public static long bridged(double rateHz) {
        return Math.round(BRIDGED_SECONDS * rateHz);
    }

    /**
     * Takes one sample.
     *
     * @param number its number, gaps counted
     * @param atNanos when it was taken, monotonic
     * @param value in the channel's unit
     * @param flaws bits of {@link org.pelvi4j.sensor.Flaw}, 0 for a good sample
     */
    public void sample(long number, long atNanos, double value, int flaws) {
        Quality quality = judge.of(value, flaws);
        newestNanos = atNanos;
        long missing = expected == 0 && !started ? 0 : Math.max(0, number - expected);
        expected = number + 1;
        invalid += missing;
        count(missing);
        if (quality.valid()) {
            good(number, value);
            quality = seen(number);
        } else {
            invalid++;
        }
        out.signal(now.at(number, atNanos).set(chain.filtered(), chain.envelope(), quality));
    }

    /** Bridges what was missed, or begins anew, and takes a good value. */
    private void good(long number, double value) {
        if (!started || invalid > bridged) {
            chain.reset();
            started = true;
            anewAt = number;
        } else {
            for (long i = 0; i < invalid; i++) {
                chain.next(held);
            }
        }
        invalid = 0;
        held = value;
        chain.next(value);
    }

    private Quality seen(long number) {
        if (chain.off()) {
            off = true;
            return Quality.LEAD_OFF;
        }
        if (off) {
            off = false;
            chain.reset();
            anewAt = number;
        }
        if (number - anewAt < settling) {
            return Quality.SETTLING;
        }
        lossy = loss > (lossy ? LEAST_LOSS : MOST_LOSS);
        if (lossy) {
            return Quality.MISSING;
        }
        return judgedLoss > POOR_LOSS ? Quality.WEAK : Quality.GOOD;
    }

    private void count(long missing) {
        for (long i = 0; i < missing && judgedLoss < 1 - 1e-9; i++) {
            loss = 1 - (1 - loss) * lossKept;
            judgedLoss = 1 - (1 - judgedLoss) * judgedLossKept;
        }
        loss *= lossKept;
        judgedLoss *= judgedLossKept;
    }

    /**
     * Tells how much is lost on the way, over about the last second.
     *
     * @return share of the samples, 0 to 1
     */
    public double loss() {
        return loss;
    }

    /**
     * Tells whether mains hum is stronger than with good contact: above 5 uV RMS and above all that is left without it,
     * for 3 s. It does not reach the envelope. Source: DOMAIN 2.7.
     *
     * @return whether it is; false for pressure
     */
    public boolean hums() {
        return chain.hums();
    }

    /**
     * Takes note of missing samples; the number of the next sample tells how many they were.
     *
     * @param gap which are missing
     */
    public void gap(Gap gap) {
        out.signal(now.at(gap.firstNumber() + gap.count() - 1, gap.untilNanos())
                .set(chain.filtered(), chain.envelope(), Quality.MISSING));
    }

    /**
     * Tells the time, so that silence is noticed.
     *
     * @param nowNanos the monotonic time
     */
    public void tick(long nowNanos) {
        if (started && nowNanos - newestNanos > silentNanos) {
            out.signal(now.at(now.number(), nowNanos).set(chain.filtered(), chain.envelope(), Quality.MISSING));
        }
    }
}
