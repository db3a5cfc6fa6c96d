package org.pelvi4j.feedback;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.exercise.Course;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.exercise.Step;
import org.pelvi4j.exercise.Target;

/** The goals to come, for displays with a time axis. */
final class Horizon {
    /** So far ahead goals are shown. Source: SCREENS 9. */
    private static final double AHEAD_SECONDS = 12;

    private static final double SCALE_START = -10;

    private final @Nullable Course course;

    Horizon(@Nullable Course course) {
        this.course = course;
    }

    List<Ahead> ahead(long nowNanos) {
        Course guide = course;
        if (guide == null) {
            return List.of();
        }
        var goals = new ArrayList<Ahead>();
        double endSeconds = guide.secondsLeft(nowNanos);
        boolean first = true;
        for (Step step : guide.ahead()) {
            double seconds = step.length().toNanos() / 1e9;
            double inSeconds = first ? endSeconds - seconds : endSeconds;
            if (inSeconds >= AHEAD_SECONDS) {
                break;
            }
            endSeconds = inSeconds + seconds;
            first = false;
            Goal goal = goal(step, guide);
            if (goal != null) {
                goals.add(new Ahead(inSeconds, seconds, step.kind() == Cue.Kind.WORK, goal));
            }
        }
        return goals;
    }

    static @Nullable Goal goal(Step step, Course guide) {
        Target target = guide.target(step);
        if (!target.isSet()) {
            return null;
        }
        return switch (step.kind()) {
            case WORK -> new Goal(target.lowEffort() * 100, target.highEffort() * 100);
            case REST -> new Goal(SCALE_START, guide.home(step) * 100);
            case READY, SET_REST, DONE -> null;
        };
    }
}
