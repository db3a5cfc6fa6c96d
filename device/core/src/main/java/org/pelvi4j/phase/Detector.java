package org.pelvi4j.phase;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.calibration.EffortSink;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.Conditioned;
import org.pelvi4j.signal.Quality;
import org.pelvi4j.signal.SignalStage;

/**
 * The sixth stage: tells when the muscle contracts, when it lets go, and when nobody can say. It learns rest by itself
 * from the first second on; it never looks ahead. Confined to one thread.
 */
public final class Detector implements EffortSink {
    /** Silence of this many periods, or of {@link #SILENT_NANOS}, is a missing signal. Source: DESIGN 4. */
    private static final int SILENT_PERIODS = 3;
    /** Source: DESIGN 4. */
    private static final long SILENT_NANOS = 200_000_000L;
    /** The signal must have been valid for so long before a phase is told again. Source: DOMAIN 1.14, refractory. */
    private static final long VALID_NANOS = 300_000_000L;
    /** What lasts for longer is no contraction: the longest hold is a minute. Source: DOMAIN 1.1, endurance hold. */
    private static final double LONGEST_SECONDS = 70;
    /** Nor what outlasts the longest hold that is asked for by this, where that is known. */
    private static final double BEYOND_SECONDS = 10;
    /** But no less than this. Source: DOMAIN 1.14, REST_SHIFT. */
    private static final double LEAST_LONGEST_SECONDS = 15;
    /** A smaller share of the calibrated range is no contraction. Source: DOMAIN 1.14, on thresholds. */
    private static final double EMG_ON = 0.20;

    private static final double PRESSURE_ON = 0.15;
    /**
     * Nor is 1 cmH2O, whoever it is, or the noise of a sensor on the table would do. DOMAIN 1.14 has 2, of which a flicker
     * loses a tenth of its contractions. Source: sweep 0 to 2 cmH2O over people; up to 1 changes nothing for anybody.
     */
    private static final double LEAST_PASCAL = 98;
    /** A contraction cut by a fault sooner than this after it was found was the fault's own beginning. */
    private static final long FAULTY_NANOS = 1_000_000_000L;

    /** The reason of an UNKNOWN: what looked like a contraction was rest on another level. Source: DOMAIN 1.14. */
    public static final String REST_SHIFT = "REST_SHIFT";

    private final PhaseSink out;
    private final Rule rule;
    private final Rule.Decisions decisions = new Told();
    private final long bridged;
    private final long silentNanos;
    private long longestNanos = Math.round(LONGEST_SECONDS * 1e9);
    private Phase phase = Phase.UNKNOWN;
    private boolean told;
    private boolean heard;
    private boolean open;
    private long lastNumber;
    private long lastNanos;
    private long validNanos;
    private long nowNanos;
    private long provisionalNanos;
    private long onsetDecidedNanos;

    private Detector(Rule rule, double rateHz, PhaseSink out) {
        this.rule = rule;
        this.out = out;
        bridged = SignalStage.bridged(rateHz);
        silentNanos = Math.max(SILENT_NANOS, Math.round(SILENT_PERIODS * 1e9 / rateHz));
    }

    /**
     * Makes a detector.
     *
     * @param signal what is measured
     * @param rateHz samples per second
     * @param known rest and reference, if they were measured: what rises by less than 20 % of the range (EMG) or 15 %
     *     (pressure) is no contraction then; null to learn everything from the signal
     * @param out told each decision
     * @return the detector, knowing nothing yet
     */
    public static Detector of(Signal signal, double rateHz, @Nullable Calibration known, PhaseSink out) {
        if (!(rateHz >= 5 && rateHz <= 10_000)) {
            throw new IllegalArgumentException("rateHz: expected 5 to 10000 but was " + rateHz);
        }
        return new Detector(rule(signal, rateHz, known), rateHz, out);
    }

    private static Rule rule(Signal signal, double rateHz, @Nullable Calibration known) {
        double range = known == null ? 0 : known.reference() - known.rest();
        if (signal == Signal.EMG) {
            double share = known == null || !(known.rest() > 0) ? 0 : EMG_ON * range / known.rest();
            return new EmgRule(rateHz, 2 * StrictMath.log(1 + share));
        }
        double least = signal == Signal.PRESSURE ? LEAST_PASCAL : 0;
        return new PressureRule(rateHz, SignalStage.cutoffHz(signal, rateHz), Math.max(least, PRESSURE_ON * range));
    }

