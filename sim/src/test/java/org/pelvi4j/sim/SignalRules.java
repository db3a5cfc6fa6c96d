package org.pelvi4j.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.measure.Spectrum;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.Phase;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.record.AnnotationText;
import org.pelvi4j.sim.body.Happening;
import org.pelvi4j.sim.device.Fate;
import org.pelvi4j.sim.device.Witness;
import org.pelvi4j.sim.rehearsal.Outcome;
import org.pelvi4j.sim.rehearsal.Outcome.Told;
import org.pelvi4j.sim.rehearsal.Tape;

/** What a scenario may expect of the signal: its validity, its levels, warnings, and the line it comes by. */
final class SignalRules {
    private SignalRules() {}

    private static Truth.Event only(Outcome outcome, Happening.Kind kind) {
        return outcome.truth().events().stream()
                .filter(e -> e.what() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Phase phaseAt(Outcome outcome, long nanos) {
        Phase phase = Phase.UNKNOWN;
        for (PhaseEvent event : outcome.said().phases()) {
            phase = event.decidedAtNanos() <= nanos ? event.phase() : phase;
        }
        return phase;
    }

    static void phaseWhileOff(Outcome outcome, Samples samples, String text) {
        Truth.Event off = only(outcome, Happening.Kind.LEAD_OFF);
        for (long at = off.fromNanos() + 1_000_000_000L; at < off.untilNanos(); at += 100_000_000L) {
            assertThat(phaseAt(outcome, at)).as("at %s", at).isEqualTo(Phase.valueOf(text));
        }
    }

    static void validAgain(Outcome outcome, Samples samples, String text) {
        long until = only(outcome, Happening.Kind.LEAD_OFF).untilNanos();
        assertThat(phaseAt(outcome, until + (long) (Judge.number(text) * 1e9))).isNotEqualTo(Phase.UNKNOWN);
    }

    private static double mean(Tape tape, Tape.Row row, double fromSeconds, double untilSeconds) {
        double sum = 0;
        int count = 0;
        int last = (int) (untilSeconds / Tape.COLUMN_SECONDS);
        for (int i = (int) (fromSeconds / Tape.COLUMN_SECONDS); i < last; i++) {
            double value = tape.get(row, i);
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /**
     * The segments of the tonic holds and of the endurance hold: what was measured above rest over what the muscle did.
     * The factor between the two is the person's own, and the same in both.
     */
    static void segmentMeans(Outcome outcome, Samples samples, String text) {
        double tonic = factor(outcome, 9, 20);
        double endurance = factor(outcome, 50, 70);
        assertThat(100 * Math.abs(tonic / endurance - 1)).isLessThan(Judge.number(text));
    }

    private static double factor(Outcome outcome, double atLeastSeconds, double atMostSeconds) {
        Tape tape = outcome.tape();
        double rest = mean(tape, Tape.Row.ENVELOPE, 5, 55);
        double sum = 0;
        int count = 0;
        for (Truth.Contraction real : outcome.truth().contractions()) {
            double seconds = (real.offsetNanos() - real.onsetNanos()) / 1e9;
            if (seconds > atLeastSeconds && seconds < atMostSeconds) {
                double from = (real.onsetNanos() - tape.startNanos()) / 1e9 + 1;
                double measured = mean(tape, Tape.Row.ENVELOPE, from, from + seconds - 2);
                double level = mean(tape, Tape.Row.TRUTH, from, from + seconds - 2);
                sum += Math.sqrt(measured * measured - rest * rest) / level;
                count++;
            }
        }
        return sum / count;
    }

    static void medianFrequency(Outcome outcome, Samples samples, String text) {
        assertThat(text).isEqualTo("falls");
        Contraction hold = outcome.said().contractions().stream()
                .max(java.util.Comparator.comparingLong(c -> c.offsetNanos() - c.onsetNanos()))
                .orElseThrow();
        double[] raw = samples.between(hold.onsetNanos() + 2_000_000_000L, hold.offsetNanos() - 1_000_000_000L);
        assertThat(Spectrum.at(outcome.sensor().rateHz()).medians(raw).slopeHzPerSecond())
                .isBetween(-2.0, -0.02);
    }

    static List<Told> warnings(Outcome outcome, String text) {
        return switch (text) {
            case "mains" -> outcome.said().events(AnnotationText.WARN_MAINS);
            case "drift" -> outcome.said().events(AnnotationText.WARN_DRIFT);
            case "rest shift" -> outcome.said().events(AnnotationText.REST_SHIFT);
            case "slip" ->
                outcome.said().events().stream()
                        .filter(told -> told.event()
                                .text()
                                .matches("(REST_SHIFT|WARN drift|ARTEFACT slip|FAULT (?!settling)).*"))
                        .toList();
            default -> throw new AssertionError("warning: expected mains, drift, rest shift or slip but was " + text);
        };
    }

    static void warningWithin(Outcome outcome, Samples samples, String text) {
        String which = outcome.scenario().expected().getOrDefault("warning", "");
        long began = outcome.truth().events().get(0).fromNanos();
        assertThat(warnings(outcome, which))
                .anySatisfy(told -> assertThat((told.toldNanos() - began) / 1e9).isBetween(0.0, Judge.number(text)));
    }

    /** The share of the rests in which the level shown was home, against the share in which the muscle was. */
    static void greenTime(Outcome outcome, Samples samples, String text) {
        Tape tape = outcome.tape();
        double home = outcome.said().cues().stream()
                .filter(cue -> cue.kind() == Cue.Kind.REST && cue.rep() > ExerciseRules.LEARNING)
                .mapToDouble(Cue::goalHigh)
                .max()
                .orElseThrow();
        int all = 0;
        int shown = 0;
        int real = 0;
        for (Cue cue : outcome.said().cues()) {
            if (cue.kind() == Cue.Kind.REST && cue.rep() > ExerciseRules.LEARNING) {
                int last = (int) ((cue.endNanos() - tape.startNanos()) / 1e9 / Tape.COLUMN_SECONDS);
                int first = (int) ((cue.startNanos() - tape.startNanos()) / 1e9 / Tape.COLUMN_SECONDS);
                for (int i = first; i < Math.min(last, tape.columns()); i++) {
                    all++;
                    shown += tape.get(Tape.Row.LEVEL, i) <= home ? 1 : 0;
                    real += tape.get(Tape.Row.TRUTH, i) <= home ? 1 : 0;
                }
            }
        }
        assertThat(all).isGreaterThan(1000);
        assertThat(100.0 * shown / all).isCloseTo(100.0 * real / all, within(Judge.number(text)));
    }

    /** One lost byte costs this many frames at most, and every one of them lies in a gap. */
    static void resync(Outcome outcome, Samples samples, String text) {
        assertThat(samples.gaps()).isNotEmpty();
        long lost = outcome.wire().frames().stream()
                .filter(frame -> frame.fate() == Fate.DAMAGED)
                .count();
        assertThat(samples.missing())
                .isLessThanOrEqualTo((long) (Judge.number(text) * lost))
                .isGreaterThan(lost / 2);
    }

    /** Time by the samples against the time at which their frames were sent. */
    static void durationError(Outcome outcome, Samples samples, String text) {
        List<Witness.Frame> frames = outcome.wire().frames();
        double sent = (frames.get(frames.size() - 1).sentNanos() - frames.get(0).sentNanos()) / 1e9;
        double perFrame = sent / (frames.size() - 1);
        double perSample = samples.seconds() / (samples.count() - 1);
        assertThat(100 * Math.abs(perSample / perFrame - 1)).isLessThan(Judge.number(text));
        for (Contraction found : outcome.said().contractions()) {
            outcome.truth().contractions().stream()
                    .filter(real -> real.onsetNanos() < found.offsetNanos() && found.onsetNanos() < real.offsetNanos())
                    .forEach(real -> assertThat(found.onsetNanos() - real.onsetNanos())
                            .as("onset after %s s", real.onsetNanos() / 1e9)
                            .isBetween(-250_000_000L, 250_000_000L));
        }
    }

    static void session(Outcome outcome, Samples samples, String text) {
        assertThat(text).isEqualTo("continues");
        assertThat(outcome.result().end()).isEqualTo(ExerciseResult.End.COMPLETED);
        assertThat(outcome.wire().notes()).anyMatch(note -> note.text().contains("reset"));
        assertThat(samples.gaps()).hasSize(1).allMatch(gap -> gap.untilNanos() - gap.fromNanos() < 3_000_000_000L);
    }
}
