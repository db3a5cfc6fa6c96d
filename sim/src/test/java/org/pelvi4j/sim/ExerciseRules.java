package org.pelvi4j.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.record.AnnotationText;
import org.pelvi4j.sim.rehearsal.Outcome;
import org.pelvi4j.sim.rehearsal.Outcome.Told;
import org.pelvi4j.sim.rehearsal.Rehearsal;

/** What a scenario may expect of the exercise: contractions, repetitions and what they are called. */
final class ExerciseRules {
    /** Two repetitions teach the scale. Source: DESIGN 4. */
    static final int LEARNING = 2;

    private ExerciseRules() {}

    static double worstOnsetMillis(Outcome outcome) {
        return outcome.said().contractions().stream()
                .mapToDouble(found -> outcome.truth().contractions().stream()
                        .mapToDouble(real -> Math.abs(real.onsetNanos() - found.onsetNanos()) / 1e6)
                        .min()
                        .orElse(Double.NaN))
                .max()
                .orElse(Double.NaN);
    }

    /** A push is told of each repetition once the scale is known; one channel tells nothing. */
    static void verdict(Outcome outcome, Samples samples, String text) {
        List<Told> pushes = outcome.said().events(AnnotationText.PUSH);
        assertThat(outcome.said().contractions()).isNotEmpty();
        assertThat(outcome.said().events(AnnotationText.COCONTRACT)).isEmpty();
        if (text.equals("PUSH")) {
            int reps = outcome.result().reps().size();
            assertThat(pushes).hasSizeGreaterThanOrEqualTo(reps - LEARNING);
            assertThat(outcome.said().contractions()).hasSizeGreaterThanOrEqualTo(reps - LEARNING);
        } else {
            assertThat(text).isEqualTo("UNKNOWN");
            assertThat(pushes).isEmpty();
        }
    }

    /** From the cue to rest until the contraction that was found is over. */
    static double medianRelease(Outcome outcome) {
        double[] seconds = outcome.said().cues().stream()
                .filter(cue -> cue.kind() == Cue.Kind.REST)
                .flatMap(cue -> outcome.said().contractions().stream()
                        .filter(c ->
                                c.onsetNanos() < cue.startNanos() && c.offsetNanos() > cue.startNanos() - 500_000_000L)
                        .map(c -> (c.offsetNanos() - cue.startNanos()) / 1e9))
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return seconds.length == 0 ? Double.NaN : seconds[seconds.length / 2];
    }

    /**
     * Whoever is that weak has a goal of their own, and each contraction is a success, found or not; who does nothing has
     * none, but for what a breath does.
     */
    static void flicker(Outcome outcome, Samples samples, String text) {
        assertThat(text).isEqualTo("yes");
        Calibration scale = Objects.requireNonNull(outcome.result().measures().scale());
        assertThat(scale.flicker()).isTrue();
        assertThat(outcome.said().cues().stream()
                        .filter(cue -> cue.kind() == Cue.Kind.WORK)
                        .map(Cue::goalLow))
                .allMatch(low -> low > 0.7);
        assertThat(outcome.result().held())
                .isGreaterThanOrEqualTo(outcome.truth().contractions().size() - 1);
        Outcome idle = Rehearsal.of(outcome.scenario().idle()).run();
        assertThat(idle.truth().contractions()).isEmpty();
        assertThat(idle.result().held()).isLessThanOrEqualTo(1);
    }

    /** What lies above the rail is told, and no peak is made of it. */
    static void saturated(Outcome outcome, Samples samples, String text) {
        assertThat(text).isEqualTo("yes");
        assertThat(outcome.said().events())
                .anyMatch(told -> told.event().text().matches("(FAULT saturated|SATURATED ).*"));
        for (RepResult rep : outcome.result().reps()) {
            if (samples.saturatedIn(work(outcome, rep))) {
                assertThat(rep.judged()).as("judged, %s", rep).isFalse();
                assertThat(rep.response().peakEffort()).as("peak, %s", rep).isNaN();
            }
        }
    }

    private static Cue work(Outcome outcome, RepResult rep) {
        return outcome.said().cues().stream()
                .filter(cue -> cue.kind() == Cue.Kind.WORK && cue.rep() == rep.rep())
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    static void knack(Outcome outcome, Samples samples, String text) {
        List<RepResult> judged =
                outcome.result().reps().stream().filter(RepResult::judged).toList();
        assertThat(judged).hasSizeGreaterThanOrEqualTo(4);
        long held = judged.stream().filter(RepResult::held).count();
        assertThat(held).isEqualTo(text.equals("pass") ? judged.size() : 0);
    }

    /** What came before the cue or not at all is in no mean, and what is in it is true. */
    static void reactions(Outcome outcome, Samples samples, String text) {
        assertThat(text).isEqualTo("yes");
        int answered = 0;
        double error = 0;
        for (RepResult rep : outcome.result().reps()) {
            long cue = work(outcome, rep).startNanos();
            double real = outcome.truth().contractions().stream()
                    .filter(c -> Math.abs(c.onsetNanos() - cue) < 2_000_000_000L)
                    .mapToDouble(c -> (c.onsetNanos() - cue) / 1e9)
                    .findFirst()
                    .orElse(Double.NaN);
            double told = rep.response().seconds();
            assertThat(Double.isNaN(told)).as("lapse, %s", rep).isEqualTo(Double.isNaN(real));
            if (!Double.isNaN(real) && (real < 0.03 || real > 0.13)) {
                assertThat(rep.response().anticipated()).as("%s", rep).isEqualTo(real < 0.08);
            }
            if (real > 0.13) {
                answered++;
                error += told - real;
            }
        }
        assertThat(answered).isGreaterThanOrEqualTo(8);
        assertThat(error / answered).isCloseTo(0, within(0.05));
    }
}
