package org.pelvi4j.calibration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.Conditioned;

/** Learns rest from the preparation and the reference from the first two contractions. Confined to one thread. */
final class Learner {
    /** Contractions that teach the reference. Source: DESIGN 4. */
    private static final int TEACHING = 2;
    /** Holds reach 3 to 8 times rest in surface EMG; the least of it, so that nobody starts with an empty bar. Source: DOMAIN 1.4. */
    private static final double EMG_GUESS = 3;
    /** 14.5 cmH2O, where very weak ends, for a first picture only. Source: DOMAIN 1.4 [ANG17]. */
    private static final double PRESSURE_GUESS_PASCAL = 1422;

    private final Signal signal;
    private final double aimEffort;
    private final Pace pace;
    private final Quietest quietest;
    private final Teaching teaching;
    private double reference = Double.NaN;
    private @Nullable Calibration scale;

    Learner(Lesson lesson) {
        this.signal = lesson.signal();
        this.aimEffort = lesson.aimEffort();
        pace = new Pace(lesson.rateHz());
        teaching = new Teaching(pace.perSecond());
        quietest = new Quietest(lesson.rateHz(), lesson.quietSeconds());
    }

    /** Takes one instant; tells whether the scale has changed. */
    boolean next(Conditioned now) {
        if (!quietest.over()) {
            return quietest.ends(now) && rescale(guess());
        }
        return now.quality().valid() && pace.due() && reference(now.envelope());
    }

    private double guess() {
        double rise = signal.isElectric() ? (EMG_GUESS - 1) * quietest.mean() : PRESSURE_GUESS_PASCAL;
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
