package org.pelvi4j.app.clinic;

import java.time.Duration;
import java.util.List;
import org.pelvi4j.exercise.Block;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.exercise.Showing;
import org.pelvi4j.exercise.Target;
import org.pelvi4j.measure.ContractionMetrics;
import org.pelvi4j.sensor.Signal;

/**
 * The E, R and F of a PERFECT record as a probe measures them; P is palpated, and only entered. Source: DOMAIN 1.2.
 * Immutable.
 */
public final class Perfect {
    /** Source: DOMAIN 1.2. */
    private static final int LONGEST_SECONDS = 10;

    private static final int MOST = 10;
    private static final int BETWEEN_SECONDS = 4;
    private static final int PAUSE_SECONDS = 60;
    /** Held for most of the time asked for. Source: DOMAIN 1.15, the same share as everywhere. */
    private static final double HELD_SHARE = 0.8;

    private Perfect() {}

    private static Programme programme(String id, int preparation, int work, int rest, int reps) {
        var block =
                new Block("", Duration.ofSeconds(work), Duration.ofSeconds(rest), reps, Target.NONE, Double.NaN, null);
        return new Programme(
                Programme.Kind.PRACTICE,
                id,
                id,
                Duration.ofSeconds(preparation),
                List.of(block),
                1,
                Duration.ZERO,
                Showing.EVERY_REP,
                List.of());
    }

    /**
     * One hold for as long as it goes, up to 10 s.
     *
     * @return the programme
     */
    public static Programme endurance() {
        return programme("perfect-endurance", 10, LONGEST_SECONDS, 10, 1);
    }

    /**
     * Holds of E seconds with 4 s between.
     *
     * @param enduranceSeconds E, 1 or more
     * @return the programme
     */
    public static Programme repetitions(int enduranceSeconds) {
        return programme("perfect-repetitions", 30, enduranceSeconds, BETWEEN_SECONDS, MOST);
    }

    /**
     * Fast contractions after a minute's pause.
     *
     * @return the programme
     */
    public static Programme fast() {
        return programme("perfect-fast", PAUSE_SECONDS, 1, 1, MOST);
    }

    /**
     * E: how long the strength lasted.
     *
     * @param result of {@link #endurance()}
     * @param loss the loss that ends it, 0.35 or 0.5
     * @return whole seconds, 0 to 10
     */
    public static int enduranceOf(ExerciseResult result, double loss) {
        return result.reps().stream()
                .map(rep -> rep.measures().contraction())
                .mapToInt(found ->
                        found == null ? 0 : (int) Math.floor(Math.min(LONGEST_SECONDS, held(found, loss)) + 0.5))
                .findFirst()
                .orElse(0);
    }

    private static double held(ContractionMetrics contraction, double loss) {
        return loss > 0.4 ? contraction.hold50Seconds() : contraction.hold65Seconds();
    }

    /**
     * R or F: how many there were before the quality fell.
     *
     * @param result of {@link #repetitions} or {@link #fast()}
     * @param loss the loss of strength, against the first, that ends it
     * @return a count, 0 to 10
     */
    public static int countOf(ExerciseResult result, double loss) {
        double first = Double.NaN;
        int count = 0;
        for (RepResult rep : result.reps()) {
            double strength = strength(rep, result);
            first = Double.isNaN(first) ? strength : first;
            boolean long_ = rep.workSeconds() > 2;
            ContractionMetrics found = rep.measures().contraction();
            boolean held = !long_ || (found != null && held(found, loss) >= HELD_SHARE * rep.workSeconds() - 1);
            if (!(strength >= (1 - loss) * first) || !(strength > 0) || !held) {
                break;
            }
            count++;
        }
        return Math.min(MOST, count);
    }

    /** Above rest: the mean of a hold, the peak of a flick. */
    private static double strength(RepResult rep, ExerciseResult result) {
        var work = rep.measures().work();
        double level = rep.workSeconds() > 2 ? work.mean() : work.peak();
        var scale = result.measures().scale();
        return scale != null && scale.signal() == Signal.EMG ? level - scale.rest() : level;
    }

    /**
     * Writes the record.
     *
     * @param power what was palpated, such as {@code 4} or {@code 3+}; empty for nothing
     * @param endurance E
     * @param repetitions R
     * @param fast F
     * @return such as {@code P4 E7 R5 F9}, without P where nothing was palpated
     */
    public static String notation(String power, int endurance, int repetitions, int fast) {
        String measured = "E" + endurance + " R" + repetitions + " F" + fast;
        return power.isEmpty() ? measured : "P" + power + " " + measured;
    }
}
