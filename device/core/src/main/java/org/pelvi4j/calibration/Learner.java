package org.pelvi4j.calibration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.Conditioned;

/** Learns rest from the preparation and the reference from the first two contractions. Confined to one thread. */
final class Learner {
    /** The envelope is slower than a tenth of this. */
    private static final double STEPS_PER_SECOND = 20;
    /** Contractions that teach the reference. Source: DESIGN 4. */
    private static final int TEACHING = 2;
    /** Holds reach 3 to 8 times rest in surface EMG; the least of it, so that nobody starts with an empty bar. Source: DOMAIN 1.4. */
    private static final double EMG_GUESS = 3;
    /** 14.5 cmH2O, where very weak ends, for a first picture only. Source: DOMAIN 1.4 [ANG17]. */
    private static final double PRESSURE_GUESS_PASCAL = 1422;

    private final Signal signal;
    private final double aimEffort;
    private final int every;
    private final long bridged;
    private final Quietest quietest = new Quietest((int) (5 * STEPS_PER_SECOND));
    private final Teaching teaching = new Teaching(STEPS_PER_SECOND);
    private long preparation;
    private long lastNumber;
    private int phase;
    private double reference = Double.NaN;
    private @Nullable Calibration scale;

    Learner(Lesson lesson) {
        this.signal = lesson.signal();
        this.aimEffort = lesson.aimEffort();
        bridged = Math.round(Quietest.BRIDGED_SECONDS * lesson.rateHz());
        every = (int) Math.max(1, Math.round(lesson.rateHz() / STEPS_PER_SECOND));
        preparation = Math.round(lesson.quietSeconds() * lesson.rateHz() / every);
    }

    /** Takes one instant; tells whether the scale has changed. */
    boolean next(Conditioned now) {
        if (!now.quality().valid()) {
            return false;
        }
        if (now.number() - lastNumber - 1 > bridged) {
            quietest.cut();
        }
        lastNumber = now.number();
        if (++phase < every) {
            return false;
        }
        phase = 0;
        return preparation > 0 ? rest(now.envelope()) : reference(now.envelope());
    }

    private boolean rest(double envelope) {
        quietest.next(envelope);
        preparation--;
        return preparation == 0 && rescale(guess());
    }

    private double guess() {
        double rise = signal == Signal.EMG ? (EMG_GUESS - 1) * quietest.mean() : PRESSURE_GUESS_PASCAL;
        return quietest.mean() + Math.max(rise, 10 * quietest.deviation());
    }

    private boolean reference(double envelope) {
        boolean taught = teaching.next(envelope - quietest.mean(), quietest.deviation());
        double level = quietest.mean() + teaching.level() / aimEffort;
        return taught ? rescale(level) : teaching.reps() == 0 && level > reference && rescale(level);
    }

    private boolean rescale(double level) {
        reference = level;
        double least = quietest.mean() + Math.max(1e-9, quietest.deviation());
        scale = new Calibration(
                signal,
                quietest.mean(),
                quietest.deviation(),
                Math.max(level, least),
                Calibration.How.LEARNED,
                Instant.EPOCH,
                "");
        return true;
    }

    @Nullable
    Calibration scale() {
        return scale;
    }

    boolean fixed() {
        return teaching.reps() >= TEACHING;
    }
}
