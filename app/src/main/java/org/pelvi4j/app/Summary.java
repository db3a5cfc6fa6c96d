package org.pelvi4j.app;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.RepResult;

/** What remains on the terminal after a practice: letting go and holding as equals. Immutable. */
final class Summary {
    private Summary() {}

    /** A few lines for the person. Source of order and wording: SCREENS 12. */
    static String of(@Nullable ExerciseResult result) {
        if (result == null) {
            return "";
        }
        int done = result.reps().size();
        String end = switch (result.end()) {
            case COMPLETED -> "";
            case STOPPED -> "Stopped after " + done + " of " + result.planned() + " repetitions; they are kept.\n";
            case FATIGUE -> "Enough for this set: ended early after " + done + " of " + result.planned() + ".\n";
            case SIGNAL_ENDED -> "The signal ended after " + done + " of " + result.planned() + " repetitions.\n";
        };
        long judged = result.reps().stream().filter(RepResult::judged).count();
        String taught = judged < done ? ", " + (done - judged) + " not judged" : "";
        return end
                + String.format(
                        Locale.ROOT,
                        "%d of %d let go in time, %d of %d held%s.%n",
                        result.letGo(),
                        judged,
                        result.held(),
                        judged,
                        taught)
                + String.format(Locale.ROOT, "You practised %.0f min.%n", Math.max(1, result.seconds() / 60));
    }
}
