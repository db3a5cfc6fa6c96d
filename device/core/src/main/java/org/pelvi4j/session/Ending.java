package org.pelvi4j.session;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.exercise.ExerciseResult;

/** Remembers how the exercise ended. Used by whoever has the session's turn, and after its end. */
final class Ending implements Follower {
    private @Nullable ExerciseResult result;

    @Override
    public void done(ExerciseResult exercise) {
        result = exercise;
    }

    @Nullable
    ExerciseResult result() {
        return result;
    }
}
