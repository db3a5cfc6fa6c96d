package org.pelvi4j.exercise;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.signal.Quality;

/**
 * Moves through the steps by monotonic deadlines, whatever the signal does. Times may overflow: they are compared by
 * difference. Confined to one thread.
 */
final class Pacer {
    /** The count-in after a pause. Source: SCREENS 3. */
    private static final long COUNT_IN_NANOS = 3_000_000_000L;

    /** A pause, or a wait for the signal, the first one too, ends the exercise after this time. Source: SCREENS 3; the waits: ours. */
    private static final long LONGEST_WAIT_NANOS = 300_000_000_000L;

    /** Beside twice its length, so long an exercise may take, pauses and all. Source: RELIABILITY H4; figure ours. */
    private static final long SPARE_NANOS = 600_000_000_000L;

    /** A repetition that lost its signal starts again so often; then it is not judged and the next begins. Source: ours. */
    private static final int MOST_RESTARTS = 2;

    private final List<Step> steps;
    private final Score score;
    private final Presence presence = new Presence();
    private final long longestNanos;
    private Pace pace = Pace.WAITING;
    private int index;
    private long startedNanos;
    private long stepStartNanos;
    private long stepEndNanos;
    private long sinceNanos;
    private long cutNanos;
    private long runNanos;
    private int lost;

    Pacer(Programme programme, Score score) {
        this.steps = programme.steps();
        this.score = score;
        this.longestNanos = 2 * programme.length().toNanos() + SPARE_NANOS;
    }

    void start(long nowNanos) {
        startedNanos = nowNanos;
        sinceNanos = nowNanos;
        stepStartNanos = nowNanos;
        stepEndNanos = nowNanos;
    }

    /** A sample, or none: moves on to its time, then takes it for a sign of life. */
    void sample(long atNanos, Quality quality) {
        if (pace == Pace.WAITING && (quality.valid() || quality == Quality.SETTLING)) {
            presence.restart(atNanos);
            startedNanos = atNanos;
            enter(0, atNanos);
        }
        advance(atNanos);
        boolean ready = pace == Pace.RUNNING && steps.get(index).kind() == Cue.Kind.READY;
        presence.sample(atNanos, quality, ready);
        if (pace == Pace.NO_SIGNAL && presence.back(atNanos)) {
            countIn(atNanos);
        }
    }

    /** Does what was due until now, in its order. */
    void advance(long nowNanos) {
        while (pace != Pace.ENDED) {
            long dueNanos = dueNanos();
            if (nowNanos - dueNanos < 0) {
                return;
            }
            due(dueNanos);
        }
    }

    private long dueNanos() {
        long ownNanos = switch (pace) {
            case RUNNING, COUNT_IN -> earlier(stepOrCountInEnd(), presence.lostNanos());
            default -> sinceNanos + LONGEST_WAIT_NANOS;
        };
        return earlier(ownNanos, startedNanos + longestNanos);
    }

    private long stepOrCountInEnd() {
        return pace == Pace.RUNNING ? stepEndNanos : sinceNanos + COUNT_IN_NANOS;
    }

    private static long earlier(long oneNanos, long otherNanos) {
        return oneNanos - otherNanos <= 0 ? oneNanos : otherNanos;
    }

    private void due(long atNanos) {
        if (atNanos - (startedNanos + longestNanos) >= 0) {
            end(atNanos, ExerciseResult.End.STOPPED);
            return;
        }
        switch (pace) {
            case RUNNING -> {
                if (atNanos - stepEndNanos >= 0) {
                    next(atNanos);
                } else {
                    stand(Pace.NO_SIGNAL, atNanos);
                }
            }
            case COUNT_IN -> {
                if (atNanos - (sinceNanos + COUNT_IN_NANOS) >= 0) {
                    goOn(atNanos);
                } else {
                    stand(Pace.NO_SIGNAL, atNanos);
                }
            }
            case WAITING, NO_SIGNAL -> end(atNanos, ExerciseResult.End.SIGNAL_ENDED);
            case PAUSED -> end(atNanos, ExerciseResult.End.STOPPED);
            case ENDED -> {}
        }
    }

