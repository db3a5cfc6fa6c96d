package org.pelvi4j.exercise;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.measure.ContractionMetrics;
import org.pelvi4j.measure.Knack;
import org.pelvi4j.measure.Reach;
import org.pelvi4j.measure.Verdict;
import org.pelvi4j.measure.WindowMetrics;

/**
 * What was measured in one repetition. Immutable.
 *
 * @param contraction the contraction that answered the prompt; null when none did, or it was not measured
 * @param work the level while contracting was asked for
 * @param rest the level while rest was asked for
 * @param onset how long it took to contract
 * @param release how long it took to let go
 * @param knack how the contraction lay about a cough; null when none was asked for, or none was seen
 * @param verdict what the contraction was, or what was done instead of one
 */
public record RepMeasures(
        @Nullable ContractionMetrics contraction,
        WindowMetrics work,
        WindowMetrics rest,
        Reach onset,
        Reach release,
        @Nullable Knack knack,
        Verdict verdict) {
    /** Nothing was measured. */
    public static final RepMeasures NONE = new RepMeasures(
            null, WindowMetrics.NONE, WindowMetrics.NONE, Reach.NONE, Reach.NONE, null, Verdict.UNKNOWN);
}
