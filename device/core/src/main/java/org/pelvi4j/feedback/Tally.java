package org.pelvi4j.feedback;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.exercise.Block;
import org.pelvi4j.exercise.Course;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.exercise.Pace;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.RepResult;

/** How far an exercise is, as marks; made anew only when something has changed. */
final class Tally {
    private final @Nullable Course course;
    private final List<Mark> held;
    private final List<Mark> letGo;
    private int counted;
    private Progress progress;

    Tally(@Nullable Programme programme, @Nullable Course course, String title) {
        this.course = course;
        Plan plan = programme == null ? new Plan(title, 0, 0, 0, 0, 0) : plan(programme);
        this.held = new ArrayList<>(Collections.nCopies(plan.reps(), Mark.TO_COME));
        this.letGo = new ArrayList<>(Collections.nCopies(plan.reps(), Mark.TO_COME));
        this.progress = new Progress(plan, 0, held, letGo, 0, null);
    }

    private static Plan plan(Programme programme) {
        Block first = programme.blocks().get(0);
        return new Plan(programme.title(), programme.reps(), seconds(first.work()), seconds(first.rest()), 0, 0);
    }

    private static double seconds(java.time.Duration span) {
        return span.toMillis() / 1e3;
    }

    void group(int group, int groups) {
        Plan old = progress.plan();
        Plan plan = new Plan(old.title(), old.reps(), old.workSeconds(), old.restSeconds(), group, groups);
        progress = new Progress(plan, progress.rep(), held, letGo, progress.again(), progress.last());
    }

    /** How far it is now; with the present repetition as the last one when its result is already shown. */
    Progress progress(boolean withPresent) {
        Progress now = progress();
        RepResult present = withPresent && course != null ? course.soFar() : null;
        return present == null ? now : new Progress(now.plan(), now.rep(), held, letGo, now.again(), present);
    }

    private Progress progress() {
        Course guide = course;
        if (guide == null) {
            return progress;
        }
        Cue cue = guide.cue();
        int rep = cue == null ? 0 : cue.rep();
        boolean stands = guide.pace() != Pace.RUNNING && guide.pace() != Pace.ENDED;
        int again = stands && guide.startsAgain() ? rep : 0;
        List<RepResult> results = guide.results();
        if (results.size() != counted || rep != progress.rep() || again != progress.again()) {
            results.subList(counted, results.size()).forEach(this::mark);
            counted = results.size();
            RepResult last = counted == 0 ? null : results.get(counted - 1);
            progress = new Progress(progress.plan(), rep, held, letGo, again, last);
        }
        return progress;
    }

    private void mark(RepResult result) {
        int index = result.rep() - 1;
        held.set(index, mark(result.judged(), result.held()));
        letGo.set(index, mark(result.judged(), result.letGo()));
    }

    private static Mark mark(boolean judged, boolean done) {
        return !judged ? Mark.NOT_JUDGED : done ? Mark.DONE : Mark.NOT_DONE;
    }
}
