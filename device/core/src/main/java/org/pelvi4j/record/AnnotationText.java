package org.pelvi4j.record;

import java.util.Locale;
import org.pelvi4j.calibration.Calibration;

/**
 * The texts of events, the same in every format: stable ASCII, a noun in capitals and a detail. Those of an exercise are
 * {@link org.pelvi4j.exercise.EventTexts}. Source: DOMAIN 4.2.
 * Immutable.
 */
public final class AnnotationText {
    /** A detected contraction, as long as it lasted. */
    public static final String CONTRACT_ONSET = "CONTRACT onset";
    /** The end of a detected contraction. */
    public static final String CONTRACT_END = "CONTRACT end";
    /** From the cue to let go until the level was back home. */
    public static final String RELAX_COMPLETE = "RELAX complete";
    /** The window in which rest was measured. */
    public static final String CAL_REST = "CAL rest";
    /** A cough. */
    public static final String COUGH = "COUGH";
    /** Perhaps a push instead of a lift. */
    public static final String PUSH = "PUSH?";
    /** Other muscles helped. */
    public static final String COCONTRACT = "COCONTRACT";
    /** The resting level may have moved. */
    public static final String REST_SHIFT = "REST_SHIFT?";
    /** The baseline drifts. */
    public static final String WARN_DRIFT = "WARN drift";
    /** Mains hum is strong, or of another frequency than the notch. */
    public static final String WARN_MAINS = "WARN mains";
    /** The wall clock was moved, or is not sure. */
    public static final String WARN_CLOCK = "WARN clock";
    /** Before the number of missing samples. */
    public static final String GAP = "GAP ";
    /** Before the number of filling samples after the last real one, at the end of a file. */
    public static final String PAD = "PAD ";
    /** Before a code and a channel, counted from 1: an interval without valid samples. */
    public static final String FAULT = "FAULT ";
    /** Before a channel, counted from 1: the converter was at its rail. */
    public static final String SATURATED = "SATURATED ";
    /** Before a channel, counted from 1: the file's own range was too small. */
    public static final String CLIPPED = "CLIPPED ";

    private AnnotationText() {}

    /**
     * A maximal contraction of a calibration.
     *
     * @param attempt which, from 1
     * @return {@code CAL mvc i}
     */
    public static String calibrationMaximum(int attempt) {
        return "CAL mvc " + attempt;
    }

    /**
     * The scale from here on.
     *
     * @param scale rest and reference, in microvolt or pascal
     * @return {@code CAL scale rest=2.1 reference=28.5 noise=0.3 home=0.12 how=learned}; {@code home} is the effort up to
     *     which the muscle is home
     */
    public static String calibrationScale(Calibration scale) {
        return String.format(
                Locale.ROOT,
                "CAL scale rest=%.6f reference=%.6f noise=%.6f home=%.6f how=%s",
                scale.rest(),
                scale.reference(),
                scale.noise(),
                scale.homeEffort(),
                scale.how().name().toLowerCase(Locale.ROOT));
    }

    /**
     * A calibration was locked.
     *
     * @param code who by, a code and never a name
     * @return {@code CAL lock by=code}
     */
    public static String calibrationLock(String code) {
        return "CAL lock by=" + code;
    }

    /**
     * A disturbance.
     *
     * @param type such as {@code movement}
     * @return {@code ARTEFACT type}
     */
    public static String artefact(String type) {
        return "ARTEFACT " + type;
    }

    /**
     * What the simulator knows.
     *
     * @param what any of the other texts, or more
     * @return {@code TRUTH ...}
     */
    public static String truth(String what) {
        return "TRUTH " + what;
    }

    /**
     * A remark by the physiotherapist.
     *
     * @param text free text
     * @return {@code NOTE text}
     */
    public static String note(String text) {
        return "NOTE " + text;
    }
}