    private void next(long atNanos) {
        run(atNanos);
        boolean tired = steps.get(index).lastOfRep() && score.repOver();
        if (tired) {
            end(atNanos, ExerciseResult.End.FATIGUE);
        } else if (index + 1 == steps.size()) {
            end(atNanos, ExerciseResult.End.COMPLETED);
        } else {
            enter(index + 1, atNanos);
        }
    }

    private void enter(int next, long atNanos) {
        lost = next == index ? lost : 0;
        index = next;
        enter(atNanos, steps.get(next).length().toNanos());
    }

    private void enter(long atNanos, long lengthNanos) {
        pace = Pace.RUNNING;
        stepStartNanos = atNanos;
        stepEndNanos = atNanos + lengthNanos;
        score.enter(steps.get(index), stepStartNanos, stepEndNanos);
    }

    private void run(long untilNanos) {
        runNanos += untilNanos - stepStartNanos;
    }

    private void stand(Pace how, long atNanos) {
        if (pace == Pace.RUNNING) {
            cutNanos = atNanos;
            lost += how == Pace.NO_SIGNAL ? 1 : 0;
            run(atNanos);
        }
        pace = how;
        sinceNanos = atNanos;
    }

    private void countIn(long atNanos) {
        pace = Pace.COUNT_IN;
        sinceNanos = atNanos;
    }

    /** After the count-in: what was cut in its work starts again, what was cut in its rest or too often is over. */
    private void goOn(long atNanos) {
        Step cut = steps.get(index);
        if (startsAgain()) {
            enter(index, atNanos);
        } else if (cut.kind() != Cue.Kind.REST && cut.kind() != Cue.Kind.WORK) {
            enter(atNanos, stepEndNanos - cutNanos);
        } else {
            giveUp(atNanos);
        }
    }

    /** The repetition is over and not judged; the next begins. */
    private void giveUp(long atNanos) {
        score.repCut();
        while (!steps.get(index).lastOfRep()) {
            index++;
        }
        if (index + 1 == steps.size()) {
            end(atNanos, ExerciseResult.End.COMPLETED);
        } else {
            enter(index + 1, atNanos);
        }
    }

    /** Whether what was cut starts again when the exercise goes on; a signal lost again and again ends that. */
    boolean startsAgain() {
        Step cut = steps.get(index);
        return lost <= MOST_RESTARTS && (cut.kind() == Cue.Kind.WORK || cut.restAlone());
    }

    void pause(long nowNanos) {
        advance(nowNanos);
        if (pace == Pace.RUNNING || pace == Pace.COUNT_IN || pace == Pace.NO_SIGNAL) {
            stand(Pace.PAUSED, nowNanos);
        }
    }

    void resume(long nowNanos) {
        advance(nowNanos);
        if (pace == Pace.PAUSED && presence.lost(nowNanos)) {
            stand(Pace.NO_SIGNAL, nowNanos);
        } else if (pace == Pace.PAUSED) {
            countIn(nowNanos);
        }
    }

    void end(long nowNanos, ExerciseResult.End how) {
        if (pace == Pace.ENDED) {
            return;
        }
        if (pace != Pace.WAITING && steps.get(index).kind() == Cue.Kind.REST) {
            score.stoppedInRest(pace == Pace.RUNNING);
        }
        if (pace == Pace.RUNNING && nowNanos - stepEndNanos < 0) {
            run(nowNanos);
        }
        pace = Pace.ENDED;
        sinceNanos = nowNanos;
        score.end(nowNanos, how, runNanos / 1e9);
    }

    Pace pace() {
        return pace;
    }

    @Nullable
    Step step() {
        return pace == Pace.WAITING || pace == Pace.ENDED ? null : steps.get(index);
    }

    List<Step> stepsFromNow() {
        return pace == Pace.RUNNING ? steps.subList(index, steps.size()) : List.of();
    }

    long stepStartNanos() {
        return stepStartNanos;
    }

    /** When the present step or count-in ends. */
    long endNanos() {
        return pace == Pace.COUNT_IN ? sinceNanos + COUNT_IN_NANOS : stepEndNanos;
    }

    boolean unseen(long nowNanos) {
        return presence.unseen(nowNanos);
    }
}
