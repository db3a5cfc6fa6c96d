package org.pelvi4j.exercise;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.measure.Fatigue;
import org.pelvi4j.measure.Verdict;

/**
 * What was measured over a whole exercise. Immutable.
 *
 * @param scale rest and reference at its end; null when none was known
 * @param segments an assessment's segments, in order; none in an exercise
 * @param fatigueIndexPercent how much weaker the last three repetitions were than the first three; NaN with fewer than
 *     six of one kind
 * @param unprompted contractions that no prompt asked for
 * @param coughs in rest, and contractions that were coughs
 */
public record ExerciseMeasures(
        @Nullable Calibration scale,
        List<SegmentMetrics> segments,
        double fatigueIndexPercent,
        int unprompted,
        int coughs) {
    /** Nothing was measured. */
    public static final ExerciseMeasures NONE = new ExerciseMeasures(null, List.of(), Double.NaN, 0, 0);

    /** Copies the list. */
    public ExerciseMeasures {
        segments = List.copyOf(segments);
    }

    /** The index over the repetitions whose work lasted as long as most: flicks and holds do not compare. */
    static double fatigueIndex(List<RepResult> reps) {
        double usual = reps.stream()
                .mapToDouble(RepResult::workSeconds)
                .sorted()
                .skip(reps.size() / 2)
                .findFirst()
                .orElse(0);
        return Fatigue.index(reps.stream()
                .filter(rep -> rep.workSeconds() == usual && usual > 0)
                .map(rep -> rep.measures().contraction())
                .flatMap(java.util.stream.Stream::ofNullable)
                .filter(contraction -> contraction.verdict() != Verdict.COUGH)
                .map(contraction -> contraction.meanEffort())
                .filter(mean -> !Double.isNaN(mean))
                .toList());
    }
}