    /**
     * Tells which hold is the longest that will be asked for. What lasts 10 s longer is no contraction but a rest that has
     * moved: the phase is UNKNOWN with the reason {@code REST_SHIFT}, and rest is learned anew. Unasked, a contraction may
     * last 70 s.
     *
     * @param seconds the longest hold
     * @return this
     */
    public Detector holding(double seconds) {
        double longest = Math.max(LEAST_LONGEST_SECONDS, Math.min(LONGEST_SECONDS, seconds + BEYOND_SECONDS));
        longestNanos = Math.round(longest * 1e9);
        return this;
    }

    @Override
    public void effort(double effort, Conditioned signal) {
        nowNanos = signal.atNanos();
        if (!signal.quality().valid()) {
            lose(signal);
            return;
        }
        long missing = heard ? signal.number() - lastNumber - 1 : 0;
        if (missing > bridged) {
            interrupt(Quality.MISSING);
            rule.restart();
        } else if (missing > 0) {
            rule.hole(missing);
        }
        if (!heard || missing > bridged) {
            validNanos = nowNanos;
        }
        heard = true;
        lastNumber = signal.number();
        lastNanos = nowNanos;
        rule.next(signal, decisions);
        if (open && nowNanos - onsetDecidedNanos > longestNanos) {
            open = false;
            rule.shifted();
            become(Phase.UNKNOWN, REST_SHIFT, nowNanos);
            validNanos = nowNanos;
        }
        if (phase == Phase.UNKNOWN && rule.ready() && nowNanos - validNanos >= VALID_NANOS) {
            become(Phase.RELAX, "", nowNanos);
        }
    }

    @Override
    public void scale(Calibration scale, boolean fixed) {
        // The rules learn from the signal itself.
    }

    /** An invalid instant: a short run of them is a hole, a longer one makes the phase unknown. */
    private void lose(Conditioned signal) {
        boolean silent = signal.number() <= lastNumber;
        if (!heard || silent || signal.number() - lastNumber > bridged) {
            interrupt(signal.quality());
        }
    }

    private void interrupt(Quality why) {
        if (open) {
            boolean gone = why == Quality.MISSING || why == Quality.STALE;
            boolean seen = gone && lastNanos - onsetDecidedNanos >= FAULTY_NANOS;
            long onsetNanos = rule.onsetNanos(lastNanos);
            open = false;
            if (seen) {
                tell(onsetNanos, lastNanos);
            }
        }
        if (phase != Phase.UNKNOWN || !told) {
            become(Phase.UNKNOWN, why.name(), nowNanos);
            if (heard) {
                rule.restart();
            }
        }
    }

    /**
     * Tells the time, so that silence is noticed.
     *
     * @param nowNanos the monotonic time
     */
    public void tick(long nowNanos) {
        if (heard && nowNanos - lastNanos > silentNanos) {
            this.nowNanos = nowNanos;
            interrupt(Quality.MISSING);
        }
    }

    /**
     * The source has ended: a contraction that is still open closes at the last sample.
     *
     * @param nowNanos the monotonic time
     */
    public void finish(long nowNanos) {
        if (open) {
            // A sample's time is an estimate, which may lie a little ahead of the clock.
            this.nowNanos = nowNanos - lastNanos > 0 ? nowNanos : lastNanos;
            open = false;
            if (phase == Phase.CONTRACT) {
                become(Phase.RELAX, "", lastNanos);
            }
            tell(rule.onsetNanos(lastNanos), lastNanos);
        }
    }

    private void become(Phase next, String reason, long atNanos) {
        phase = next;
        told = true;
        out.phase(new PhaseEvent(next, reason, atNanos - nowNanos > 0 ? nowNanos : atNanos, nowNanos));
    }

    private void tell(long onsetNanos, long offsetNanos) {
        if (offsetNanos - onsetNanos > 0) {
            out.contraction(new Contraction(onsetNanos, onsetDecidedNanos, provisionalNanos, offsetNanos, nowNanos));
        }
    }

    private final class Told implements Rule.Decisions {
        @Override
        public void began(long atNanos) {
            moved(atNanos);
            become(Phase.CONTRACT, "", atNanos);
        }

        @Override
        public void moved(long atNanos) {
            open = true;
            provisionalNanos = atNanos;
            onsetDecidedNanos = nowNanos;
        }

        @Override
        public void dropped() {
            open = false;
            become(Phase.RELAX, "", nowNanos);
        }

        @Override
        public void released(long atNanos) {
            become(Phase.RELAX, "", atNanos);
        }

        @Override
        public void ended(long onsetNanos, long offsetNanos) {
            open = false;
            tell(onsetNanos, offsetNanos);
        }
    }
}
