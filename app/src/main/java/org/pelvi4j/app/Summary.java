package org.pelvi4j.app;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.report.Texts;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.RepResult;

/** What remains on the terminal after a practice: letting go and holding as equals. Immutable. */
final class Summary {
    private Summary() {}

    /** A few lines for the person; who stopped early is told what is kept, where it is. Source: SCREENS 12. */
    static String of(@Nullable ExerciseResult result, boolean kept, Texts texts) {
        if (result == null) {
            return "";
        }
        int done = result.reps().size();
        var lines = new StringBuilder();
        if (result.end() != ExerciseResult.End.COMPLETED && done < result.planned()) {
            lines.append(texts.text("summary." + result.end(), done, result.planned()));
            lines.append(kept && result.end() == ExerciseResult.End.STOPPED ? " " + texts.text("summary.kept") : "")
                    .append('\n');
        }
        long judged = result.reps().stream().filter(RepResult::judged).count();
        if (judged > 0) {
            lines.append(texts.text("summary.reps", result.letGo(), judged, result.held()));
        }
        if (judged < done) {
            lines.append(judged > 0 ? " " : "").append(texts.text("summary.unjudged", done - judged));
        }
        lines.append(done > 0 ? "\n" : "");
        if (result.guessed() > 0) {
            lines.append(texts.text("summary.guessed", result.guessedRight(), result.guessed()))
                    .append('\n');
        }
        long minutes = Math.round(result.seconds() / 60);
        return minutes == 0
                ? lines.toString()
                : lines.append(texts.text("summary.minutes", minutes))
                        .append('\n')
                        .toString();
    }
}
