package org.pelvi4j.feedback;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.RepResult;

/**
 * The one sentence of a summary: the first that is true and theirs. People are compared with their own last time only,
 * and a fall is never named. Source: SCREENS 12.
 */
final class Sentence {
    /** Fewer repetitions than this make no comparison. Source: ours. */
    private static final int ENOUGH = 3;

    /** Let go faster by at least this, which is what a display shows. Source: SCREENS 4, one decimal. */
    private static final double FASTER_SECONDS = 0.1;

    /** Steadier by at least this spread of the time held. Source: SCREENS 4, one decimal. */
    private static final double STEADIER_SECONDS = 0.1;

    private Sentence() {}

    static Message of(ExerciseResult now, @Nullable ExerciseResult last, int group, int groups) {
        Message better = last == null ? null : better(now, last);
        if (better != null) {
            return better;
        }
        if (now.end() == ExerciseResult.End.COMPLETED) {
            return message("sum.all", now.planned());
        }
        if (group > 0) {
            return message("sum.group", group, groups);
        }
        long minutes = Math.round(now.seconds() / 60);
        return minutes == 0 ? Message.NONE : message("sum.always", (int) minutes);
    }

    private static @Nullable Message better(ExerciseResult now, ExerciseResult last) {
        List<RepResult> newer = judged(now);
        List<RepResult> older = judged(last);
        if (newer.size() < ENOUGH || older.size() < ENOUGH || !now.programme().equals(last.programme())) {
            return null;
        }
        if (mean(newer, RepResult::releaseSeconds) <= mean(older, RepResult::releaseSeconds) - FASTER_SECONDS) {
            return message("sum.faster");
        }
        if (now.letGo() > last.letGo()) {
            return message("sum.more.letgo");
        }
        if (now.held() > last.held()) {
            return message("sum.more.held");
        }
        return spread(newer) <= spread(older) - STEADIER_SECONDS ? message("sum.steadier") : null;
    }

    private static List<RepResult> judged(ExerciseResult result) {
        return result.reps().stream().filter(RepResult::judged).toList();
    }

    private static double mean(List<RepResult> reps, ToDoubleFunction<RepResult> of) {
        return reps.stream()
                .mapToDouble(of)
                .filter(x -> !Double.isNaN(x))
                .average()
                .orElse(Double.NaN);
    }

    private static double spread(List<RepResult> reps) {
        double mean = mean(reps, RepResult::heldSeconds);
        return Math.sqrt(mean(reps, rep -> (rep.heldSeconds() - mean) * (rep.heldSeconds() - mean)));
    }

    private static Message message(String key, int... numbers) {
        return new Message(
                key, java.util.Arrays.stream(numbers).mapToObj(String::valueOf).toList());
    }
}
