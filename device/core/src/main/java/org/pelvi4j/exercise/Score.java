package org.pelvi4j.exercise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.measure.ContractionMetrics;
import org.pelvi4j.measure.Meter;
import org.pelvi4j.measure.Reach;
import org.pelvi4j.measure.Verdict;
import org.pelvi4j.measure.WindowMetrics;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.signal.Quality;

/** Says the cues and keeps the score of an exercise. Confined to one thread. */
final class Score {
    /** Where the goal of a rest begins on the scale: at its lower end. Source: SCREENS 2. */
    private static final double SCALE_START = -0.1;

    /** A cough asked for at the end of the work comes a reaction later. Source: DOMAIN 2.2, 1.12. */
    private static final long COUGH_NANOS = 1_000_000_000L;

    private final Programme programme;
    private final @Nullable Meter meter;
    private final ExerciseSink out;
    private final Scale scale = new Scale();
    private final Pairing pairing = new Pairing();
    private final Fatigue fatigue = new Fatigue();
    private final InGoal inGoal = new InGoal();
    private final LevelBefore before = new LevelBefore();
    private final List<RepResult> results = new ArrayList<>();
    private boolean contracting = true;
    private @Nullable RepJudge judge;
    private @Nullable Cue cue;
    private @Nullable ExerciseResult result;

    Score(Programme programme, @Nullable Meter meter, ExerciseSink out) {
        this.programme = programme;
        this.meter = meter;
        this.out = out;
    }

    void enter(Step step, long startNanos, long endNanos) {
        if (step.kind() == Cue.Kind.WORK) {
            scale.from(before.take());
            judge = new RepJudge(step, startNanos);
            pairing.prompt(startNanos, endNanos);
        } else if (step.restAlone()) {
            judge = new RepJudge(step, startNanos);
        }
        inGoal.clear();
        say(cue(step, startNanos, endNanos));
    }

    private Cue cue(Step step, long startNanos, long endNanos) {
        boolean goal = step.block().target().isSet();
        Target target = scale.target(step.block());
        double low = step.kind() == Cue.Kind.WORK ? target.lowEffort() : goal ? SCALE_START : Double.NaN;
        double high = step.kind() == Cue.Kind.WORK ? target.highEffort() : goal ? home(step) : Double.NaN;
        boolean rep = step.kind() == Cue.Kind.WORK || step.kind() == Cue.Kind.REST;
        return new Cue(
                step.kind(),
                step.rep(),
                step.set(),
                startNanos,
                endNanos,
                rep ? low : Double.NaN,
                rep ? high : Double.NaN,
                step.byFeel(),
                rep ? step.block().segment() : "");
    }

    private void say(Cue next) {
        cue = next;
        out.cue(next);
    }

    void sample(long atNanos, double effort, Quality quality) {
        Cue asked = cue;
        if (quality.valid() && asked != null) {
            before.sample(atNanos, effort, asked);
        }
        RepJudge now = judge;
        if (now == null) {
            return;
        }
        now.sample(atNanos, effort, quality, scale);
        if (contracting) {
            now.contracted(atNanos);
        }
        if (quality.valid() && asked != null && atNanos - asked.startNanos() >= 0) {
            Block block = now.step().block();
            boolean in = asked.kind() == Cue.Kind.WORK
                    ? scale.target(block).holds(scale.counted(effort))
                    : effort <= scale.home(block);
            inGoal.sample(atNanos, in && block.target().isSet());
        }
    }

    /** The repetition is over. Tells whether the fatigue rule ends the exercise. */
    boolean repOver() {
        RepJudge now = judge;
        if (now == null) {
            return false;
        }
        RepMeasures measures = measures(now);
        if (measures.knack() != null) {
            now.coughed(measures.knack().inTime());
        }
        Block block = now.step().block();
        double strength = now.strength();
        keep(now.result(pairing.response()).with(measures));
        return strength > scale.home(block) && fatigue.tired(block, strength);
    }

    /** The repetition was cut in its rest: it is over, and no miss. */
    void repCut() {
        if (judge != null) {
            keep(judge.unjudged(pairing.response())
                    .with(new RepMeasures(
                            pairing.contraction(),
                            WindowMetrics.NONE,
                            WindowMetrics.NONE,
                            Reach.NONE,
                            Reach.NONE,
                            null,
                            Verdict.UNKNOWN)));
        }
    }

    /** Measured once the repetition is over, so that no sample pays for it. */
    private RepMeasures measures(RepJudge over) {
        Meter by = meter;
        if (by == null) {
            return RepMeasures.NONE;
        }
        long start = over.startNanos();
        long rest = over.restNanos();
        long end = over.endNanos();
        boolean worked = rest - start > 0;
        boolean rested = end - rest > 0;
        Reach onset = worked ? by.onset(start, rest) : Reach.NONE;
        WindowMetrics work = worked ? by.work(start, rest) : WindowMetrics.NONE;
        return new RepMeasures(
                worked ? pairing.contraction() : null,
                work,
                rested ? by.rest(rest, end) : WindowMetrics.NONE,
                onset,
                worked && rested ? by.release(rest, end) : Reach.NONE,
                over.step().block().coughAt() == null ? null : by.knack(start, Math.min(rest + COUGH_NANOS, end)),
                worked ? verdict(by, start, rest) : Verdict.UNKNOWN);
    }

    private Verdict verdict(Meter by, long start, long rest) {
        ContractionMetrics contraction = pairing.contraction();
        return contraction == null ? by.verdict(start, rest) : contraction.verdict();
    }

    private void keep(RepResult result) {
        judge = null;
        pairing.close();
        results.add(result);
        out.rep(result);
    }

    /** The exercise ends in a rest: a release that was seen to its end counts. */
    void stoppedInRest(boolean running) {
        if (judge != null && running && judge.releaseSeconds() >= 0) {
            keep(judge.result(pairing.response()).with(measures(judge)));
        } else {
            repCut();
        }
    }

    void end(long atNanos, ExerciseResult.End how, double seconds) {
        judge = null;
        Cue last = cue;
        int rep = last == null ? 0 : last.rep();
        int set = last == null ? 1 : last.set();
        say(new Cue(Cue.Kind.DONE, rep, set, atNanos, atNanos, Double.NaN, Double.NaN, false));
        var measures = new ExerciseMeasures(
                scale.known(),
                SegmentMetrics.of(programme, results),
                ExerciseMeasures.fatigueIndex(results),
                pairing.unprompted(),
                pairing.coughs());
        result = new ExerciseResult(programme.id(), how, results, programme.reps(), seconds, measures);
        out.done(result);
    }

    void onset(long atNanos) {
        pairing.onset(atNanos);
    }

    /** The phase is another; until one is told, nobody looks for contractions. */
    void contracting(boolean now) {
        contracting = now;
    }

    void placed(Contraction contraction) {
        pairing.placed(contraction);
    }

    void measured(ContractionMetrics metrics) {
        pairing.measured(metrics);
    }

    /** A cough in rest. */
    void coughed() {
        pairing.coughed();
    }

    Scale scale() {
        return scale;
    }

    Target target(Step step) {
        return scale.target(step.block());
    }

    double home(Step step) {
        return scale.home(step.block());
    }

    @Nullable
    RepJudge judge() {
        return judge;
    }

    @Nullable
    Cue cue() {
        return cue;
    }

    @Nullable
    ExerciseResult result() {
        return result;
    }

    InGoal inGoal() {
        return inGoal;
    }

    List<RepResult> results() {
        return Collections.unmodifiableList(results);
    }

    int unprompted() {
        return pairing.unprompted();
    }
}
